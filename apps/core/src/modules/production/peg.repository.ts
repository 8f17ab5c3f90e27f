import { Injectable } from '@nestjs/common';
import type { WorkOrderStatus } from '@takt/contracts';
import { decimalText, type LineWorkOrder, type Peg } from '@takt/production';
import { rowsOf, type Tx } from '../../platform/database';
import type { LineKey } from '../order';
import { WorkOrderPegEntity } from './work-order.entity';

/** A peg with the weight of its customer. */
export interface WeightedPeg extends Peg {
  readonly weight: number;
}

function pegOf({ plant: _, promiseAt, qty, ...rest }: WorkOrderPegEntity): WeightedPeg {
  return { ...rest, qty: decimalText(qty), promiseAt: promiseAt.getTime() };
}

/** What work orders make for which order lines. */
@Injectable()
export class PegRepository {
  /** Open pegs of a work order, by order and line. */
  async of(tx: Tx, workOrder: string): Promise<WeightedPeg[]> {
    const rows = await rowsOf(
      tx,
      WorkOrderPegEntity,
      'where plant = $1 and work_order = $2 order by "order", line',
      [tx.plant, workOrder],
    );
    return rows.map(pegOf).filter(({ qty }) => qty !== '0');
  }

  /** What open work orders still make for a line. */
  async coming(tx: Tx, { order, line }: LineKey): Promise<LineWorkOrder[]> {
    const rows = await tx.query<{ id: string; qty: string; status: WorkOrderStatus }>(
      `select w.id, p.qty, w.status from work_order_peg p join work_order w on w.plant = p.plant and w.id = p.work_order
       where p.plant = $1 and p."order" = $2 and p.line = $3 and p.qty > 0 and w.status in ('released', 'running') order by w.id`,
      [tx.plant, order, line],
    );
    return rows.map((row) => ({ ...row, qty: decimalText(row.qty) }));
  }

  /** Open lines of some items that lack something beyond shipped, ready and coming, the earliest promise first. */
  uncovered(tx: Tx, items: readonly string[]): Promise<LineKey[]> {
    return tx.query(
      `select l."order", l.line from order_line l
       left join (select p."order", p.line, sum(p.qty) as qty from work_order_peg p
         join work_order w on w.plant = p.plant and w.id = p.work_order
         where p.plant = $1 and w.item = any($2) and w.status in ('released', 'running') group by p."order", p.line) coming
         on coming."order" = l."order" and coming.line = l.line
       where l.plant = $1 and l.item = any($2) and l.urgency_at is not null
         and l.qty > l.qty_shipped + l.qty_ready + coalesce(coming.qty, 0)
       order by l.promise_at, l."order", l.line`,
      [tx.plant, items],
    );
  }

  /** Ids of the work orders of lines. */
  async workOrders(tx: Tx, lines: readonly LineKey[]): Promise<(LineKey & { readonly workOrder: string })[]> {
    return tx.query(
      `select p."order", p.line, p.work_order as "workOrder" from work_order_peg p
       join unnest($2::text[], $3::int[]) as l("order", line) on p."order" = l."order" and p.line = l.line
       where p.plant = $1 order by p.work_order`,
      [tx.plant, lines.map(({ order }) => order), lines.map(({ line }) => line)],
    );
  }

  /** Pegs pieces of a work order for a line, beside what is pegged already. */
  async add(tx: Tx, peg: WeightedPeg): Promise<void> {
    await tx.query(
      `insert into work_order_peg (plant, work_order, "order", line, qty, promise_at, weight) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (plant, work_order, "order", line)
       do update set qty = work_order_peg.qty + excluded.qty, promise_at = excluded.promise_at, weight = excluded.weight`,
      [tx.plant, peg.workOrder, peg.order, peg.line, peg.qty, new Date(peg.promiseAt), peg.weight],
    );
  }

  /** Lessens a peg; it stays as a trace of what was made for whom. */
  async lessen(
    tx: Tx,
    { workOrder, order, line, qty }: Pick<Peg, 'workOrder' | 'order' | 'line' | 'qty'>,
  ): Promise<void> {
    await tx.query(
      `update work_order_peg set qty = greatest(qty - $5, 0) where plant = $1 and work_order = $2 and "order" = $3 and line = $4`,
      [tx.plant, workOrder, order, line, qty],
    );
  }

  /** Removes the pegs of a work order that made nothing for them. */
  async removeEmpty(tx: Tx, workOrder: string, { order, line }: LineKey): Promise<void> {
    await tx.of(WorkOrderPegEntity).delete({ plant: tx.plant, workOrder, order, line, qty: '0' });
  }

  /** Moves the promise of a line. @returns the work orders that make something for it */
  async redate(tx: Tx, { order, line }: LineKey, promiseAt: number, weight: number): Promise<string[]> {
    const rows = await tx.query<{ workOrder: string }>(
      `with moved as (update work_order_peg set promise_at = $4, weight = $5
         where plant = $1 and "order" = $2 and line = $3 returning work_order)
       select work_order as "workOrder" from moved order by 1`,
      [tx.plant, order, line, new Date(promiseAt), weight],
    );
    return rows.map(({ workOrder }) => workOrder);
  }
}
