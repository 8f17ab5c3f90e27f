import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lots that expire are found without looking at every item. */
export class IndexLotExpiry1795349276495 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX "IDX_17bdaac5fabc1d73fd5d06e45d" ON "lot"  ("plant", "expires_at")`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only. Maybe restore a backup.');
  }
}
