import type { MigrationInterface, QueryRunner } from 'typeorm';

/** index figure times */
export class IndexFigureTimes1795360079606 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX "IDX_3b823aa6632cc44b368497e476" ON "attendance"  ("plant", "out_at")`);
    await runner.query(
      `CREATE INDEX "IDX_89889ba624d82cfe7ddc5fe0c2" ON "kpi_bucket"  ("plant", "start_at", "cube", "kind")`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only. Maybe restore a backup.');
  }
}
