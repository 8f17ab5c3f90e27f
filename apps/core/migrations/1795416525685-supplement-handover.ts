import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A shift is handed over once; what came later is added to that under a number of its own. */
export class SupplementHandover1795416525685 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "IDX_4d121e647f3c99223b09e09fb8"`);
    await runner.query(`ALTER TABLE "handover" ADD "no" integer NOT NULL DEFAULT '1'`);
    await runner.query(
      `CREATE UNIQUE INDEX "IDX_b5984c2acd803e1e59b2e1de73" ON "handover"  ("plant", "line", "day", "crew", "no")`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only. Maybe restore a backup.');
  }
}
