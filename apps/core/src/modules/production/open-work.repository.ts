import { Injectable } from '@nestjs/common';
import { decimalText } from '@takt/production';
import { rowsOf, type Tx } from '../../platform/database';
import { OperationRepository, type OperationState } from './operation.repository';
import { WorkOrderEntity } from './work-order.entity';
import { workOrderOf, type WorkOrderState } from './work-order.repository';

/** Material that an operation of an open work order lacks. Quantities decimal text. */
export interface LackingMaterial {
  readonly workOrder: string;
  readonly operationNo: number;
  readonly component: string;
  readonly qtyShort: string;
}

/** Pieces that a work order still makes for an order line. */
export interface LinePeg {
  readonly workOrder: string;
  readonly order: string;
  readonly line: number;
}

/** All work that is not finished, as planning reads it. */
export interface OpenWorkView {
  readonly workOrders: readonly WorkOrderState[];
  /** every operation of these work orders, also the finished ones, by work order and number */
  readonly operations: readonly OperationState[];
  readonly lacking: readonly LackingMaterial[];
}

/** Where a plan puts an operation. Instants epoch ms. */
export interface PlannedPlace {
  readonly operation: string;
  readonly station: string;
  readonly startAt: number;
  readonly endAt: number;
}

/** What planning reads of open work, and what it writes back: few statements, whatever their number. */
@Injectable()
export class OpenWork {
  constructor(private readonly operations: OperationRepository) {}

  /** Everything that is not finished, in three statements. */
  async read(tx: Tx): Promise<OpenWorkView> {
    const rows = await rowsOf(
      tx,
      WorkOrderEntity,
      `where plant = $1 and status in ('released', 'running') order by id`,
      [tx.plant],
    );
    const workOrders = rows.map(workOrderOf).filter(({ kind }) => kind !== 'import');
    const ids = workOrders.map(({ id }) => id);
    const lacking = await tx.query<LackingMaterial>(
      `select work_order as "workOrder", operation_no as "operationNo", component, qty_short as "qtyShort" from work_order_material
       where plant = $1 and qty_short > 0 and work_order = any($2) order by work_order, position`,
      [tx.plant, ids],
    );
    return {
      workOrders,
      operations: await this.operations.of(tx, ids),
      lacking: lacking.map((row) => ({ ...row, qtyShort: decimalText(row.qtyShort) })),
    };
  }

  /** Which open order lines wait for which work orders. */
  pegs(tx: Tx): Promise<LinePeg[]> {
    return tx.query<LinePeg>(
      `select p.work_order as "workOrder", p."order", p.line from work_order_peg p join work_order w on w.plant = p.plant and w.id = p.work_order
       where p.plant = $1 and p.qty > 0 and w.status in ('released', 'running') order by p."order", p.line, p.work_order`,
      [tx.plant],
    );
  }

  /** Family that each station was set up for last. */
  async families(tx: Tx): Promise<Map<string, string>> {
    const rows = await tx.query<{ station: string; family: string }>(
      `select distinct on (r.station) r.station, o.family from operation_run r
       join operation o on o.plant = r.plant and o.id = r.operation
       where r.plant = $1 and o.family is not null order by r.station, r.start_at desc`,
      [tx.plant],
    );
    return new Map(rows.map(({ station, family }) => [station, family]));
  }

  /** Operations that have ended, were cancelled, or run, of a list. */
  async begun(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await tx.query<{ id: string; status: string }>(
      `select id, status from operation where plant = $1 and id = any($2) and status in ('running', 'paused', 'done', 'cancelled')`,
      [tx.plant, ids],
    );
    return new Map(rows.map(({ id, status }) => [id, status]));
  }

  /**
   * Tells operations their place in the plan that is published: open ones also their station; those it does not name lose
   * theirs. The revision stays: nobody edited them.
   */
  async place(tx: Tx, places: readonly PlannedPlace[]): Promise<void> {
    const ids = places.map(({ operation }) => operation);
    await tx.query(
      `update operation o set planned_start_at = p.start_at, planned_end_at = p.end_at,
         station = case when o.status in ('waiting', 'ready') then p.station else o.station end
       from (select * from unnest($2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[]) as t(id, station, start_at, end_at) order by id) p
       where o.plant = $1 and o.id = p.id and o.status not in ('done', 'cancelled')
         and (o.planned_start_at, o.planned_end_at, o.station) is distinct from (p.start_at, p.end_at, p.station)`,
      [
        tx.plant,
        ids,
        places.map(({ station }) => station),
        places.map(({ startAt }) => new Date(startAt)),
        places.map(({ endAt }) => new Date(endAt)),
      ],
    );
    await tx.query(
      `update operation set planned_start_at = null, planned_end_at = null
       where plant = $1 and status in ('waiting', 'ready', 'held') and planned_start_at is not null and not (id = any($2))`,
      [tx.plant, ids],
    );
  }

  /** A person has put an operation where it is: it stays there until somebody lets it go. */
  async pin(tx: Tx, operation: string): Promise<void> {
    await tx.query(
      'update operation set pinned = true, revision = revision + 1 where plant = $1 and id = $2',
      [tx.plant, operation],
    );
  }
}
