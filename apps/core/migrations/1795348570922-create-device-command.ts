import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '../src/platform/database/roles';

/** create device command */
export class CreateDeviceCommand1795348570922 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "device_command" ("plant" text NOT NULL, "id" uuid NOT NULL, "station" text NOT NULL, "line" text NOT NULL, "type" text NOT NULL, "command" jsonb NOT NULL, "made_at" TIMESTAMP WITH TIME ZONE NOT NULL, "answered_at" TIMESTAMP WITH TIME ZONE, "ok" boolean, "error" text, CONSTRAINT "PK_e5b5ba25d9c47ecdfac6e300b99" PRIMARY KEY ("plant", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "IDX_6448985da68232c9163e253dfb" ON "device_command"  ("made_at") WHERE answered_at is null`,
    );
    await runner.query(
      `CREATE INDEX "IDX_69ae50baede603b7e0003e02ca" ON "device_command"  ("plant", "station", "made_at")`,
    );
    await runner.query(
      `ALTER TABLE "device_command" ADD CONSTRAINT "FK_1e61a2fb6b695c4cf2937ba0df6" FOREIGN KEY ("plant", "station") REFERENCES "station"("plant","id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await protect(runner, 'device_command');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only. Maybe restore a backup.');
  }
}
