import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '../src/platform/database/roles';

/** create andon call */
export class CreateAndonCall1795338562658 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "andon_call" ("plant" text NOT NULL, "id" uuid NOT NULL, "station" text NOT NULL, "line" text NOT NULL, "kind" text NOT NULL, "status" text NOT NULL, "raised_at" TIMESTAMP WITH TIME ZONE NOT NULL, "raised_by" text, "answered_at" TIMESTAMP WITH TIME ZONE, "answered_by" text, "resolved_at" TIMESTAMP WITH TIME ZONE, "resolved_by" text, "escalation" integer NOT NULL, "note" text NOT NULL, CONSTRAINT "PK_1677dc91cb93ab4b1c00e022c93" PRIMARY KEY ("plant", "id"))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "IDX_ff678aa8d2fd22ac453e00dafa" ON "andon_call"  ("plant", "station", "kind") WHERE "status" <> 'resolved'`,
    );
    await runner.query(
      `CREATE INDEX "IDX_9a60b00b649a25506305796cd9" ON "andon_call"  ("plant", "raised_at")`,
    );
    await runner.query(
      `ALTER TABLE "andon_call" ADD CONSTRAINT "FK_fa738cb3796aa9a78c042c520c5" FOREIGN KEY ("plant", "station") REFERENCES "station"("plant","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await protect(runner, 'andon_call');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only. Maybe restore a backup.');
  }
}
