import { Injectable } from '@nestjs/common';
import type { Place } from '@takt/contracts';
import type { PlacedChange, UsedSince } from '@takt/inventory';
import type { Tx } from '../../platform/database';
import { STANDING_MOVEMENT } from './standing-movement';

/** What the ledger says of an item from before. */
@Injectable()
export class PastMovementRepository {
  /** The most of an item that came in or was made at once, without what was taken back; null: nothing ever was. */
  async largestIn(tx: Tx, item: string): Promise<string | null> {
    const [row] = await tx.query<{ qty: string | null }>(
      `select max(m.qty) as qty from stock_movement m
       where m.plant = $1 and m.item = $2 and m.kind in ('opening', 'receipt', 'completion') and m.qty > 0 and ${STANDING_MOVEMENT}`,
      [tx.plant, item],
    );
    return row?.qty ?? null;
  }

  /**
   * What changed in an item outside work in progress after an instant, a change for each instant, lot and place. What was written by
   * then had happened, whatever the clock of a machine says.
   * @param at epoch ms, exclusive
   * @param where null: in all of its lots and places
   */
  async changesSince(
    tx: Tx,
    item: string,
    at: number,
    where: { readonly lot: string | null; readonly place: Place } | null,
  ): Promise<PlacedChange[]> {
    const lot = where?.lot ?? null;
    // Only an equality finds the lines of a lot by an index.
    const there =
      where === null
        ? ''
        : `and m.place = $4 and m.lot ${lot === null ? 'is not distinct from' : '='} $5::text`;
    const rows = await tx.query<{ lot: string | null; place: Place; at: Date; by: string }>(
      `select m.lot, m.place, least(m.occurred_at, m.recorded_at) as at, sum(m.qty) as by from stock_movement m
       where m.plant = $1 and m.item = $2 and m.occurred_at > $3 and m.recorded_at > $3 and m.place <> 'wip' ${there}
       group by 1, 2, 3 having sum(m.qty) <> 0`,
      [tx.plant, item, new Date(at), ...(where === null ? [] : [where.place, lot])],
    );
    return rows.map((row) => ({ ...row, at: row.at.getTime() }));
  }

  /** Lines that took from a lot at a place since a line was written, and were not taken back; as they were written. */
  async usedSince(
    tx: Tx,
    { item, lot, place, seq }: { item: string; lot: string | null; place: Place; seq: number },
  ): Promise<UsedSince[]> {
    const rows = await tx.query<UsedSince['cause'] & Pick<UsedSince, 'kind'>>(
      `select m.kind, m.operation, m.work_order as "workOrder", m."order", m.order_line as "orderLine"
       from stock_movement m where m.plant = $1 and m.item = $2 and m.lot is not distinct from $3 and m.place = $4
         and m.seq > $5 and m.qty < 0 and ${STANDING_MOVEMENT}
       order by m.seq limit 100`,
      [tx.plant, item, lot, place, seq],
    );
    return rows.map(({ kind, ...cause }) => ({ kind, cause }));
  }
}
