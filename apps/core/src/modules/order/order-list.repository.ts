import { Injectable } from '@nestjs/common';
import { likePattern, type Tx } from '../../platform/database';
import { cursorPage, type PageRequest } from '../../platform/http';
import type { OrderLineEntity } from './order.entity';
import { lineOf, type Line } from './order.repository';

/** Filters of the list of order lines. */
export interface OrderFilter {
  readonly status?: readonly string[] | undefined;
  readonly risk?: readonly string[] | undefined;
  readonly customer?: readonly string[] | undefined;
  readonly item?: readonly string[] | undefined;
  readonly channel?: readonly string[] | undefined;
  readonly order?: readonly string[] | undefined;
}

/** A line with what the list shows of its order. */
export interface ListedLine {
  readonly line: Line;
  readonly customer: string;
  readonly channel: string;
  /** epoch ms */
  readonly receivedAt: number;
}

interface Row extends OrderLineEntity {
  readonly customer: string;
  readonly channel: string;
  readonly receivedAt: Date;
}

// The same rule as riskAt(): a promise that has passed is late, whatever the plan says.
const RISK = `case when l.risk <> 'done' and l.promise_at < $2 then 'late' else l.risk end`;

const SELECT = `select l."order", l.line, l.item, l.qty, l.qty_from_stock as "qtyFromStock", l.qty_ready as "qtyReady",
  l.qty_shipped as "qtyShipped", l.requested_at as "requestedAt", l.committed_at as "committedAt",
  l.latest_committed_at as "latestCommittedAt", l.forecast_at as "forecastAt", l.shipped_at as "shippedAt", l.status, l.begun,
  l.note, o.customer, o.channel, o.received_at as "receivedAt"
from order_line l join customer_order o on o.plant = l.plant and o.id = l."order"`;

/** Order lines as lists show them. */
@Injectable()
export class OrderListRepository {
  /**
   * One page of order lines.
   * @param page with `q`, a text to search for in order, customer and item
   * @param now epoch ms: promises that have passed by then are late
   */
  async page(
    tx: Tx,
    filter: OrderFilter,
    page: PageRequest & { readonly q?: string | undefined },
    now: number,
  ): Promise<{ lines: ListedLine[]; nextCursor: string | null }> {
    const { rows, nextCursor } = await cursorPage<Row>(
      tx,
      {
        select: SELECT,
        where: [
          'l.plant = $1',
          `$3::text[] is null or ${RISK} = any($3)`,
          '$4::text[] is null or l.status = any($4)',
          '$5::text[] is null or o.customer = any($5)',
          '$6::text[] is null or l.item = any($6)',
          '$7::text[] is null or o.channel = any($7)',
          '$8::text[] is null or l."order" = any($8)',
          '$9::text is null or l."order" ilike $9 or o.customer ilike $9 or l.item ilike $9',
        ],
        parameters: [
          tx.plant,
          new Date(now),
          filter.risk ?? null,
          filter.status ?? null,
          filter.customer ?? null,
          filter.item ?? null,
          filter.channel ?? null,
          filter.order ?? null,
          page.q === undefined ? null : likePattern(page.q),
        ],
        sortable: {
          urgency: { sql: 'l.urgency_at', type: 'timestamptz' },
          requestedAt: { sql: 'l.requested_at', type: 'timestamptz' },
          committedAt: { sql: 'l.committed_at', type: 'timestamptz' },
          receivedAt: { sql: 'o.received_at', type: 'timestamptz' },
          order: { sql: 'l."order"', type: 'text' },
        },
        id: { sql: `l."order" || '/' || lpad(l.line::text, 3, '0')`, type: 'text' },
      },
      page,
    );
    return { lines: rows.map(listed), nextCursor };
  }
}

function listed(row: Row): ListedLine {
  const { customer, channel, receivedAt } = row;
  return {
    line: lineOf(row),
    customer,
    channel,
    receivedAt: receivedAt.getTime(),
  };
}
