import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '../src/platform/database/roles';

/** Lines of the stock ledger that one command wrote together; items whose values wait to be restated. */
export class AddStockBooking1795344585918 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "stock_restatement" ("plant" text NOT NULL, "item" text NOT NULL, CONSTRAINT "PK_15d2334cd404ce924e74be04258" PRIMARY KEY ("plant", "item"))`,
    );
    await runner.query(`ALTER TABLE "stock_movement" ADD "booking" uuid`);
    await runner.query(
      `CREATE INDEX "IDX_7ba85c96c2eebb8862c8dbdef1" ON "stock_movement"  ("plant", "booking") WHERE booking is not null`,
    );
    await runner.query(
      `ALTER TABLE "stock_restatement" ADD CONSTRAINT "FK_15d2334cd404ce924e74be04258" FOREIGN KEY ("plant", "item") REFERENCES "item"("plant","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await protect(runner, 'stock_restatement');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only. Maybe restore a backup.');
  }
}
