import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '../src/platform/database/roles';

// Every lot that has been below zero so far; those that have been mended long ago are not told of again.
const SO_FAR = `insert into stock_shortfall (plant, item, place, lot, noted_at)
  select plant, item, place, coalesce(lot, ''), max(recorded_at) from (
    select plant, item, place, lot, recorded_at,
      sum(qty) over (partition by plant, item, place, lot order by occurred_at) as level from stock_movement) levels
  group by 1, 2, 3, 4 having min(level) < 0`;

/** Lots that have been below zero at some instant, so that the ledger is not searched for them. */
export class AddStockShortfall1795416195469 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "stock_shortfall" ("plant" text NOT NULL, "item" text NOT NULL, "place" text NOT NULL, "lot" text NOT NULL, "noted_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_474146ee58933eb088a1c3f5b26" PRIMARY KEY ("plant", "item", "place", "lot"))`,
    );
    await runner.query(
      `ALTER TABLE "stock_shortfall" ADD CONSTRAINT "FK_fcb9190b6daf7015364e2c8f6a4" FOREIGN KEY ("plant", "item") REFERENCES "item"("plant","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(`select set_config('takt.plant', '*', true)`);
    await runner.query(SO_FAR);
    await protect(runner, 'stock_shortfall');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only. Maybe restore a backup.');
  }
}
