import type { MigrationInterface, QueryRunner } from 'typeorm';

/** index work times */
export class IndexWorkTimes1795350689237 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX "IDX_2b6315ad0ea0b59b5291e018c2" ON "operation_run"  ("plant", "end_at")`,
    );
    await runner.query(
      `CREATE INDEX "IDX_5ce0ba158a8e09b403d9adfb11" ON "work_order"  ("plant", "ended_at")`,
    );
    await runner.query(
      `CREATE INDEX "IDX_c888b1de7d0a199a01b18af757" ON "work_order"  ("plant", "started_at")`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only. Maybe restore a backup.');
  }
}
