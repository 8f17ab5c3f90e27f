import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people read from the counters of machines without a signal. */
export class AddReadings1795371283498 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "station" ADD "report_by" text NOT NULL DEFAULT 'keypad'`);
    await runner.query(`ALTER TABLE "report" ADD "reading_from" integer`);
    await runner.query(`ALTER TABLE "report" ADD "reading_to" integer`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only. Maybe restore a backup.');
  }
}
