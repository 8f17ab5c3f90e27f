import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '../src/platform/database/roles';

/** create telemetry */
export class CreateTelemetry1795341769715 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "station_live" ("plant" text NOT NULL, "station" text NOT NULL, "line" text NOT NULL, "memory" jsonb NOT NULL, "tail" jsonb NOT NULL, "down" jsonb, "down_since" TIMESTAMP WITH TIME ZONE, "open_stop" uuid, "online" boolean, "operation" text, "version" integer NOT NULL, "told_version" integer NOT NULL, "due_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_8d8ff79bb6aefe9c69e20dca5d6" PRIMARY KEY ("plant", "station"))`,
    );
    await runner.query(
      `CREATE TABLE "state_interval" ("plant" text NOT NULL, "station" text NOT NULL, "start_at" TIMESTAMP WITH TIME ZONE NOT NULL, "end_at" TIMESTAMP WITH TIME ZONE, "state" text NOT NULL, "reason" text, "operation" text, CONSTRAINT "PK_43cb6dca811c6163666c9b2ad5c" PRIMARY KEY ("plant", "station", "start_at"))`,
    );
    await runner.query(
      `CREATE TABLE "count_minute" ("plant" text NOT NULL, "station" text NOT NULL, "minute_at" TIMESTAMP WITH TIME ZONE NOT NULL, "good" bigint NOT NULL, "scrap" bigint NOT NULL, CONSTRAINT "PK_2ebf67e1484b939dff4be3adc96" PRIMARY KEY ("plant", "station", "minute_at"))`,
    );
    await runner.query(
      `CREATE TABLE "device_boot" ("plant" text NOT NULL, "line" text NOT NULL, "station" text NOT NULL, "boot" text NOT NULL, "ranges" jsonb NOT NULL, "given_up" bigint NOT NULL, "marked" bigint NOT NULL, "marked_at" TIMESTAMP WITH TIME ZONE NOT NULL, "committed_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_a49dab3f914575ef8bc2ec200e8" PRIMARY KEY ("plant", "line", "station", "boot"))`,
    );
    await runner.query(
      `CREATE TABLE "stop" ("plant" text NOT NULL, "id" uuid NOT NULL, "station" text NOT NULL, "line" text NOT NULL, "state" text NOT NULL, "start_at" TIMESTAMP WITH TIME ZONE NOT NULL, "end_at" TIMESTAMP WITH TIME ZONE, "lost" boolean NOT NULL, "reason" text, "note" text NOT NULL, "explained_by" text, "explained_at" TIMESTAMP WITH TIME ZONE, "explained_with" uuid, "operation" text, CONSTRAINT "PK_b80b46bc8e7f9aaef8455e00555" PRIMARY KEY ("plant", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "IDX_7ebaf03e23668141fab9bc26ee" ON "stop"  ("plant", "station", "start_at")`,
    );
    await runner.query(
      `CREATE INDEX "IDX_19296e13012c3a7b3ab2f6b4ff" ON "stop"  ("plant", "start_at", "id")`,
    );
    await runner.query(
      `CREATE TABLE "quarantine" ("plant" text NOT NULL, "id" uuid NOT NULL, "topic" text NOT NULL, "reason" text NOT NULL, "detail" text NOT NULL, "payload" bytea NOT NULL, "bytes" integer NOT NULL, "digest" bytea NOT NULL, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL, "last_at" TIMESTAMP WITH TIME ZONE NOT NULL, "times" integer NOT NULL, "resolved_at" TIMESTAMP WITH TIME ZONE, "resolution" text, CONSTRAINT "PK_16347a0dc4a4c3447f598521f31" PRIMARY KEY ("plant", "id"))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "IDX_f924dd592ccb9b6b2715a612e2" ON "quarantine"  ("plant", "digest") WHERE resolved_at is null`,
    );
    await runner.query(
      `CREATE INDEX "IDX_b84bbfd4c9fc2b75c55712577c" ON "quarantine"  ("plant", "received_at", "id")`,
    );
    await protect(runner, 'station_live');
    await protect(runner, 'state_interval');
    await protect(runner, 'count_minute');
    await protect(runner, 'device_boot');
    await protect(runner, 'stop');
    await protect(runner, 'quarantine');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only. Maybe restore a backup.');
  }
}
