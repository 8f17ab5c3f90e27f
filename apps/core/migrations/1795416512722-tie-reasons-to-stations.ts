import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A reason may belong to what only some stations do. */
export class TieReasonsToStations1795416512722 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "reason" ADD "capabilities" text array NOT NULL DEFAULT '{}'`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only. Maybe restore a backup.');
  }
}
