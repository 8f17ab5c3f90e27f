import { Injectable } from '@nestjs/common';
import type { Operation, ProcessLimit, RoutingStation } from '@takt/contracts';
import { decimalText } from '@takt/production';
import { likePattern, type Tx } from '../../platform/database';
import { cursorPage, type PageRequest } from '../../platform/http';

/** Filters of the list of operations. */
export interface OperationFilter {
  readonly station?: readonly string[] | undefined;
  readonly line?: readonly string[] | undefined;
  readonly status?: readonly string[] | undefined;
  readonly workOrder?: readonly string[] | undefined;
  readonly item?: readonly string[] | undefined;
  readonly skill?: readonly string[] | undefined;
}

interface Row extends Omit<
  Operation,
  'nameZh' | 'itemNameZh' | 'customerZh' | 'dueAt' | InstantField | 'runSecPerUnit' | 'setupSec'
> {
  readonly nameZh: string | null;
  readonly itemNameZh: string | null;
  readonly customerZh: string | null;
  readonly ways: RoutingStation[];
  readonly limits: ProcessLimit[];
  readonly dueAt: Date;
  readonly plannedStartAt: Date | null;
  readonly plannedEndAt: Date | null;
  readonly predictedEndAt: Date | null;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
}
type InstantField = 'plannedStartAt' | 'plannedEndAt' | 'predictedEndAt' | 'startedAt' | 'endedAt';

const SELECT = `select op.id, op.work_order as "workOrder", op.no, op.name, op.name_zh as "nameZh", wo.item, i.name as "itemName",
  i.name_zh as "itemNameZh", op.family, op.skill, op.status, op.hold_reason as "holdReason", op.qty_target as "qtyTarget",
  op.qty_good as "qtyGood", op.qty_scrap as "qtyScrap", op.qty_rework as "qtyRework", i.unit, op.station, op.eligible, op.ways,
  op.planned_start_at as "plannedStartAt", op.planned_end_at as "plannedEndAt", op.predicted_end_at as "predictedEndAt",
  op.started_at as "startedAt", op.ended_at as "endedAt", op.workers, op.pinned, wo.due_at as "dueAt", c.name as customer,
  c.name_zh as "customerZh", op.limits, op.instruction, op.instruction_zh as "instructionZh", op.revision
from operation op join work_order wo on wo.plant = op.plant and wo.id = op.work_order
  join item i on i.plant = wo.plant and i.id = wo.item
  left join customer_order o on o.plant = wo.plant and o.id = wo."order"
  left join customer c on c.plant = o.plant and c.id = o.customer`;

const iso = (date: Date | null): string | null => (date === null ? null : date.toISOString());

function operationOf(row: Row): Operation {
  const { ways, nameZh, itemNameZh, customerZh } = row;
  const way = ways.find(({ station }) => station === row.station) ?? ways[0];
  const { id, workOrder, no, name, item, itemName, family, skill, status, holdReason } = row;
  const { unit, station, eligible, workers, pinned, customer, limits, instruction, instructionZh, revision } =
    row;
  return {
    ...{ id, workOrder, no, name, item, itemName, family, skill, status, holdReason },
    ...{ unit, station, eligible, workers, pinned, customer, limits, instruction, instructionZh, revision },
    ...(nameZh === null ? {} : { nameZh }),
    ...(itemNameZh === null ? {} : { itemNameZh }),
    ...(customerZh === null ? {} : { customerZh }),
    qtyTarget: decimalText(row.qtyTarget),
    qtyGood: decimalText(row.qtyGood),
    qtyScrap: decimalText(row.qtyScrap),
    qtyRework: decimalText(row.qtyRework),
    runSecPerUnit: way?.runSecPerUnit ?? 0,
    setupSec: way?.setupSec ?? 0,
    plannedStartAt: iso(row.plannedStartAt),
    plannedEndAt: iso(row.plannedEndAt),
    predictedEndAt: iso(row.predictedEndAt),
    startedAt: iso(row.startedAt),
    endedAt: iso(row.endedAt),
    dueAt: row.dueAt.toISOString(),
  };
}

/** Operations as callers see them: with their item, customer and dates. */
@Injectable()
export class OperationViewRepository {
  /** One operation. */
  async find(tx: Tx, id: string): Promise<Operation | null> {
    const [row] = await tx.query<Row>(`${SELECT} where op.plant = $1 and op.id = $2`, [tx.plant, id]);
    return row ? operationOf(row) : null;
  }

  /** The operations of a work order, by number. */
  async of(tx: Tx, workOrder: string): Promise<Operation[]> {
    const rows = await tx.query<Row>(`${SELECT} where op.plant = $1 and op.work_order = $2 order by op.no`, [
      tx.plant,
      workOrder,
    ]);
    return rows.map(operationOf);
  }

  /** One page. A station's queue holds what is planned there, and what may run there and is planned nowhere. */
  async page(
    tx: Tx,
    filter: OperationFilter,
    page: PageRequest & { readonly q?: string | undefined },
  ): Promise<{ items: Operation[]; nextCursor: string | null }> {
    const { rows, nextCursor } = await cursorPage<Row>(
      tx,
      {
        select: SELECT,
        where: [
          'op.plant = $1',
          '$2::text[] is null or op.station = any($2) or (op.station is null and op.eligible && $2)',
          `$3::text[] is null or exists (select from station s where s.plant = op.plant and s.line = any($3)
             and (s.id = op.station or (op.station is null and s.id = any(op.eligible))))`,
          '$4::text[] is null or op.status = any($4)',
          '$5::text[] is null or op.work_order = any($5)',
          '$6::text[] is null or wo.item = any($6)',
          '$7::text[] is null or op.skill = any($7)',
          '$8::text is null or op.id ilike $8 or wo.item ilike $8 or i.name ilike $8 or i.name_zh ilike $8',
        ],
        parameters: [
          tx.plant,
          filter.station ?? null,
          filter.line ?? null,
          filter.status ?? null,
          filter.workOrder ?? null,
          filter.item ?? null,
          filter.skill ?? null,
          page.q === undefined ? null : likePattern(page.q),
        ],
        sortable: {
          plannedStartAt: { sql: 'op.planned_start_at', type: 'timestamptz' },
          dueAt: { sql: 'wo.due_at', type: 'timestamptz' },
          id: { sql: 'op.id', type: 'text' },
        },
        id: { sql: 'op.id', type: 'text' },
      },
      page,
    );
    return { items: rows.map(operationOf), nextCursor };
  }
}
