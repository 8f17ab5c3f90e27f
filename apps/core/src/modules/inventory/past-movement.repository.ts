import { Injectable } from '@nestjs/common';
import type { Place } from '@takt/contracts';
import type { UsedSince } from '@takt/inventory';
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
