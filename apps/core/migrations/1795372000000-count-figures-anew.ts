import type { MigrationInterface, QueryRunner } from 'typeorm';

/** More sums are kept beside the finest rows: the figures are counted anew from the facts, what was restated stays as it is. */
export class CountFiguresAnew1795372000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('TRUNCATE "kpi_bucket", "kpi_cursor", "kpi_mark"');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only. Maybe restore a backup.');
  }
}
