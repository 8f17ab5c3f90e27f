import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What moved of a lot since an instant is found without looking at all that ever moved of it. */
export class IndexLotMovements1795417384476 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "public"."IDX_ed0b263bbbb65aecf2dba38f47"`);
    await runner.query(
      `CREATE INDEX "IDX_3857f351cff43126ed60eb5eaf" ON "stock_movement"  ("plant", "lot", "occurred_at")`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only. Maybe restore a backup.');
  }
}
