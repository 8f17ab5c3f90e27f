import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, protect } from '../src/platform/database/roles';

/** create performance */
export class CreatePerformance1795346227619 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "kpi_bucket" ("plant" text NOT NULL, "cube" text NOT NULL, "kind" text NOT NULL, "day" date NOT NULL, "key" text NOT NULL, "line" text NOT NULL, "station" text NOT NULL, "item" text NOT NULL, "customer" text NOT NULL, "worker" text NOT NULL, "step" integer NOT NULL, "start_at" TIMESTAMP WITH TIME ZONE NOT NULL, "end_at" TIMESTAMP WITH TIME ZONE NOT NULL, "hour" text, "shift" text, "sums" jsonb NOT NULL, "durations" jsonb, "sources" jsonb NOT NULL, "as_of" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_8cb04f2589a58ec8f760bcecec3" PRIMARY KEY ("plant", "cube", "kind", "day", "key", "line", "station", "item", "customer", "worker", "step"))`,
    );
    await runner.query(
      `CREATE TABLE "kpi_mark" ("plant" text NOT NULL, "id" BIGSERIAL NOT NULL, "kind" text NOT NULL, "subject" text NOT NULL, "from_at" TIMESTAMP WITH TIME ZONE NOT NULL, "to_at" TIMESTAMP WITH TIME ZONE NOT NULL, "reason" text NOT NULL, CONSTRAINT "PK_b451a4dfaf41beb1ccf641194e9" PRIMARY KEY ("plant", "id"))`,
    );
    await runner.query(
      `CREATE TABLE "kpi_cursor" ("plant" text NOT NULL, "as_of" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_7a79a88a5dad27624a873177370" PRIMARY KEY ("plant"))`,
    );
    await runner.query(
      `CREATE TABLE "kpi_restatement" ("plant" text NOT NULL, "id" uuid NOT NULL, "restated_at" TIMESTAMP WITH TIME ZONE NOT NULL, "reason" text NOT NULL, "cube" text NOT NULL, "start_at" TIMESTAMP WITH TIME ZONE NOT NULL, "end_at" TIMESTAMP WITH TIME ZONE NOT NULL, "dims" jsonb NOT NULL, "before" jsonb NOT NULL, "after" jsonb NOT NULL, CONSTRAINT "PK_a6daebc23ef5f9d19ef71acd3a6" PRIMARY KEY ("plant", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "IDX_1fc464f9cb9022803ba36f4a8d" ON "kpi_restatement"  ("plant", "cube", "start_at")`,
    );
    await runner.query(
      `CREATE TABLE "kpi_as_was" ("plant" text NOT NULL, "kind" text NOT NULL, "id" text NOT NULL, "valid_from" TIMESTAMP WITH TIME ZONE NOT NULL, "facts" jsonb NOT NULL, CONSTRAINT "PK_06689a9840773ce2f920b0d8fcb" PRIMARY KEY ("plant", "kind", "id", "valid_from"))`,
    );
    await runner.query(
      `CREATE TABLE "kpi_plan_move" ("plant" text NOT NULL, "published_at" TIMESTAMP WITH TIME ZONE NOT NULL, "version" integer NOT NULL, "station" text NOT NULL, "line" text NOT NULL, "sums" jsonb NOT NULL, CONSTRAINT "PK_5b7acc784003a9f305e41f4976e" PRIMARY KEY ("plant", "published_at", "version", "station"))`,
    );
    await runner.query(
      `CREATE TABLE "kpi_target" ("plant" text NOT NULL, "kpi" text NOT NULL, "value" double precision NOT NULL, "set_at" TIMESTAMP WITH TIME ZONE NOT NULL, "set_by" text NOT NULL, CONSTRAINT "PK_1481b9a21e4d828df0cc721997c" PRIMARY KEY ("plant", "kpi"))`,
    );
    await runner.query(
      `CREATE TABLE "kpi_annotation" ("plant" text NOT NULL, "id" uuid NOT NULL, "kpi" text, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "text" text NOT NULL, "written_at" TIMESTAMP WITH TIME ZONE NOT NULL, "written_by" text NOT NULL, CONSTRAINT "PK_a309efbdb36c552f485b9cd380f" PRIMARY KEY ("plant", "id"))`,
    );
    await runner.query(`CREATE INDEX "IDX_62c0a29c5a340ec42d8f5e23b4" ON "kpi_annotation"  ("plant", "at")`);
    await protect(runner, 'kpi_bucket');
    await protect(runner, 'kpi_mark');
    await runner.query(`grant usage on sequence kpi_mark_id_seq to ${APP_ROLE}`);
    await protect(runner, 'kpi_cursor');
    await protect(runner, 'kpi_restatement', { kind: 'append' });
    await protect(runner, 'kpi_as_was');
    await protect(runner, 'kpi_plan_move');
    await protect(runner, 'kpi_target');
    await protect(runner, 'kpi_annotation');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only. Maybe restore a backup.');
  }
}
