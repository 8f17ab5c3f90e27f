import { Injectable } from '@nestjs/common';
import type { ReplyOf, WorkOrder, workOrderRoutes } from '@takt/contracts';
import { likePattern, type Tx } from '../../platform/database';
import { cursorPage, type PageRequest } from '../../platform/http';
import type { WorkOrderEntity } from './work-order.entity';
import { workOrderOf, type WorkOrderState } from './work-order.repository';

/** Filters of the list of work orders. */
export interface WorkOrderFilter {
  readonly status?: readonly string[] | undefined;
  readonly item?: readonly string[] | undefined;
  readonly order?: readonly string[] | undefined;
  readonly kind?: readonly string[] | undefined;
  readonly line?: readonly string[] | undefined;
}

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** A work order as callers see it, without its operations. */
export function workOrderView(state: WorkOrderState): Omit<WorkOrder, 'operations'> {
  const { id, item, qty, kind, status, order, orderLine, parent, weight, lot, revision } = state;
  return {
    ...{ id, item, qty, kind, status, order, orderLine, parent, weight, lot, revision },
    releaseAt: new Date(state.releaseAt).toISOString(),
    dueAt: new Date(state.dueAt).toISOString(),
    startedAt: iso(state.startedAt),
    endedAt: iso(state.endedAt),
  };
}

const SELECT = `select w.id, w.item, w.qty, w.kind, w.status, w."order", w.order_line as "orderLine", w.parent,
  w.feeds_operation_no as "feedsOperationNo", w.release_at as "releaseAt", w.due_at as "dueAt", w.weight, w.lot,
  w.started_at as "startedAt", w.ended_at as "endedAt", w.created_at as "createdAt", w.revision
from work_order w`;

/** Work orders as lists show them. */
@Injectable()
export class WorkOrderListRepository {
  /** One page. A line has the work orders with an operation that is, or may be, at one of its stations. */
  async page(
    tx: Tx,
    filter: WorkOrderFilter,
    page: PageRequest & { readonly q?: string | undefined },
  ): Promise<ReplyOf<typeof workOrderRoutes.list>> {
    const { rows, nextCursor } = await cursorPage<WorkOrderEntity>(
      tx,
      {
        select: SELECT,
        where: [
          'w.plant = $1',
          '$2::text[] is null or w.status = any($2)',
          '$3::text[] is null or w.item = any($3)',
          '$4::text[] is null or w."order" = any($4)',
          '$5::text[] is null or w.kind = any($5)',
          `$6::text[] is null or exists (select from operation op join station s on s.plant = op.plant and s.line = any($6)
             where op.plant = w.plant and op.work_order = w.id
               and (s.id = op.station or (op.station is null and s.id = any(op.eligible))))`,
          '$7::text is null or w.id ilike $7 or w.item ilike $7 or w."order" ilike $7',
        ],
        parameters: [
          tx.plant,
          filter.status ?? null,
          filter.item ?? null,
          filter.order ?? null,
          filter.kind ?? null,
          filter.line ?? null,
          page.q === undefined ? null : likePattern(page.q),
        ],
        sortable: {
          dueAt: { sql: 'w.due_at', type: 'timestamptz' },
          id: { sql: 'w.id', type: 'text' },
          releaseAt: { sql: 'w.release_at', type: 'timestamptz' },
        },
        id: { sql: 'w.id', type: 'text' },
      },
      page,
    );
    return { items: rows.map((row) => workOrderView(workOrderOf(row))), nextCursor };
  }
}
