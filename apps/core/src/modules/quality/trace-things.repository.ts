import { Injectable } from '@nestjs/common';
import type { RecallStock, TraceThing } from '@takt/contracts';
import type { TraceNode } from '@takt/inventory';
import { decimalText } from '@takt/production';
import type { Tx } from '../../platform/database';

type Row = Omit<TraceThing, 'at' | 'expiresAt'> & {
  readonly at: Date | null;
  readonly expiresAt: Date | null;
};

/** Key of a thing in maps. */
export const keyOf = ({ kind, id }: TraceNode): string => `${kind} ${id}`;

const THINGS = `select 'lot' as kind, l.id, l.item, i.name as "itemName", i.name_zh as "itemNameZh", l.made_at as at,
    l.expires_at as "expiresAt", l.supplier_lot as "supplierLot", null as customer, null as "customerName", null as "customerNameZh"
  from lot l join item i on i.plant = l.plant and i.id = l.item where l.plant = $1 and l.id = any($2)
  union all
  select 'work-order', w.id, w.item, i.name, i.name_zh, w.started_at, null, null, null, null, null
  from work_order w join item i on i.plant = w.plant and i.id = w.item where w.plant = $1 and w.id = any($3)
  union all
  select 'order-line', l."order" || '/' || l.line, l.item, i.name, i.name_zh, l.shipped_at, null, null, o.customer, c.name, c.name_zh
  from order_line l join item i on i.plant = l.plant and i.id = l.item
  join customer_order o on o.plant = l.plant and o.id = l."order" join customer c on c.plant = o.plant and c.id = o.customer
  where l.plant = $1 and l."order" || '/' || l.line = any($4) and l."order" = any($5)
  order by 1, 2`;

/** Things that material passes through, by name. */
@Injectable()
export class TraceThings {
  /** Those of some things that exist, as they are. */
  async find(tx: Tx, nodes: readonly TraceNode[]): Promise<TraceThing[]> {
    if (nodes.length === 0) return [];
    const ids = (kind: TraceNode['kind']) => nodes.filter((node) => node.kind === kind).map(({ id }) => id);
    const lines = ids('order-line');
    const orders = lines.map((line) => line.slice(0, line.lastIndexOf('/')));
    const rows = await tx.query<Row>(THINGS, [tx.plant, ids('lot'), ids('work-order'), lines, orders]);
    return rows.map(({ at, expiresAt, ...row }) => ({
      ...row,
      at: at?.toISOString() ?? null,
      expiresAt: expiresAt?.toISOString() ?? null,
    }));
  }

  /** What is still here of some lots, pieces in progress too. */
  async stock(tx: Tx, lots: readonly string[]): Promise<RecallStock[]> {
    const rows = await tx.query<RecallStock>(
      `select b.item, i.name as "itemName", i.name_zh as "itemNameZh", b.lot, b.place, b.qty, i.unit from stock_balance b
       join item i on i.plant = b.plant and i.id = b.item
       where b.plant = $1 and b.lot = any($2) and b.qty <> 0 order by b.lot, b.place`,
      [tx.plant, lots],
    );
    return rows.map((row) => ({ ...row, qty: decimalText(row.qty) }));
  }
}
