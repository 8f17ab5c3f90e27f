import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '../src/platform/database/roles';

/** Shifts that were handed over. */
export class CreateHandover1795348271984 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "handover" ("plant" text NOT NULL, "id" uuid NOT NULL, "line" text NOT NULL, "day" date NOT NULL, "crew" text NOT NULL, "sheet" jsonb NOT NULL, "note" text NOT NULL, "closed_at" TIMESTAMP WITH TIME ZONE NOT NULL, "closed_by" text NOT NULL, "worker" text, CONSTRAINT "PK_8aff2240f1bb46ce4b13430504d" PRIMARY KEY ("plant", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "IDX_5129989cbbd675af4ee8c2c005" ON "handover"  ("plant", "closed_at", "id")`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "IDX_4d121e647f3c99223b09e09fb8" ON "handover"  ("plant", "line", "day", "crew")`,
    );
    await runner.query(
      `ALTER TABLE "handover" ADD CONSTRAINT "FK_fafad58449e4a745efa633556c2" FOREIGN KEY ("plant", "line") REFERENCES "line"("plant","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await protect(runner, 'handover', { kind: 'append' });
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only. Maybe restore a backup.');
  }
}
