import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '../src/platform/database/roles';

/** create scheduling */
export class CreateScheduling1795342420006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "notice" ("plant" text NOT NULL, "id" uuid NOT NULL, "kind" text NOT NULL, "station" text, "line" text, "operation" text, "item" text, "from" jsonb, "to" jsonb, "next_before" text, "next_after" text, "trigger" jsonb, "schedule_version" integer, "text" text, "by" text NOT NULL, "raised_at" TIMESTAMP WITH TIME ZONE NOT NULL, "due_at" TIMESTAMP WITH TIME ZONE NOT NULL, "role" text NOT NULL, "escalation" integer NOT NULL, "acknowledged_at" TIMESTAMP WITH TIME ZONE, "acknowledged_by" text, "acknowledged_user" text, "acknowledged_terminal" uuid, "acknowledged_device" text, "acknowledged_command" uuid, "withdrawn_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_9a95a6f2c4fc234cd37206b2dda" PRIMARY KEY ("plant", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "IDX_4e323c7362ac476a0785466bdb" ON "notice"  ("plant", "station", "acknowledged_at")`,
    );
    await runner.query(`CREATE INDEX "IDX_c64aa2071e8100de2e08aa31cf" ON "notice"  ("plant", "raised_at")`);
    await runner.query(
      `CREATE TABLE "schedule_head" ("plant" text NOT NULL, "version" integer, "last_version" integer NOT NULL, CONSTRAINT "PK_c43537b3eb6f50f744e51873c01" PRIMARY KEY ("plant"))`,
    );
    await runner.query(
      `CREATE TABLE "schedule_version" ("plant" text NOT NULL, "version" integer NOT NULL, "base" integer, "status" text NOT NULL, "triggers" jsonb NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "published_at" TIMESTAMP WITH TIME ZONE, "published_by" text, "figures" jsonb NOT NULL, "solve_ms" integer NOT NULL, "changes" jsonb NOT NULL, "unplaced" jsonb NOT NULL, CONSTRAINT "PK_206914520109de19697445343dc" PRIMARY KEY ("plant", "version"))`,
    );
    await runner.query(
      `CREATE TABLE "schedule_entry" ("plant" text NOT NULL, "version" integer NOT NULL, "operation" text NOT NULL, "work_order" text NOT NULL, "item" text NOT NULL, "station" text NOT NULL, "start_at" TIMESTAMP WITH TIME ZONE NOT NULL, "run_start_at" TIMESTAMP WITH TIME ZONE NOT NULL, "end_at" TIMESTAMP WITH TIME ZONE NOT NULL, "due_at" TIMESTAMP WITH TIME ZONE NOT NULL, "fixed" text, CONSTRAINT "PK_dbbbec39adca0c188a7132f85e3" PRIMARY KEY ("plant", "version", "operation"))`,
    );
    await runner.query(
      `CREATE INDEX "IDX_e322689e50e8b41b601c7fcec4" ON "schedule_entry"  ("plant", "operation")`,
    );
    await runner.query(
      `CREATE TABLE "replan_request" ("plant" text NOT NULL, "id" uuid NOT NULL, "trigger" jsonb NOT NULL, "publish" boolean NOT NULL, "requested_at" TIMESTAMP WITH TIME ZONE NOT NULL, "taken_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_fedaefffd342eeac027ea0284d0" PRIMARY KEY ("plant", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "IDX_37bd2083836dbf88fe823276b7" ON "replan_request"  ("plant", "taken_at")`,
    );
    await runner.query(
      `CREATE TABLE "replan_run" ("plant" text NOT NULL, "id" uuid NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "triggers" jsonb NOT NULL, "version" integer, "outcome" text NOT NULL, "moved" integer NOT NULL, "solve_ms" integer NOT NULL, "total_ms" integer NOT NULL, CONSTRAINT "PK_eca0fb52391f62d7c452f8f0931" PRIMARY KEY ("plant", "id"))`,
    );
    await runner.query(`CREATE INDEX "IDX_961ae561076700dbaaf489881a" ON "replan_run"  ("plant", "at")`);
    await runner.query(
      `CREATE TABLE "shift_baseline" ("plant" text NOT NULL, "line" text NOT NULL, "shift" text NOT NULL, "start_at" TIMESTAMP WITH TIME ZONE NOT NULL, "end_at" TIMESTAMP WITH TIME ZONE NOT NULL, "version" integer NOT NULL, CONSTRAINT "PK_e7ceb55ceb095c70758476737ba" PRIMARY KEY ("plant", "line", "shift"))`,
    );
    await runner.query(
      `ALTER TABLE "notice" ADD CONSTRAINT "FK_e75425c37759fed0792d50c56ef" FOREIGN KEY ("plant") REFERENCES "plant"("plant") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "schedule_head" ADD CONSTRAINT "FK_c43537b3eb6f50f744e51873c01" FOREIGN KEY ("plant") REFERENCES "plant"("plant") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "schedule_version" ADD CONSTRAINT "FK_719633c9d0e58fb99efbccfe795" FOREIGN KEY ("plant") REFERENCES "plant"("plant") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "schedule_entry" ADD CONSTRAINT "FK_e22426e0d6b55d9f79320150c34" FOREIGN KEY ("plant", "version") REFERENCES "schedule_version"("plant","version") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "replan_request" ADD CONSTRAINT "FK_591aba4b990b2b5c1344b6d7a5a" FOREIGN KEY ("plant") REFERENCES "plant"("plant") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "replan_run" ADD CONSTRAINT "FK_bac682ac76d4760eb41a511a4cc" FOREIGN KEY ("plant") REFERENCES "plant"("plant") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "shift_baseline" ADD CONSTRAINT "FK_587f7365dc2bc649d6822d64e7d" FOREIGN KEY ("plant") REFERENCES "plant"("plant") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await protect(runner, 'notice');
    await protect(runner, 'schedule_head');
    await protect(runner, 'schedule_version');
    await protect(runner, 'schedule_entry');
    await protect(runner, 'replan_request');
    await protect(runner, 'replan_run');
    await protect(runner, 'shift_baseline');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only. Maybe restore a backup.');
  }
}
