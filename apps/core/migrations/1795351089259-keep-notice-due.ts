import type { MigrationInterface, QueryRunner } from 'typeorm';

/** keep notice due */
export class KeepNoticeDue1795351089259 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "notice" ADD "escalates_at" TIMESTAMP WITH TIME ZONE`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only. Maybe restore a backup.');
  }
}
