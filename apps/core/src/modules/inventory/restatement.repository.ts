import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database';
import { LedgerRepository, type KeptMovement } from './ledger.repository';

/** Which items wait for their values to be restated, and the lines of the ledger that this takes. */
@Injectable()
export class RestatementRepository {
  constructor(private readonly ledger: LedgerRepository) {}

  /** Items that wait; nobody else takes them until the commit. */
  async take(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ item: string }>(
      `with taken as (delete from stock_restatement where (plant, item) in
         (select plant, item from stock_restatement where plant = $1 order by item for update skip locked) returning item)
       select item from taken order by item`,
      [tx.plant],
    );
    return rows.map(({ item }) => item);
  }

  /** The items themselves, and all that is made from them at whatever depth. */
  async scope(tx: Tx, items: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ item: string }>(
      `with recursive made(item) as (
         select unnest($2::text[])
         union
         select w.item from made join stock_movement m on m.plant = $1 and m.item = made.item
           and m.kind in ('backflush', 'issue', 'rework') and m.qty < 0
         join work_order w on w.plant = m.plant and w.id = m.work_order
       ) select item from made order by item`,
      [tx.plant, items],
    );
    return rows.map(({ item }) => item);
  }

  /** Every line of some items, and every line of the work orders that make them. */
  async entries(tx: Tx, items: readonly string[]): Promise<KeptMovement[]> {
    const rows = await tx.query<{ id: string }>(
      `select id from stock_movement where plant = $1 and (item = any($2) or work_order in
         (select distinct work_order from stock_movement where plant = $1 and item = any($2) and place = 'wip'))`,
      [tx.plant, items],
    );
    return this.ledger.many(
      tx,
      rows.map(({ id }) => id),
    );
  }
}
