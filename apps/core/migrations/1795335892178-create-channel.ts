import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '../src/platform/database/roles';

/** create channel */
export class CreateChannel1795335892178 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "channel" ("plant" text NOT NULL, "id" text NOT NULL, "name" text NOT NULL, "customer" text, "webhook" text, "active" boolean NOT NULL, "sealed_secret" text NOT NULL, "revision" integer NOT NULL, CONSTRAINT "PK_03d2a06cbfe48009ea6844b365f" PRIMARY KEY ("plant", "id"))`,
    );
    await runner.query(`CREATE INDEX "IDX_590f33ee6ee7d76437acf362e3" ON "channel"  ("id")`);
    await runner.query(
      `ALTER TABLE "channel" ADD CONSTRAINT "FK_b2abbce0199482c5733197f8338" FOREIGN KEY ("plant") REFERENCES "plant"("plant") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await protect(runner, 'channel');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only. Maybe restore a backup.');
  }
}
