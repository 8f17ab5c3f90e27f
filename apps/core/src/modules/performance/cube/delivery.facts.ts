import { Injectable } from '@nestjs/common';
import type { DeliveryFact } from '@takt/kpi';
import type { Tx } from '../../../platform/database';
import type { FactScope } from './station.facts';

/** An order line as figures see it. */
export interface PromisedLine extends DeliveryFact {
  readonly order: string;
  readonly item: string;
  readonly customer: string;
  readonly receivedAt: number;
  /** shipped completely then; null: not yet */
  readonly shippedAt: number | null;
  readonly source: string;
}

/** What an order has to do with time: the days that its figures are in. */
export interface OrderSpan {
  readonly item: string;
  readonly customer: string;
  readonly instants: readonly number[];
}

interface LineRow {
  readonly order: string;
  readonly item: string;
  readonly customer: string;
  readonly channel: string;
  readonly qty: string;
  readonly status: string;
  readonly received_at: Date;
  readonly requested_at: Date;
  readonly committed_at: Date | null;
  readonly latest_committed_at: Date | null;
  readonly shipped_at: Date | null;
  readonly shipments: readonly { readonly at: number; readonly qty: string }[];
}

/** What was shipped of line `l`. */
const SHIPMENTS = `coalesce((select jsonb_agg(jsonb_build_object('at', extract(epoch from s.shipped_at) * 1000, 'qty', s.qty::text))
    from shipment s where s.plant = l.plant and s."order" = l."order" and s.line = l.line), '[]'::jsonb)`;
const LINE = `l."order", l.item, o.customer, o.channel, l.qty::text as qty, l.status, o.received_at, l.requested_at, l.committed_at, l.latest_committed_at, l.shipped_at,
  ${SHIPMENTS} as shipments`;

const msOf = (instant: string): string => `floor(extract(epoch from ${instant}) * 1000)`;
/** Line `l` of order `o` as a {@link PromisedLine} in JSON. */
export const PROMISED_LINE = `jsonb_build_object('order', l."order", 'item', l.item, 'customer', o.customer, 'qty', l.qty::text, 'shipments', ${SHIPMENTS},
  'promises', jsonb_build_object('requested', ${msOf('l.requested_at')}, 'committed', ${msOf('l.committed_at')}, 'latest', ${msOf('l.latest_committed_at')}),
  'closed', l.status = 'shipped', 'cancelled', l.status = 'cancelled', 'receivedAt', ${msOf('o.received_at')},
  'shippedAt', case when l.status = 'shipped' then ${msOf('l.shipped_at')} end, 'source', case when o.channel = 'import' then 'import' else 'api' end)`;

/** Lines with a date in the window: `$3` … `$4`. Each condition has an index of its own. */
const TOUCHING = ['requested_at', 'committed_at', 'latest_committed_at', 'shipped_at']
  .map(
    (column) =>
      `select d.plant, d."order", d.line from order_line d where d.plant = $1 and d.${column} >= $3 and d.${column} < $4`,
  )
  .join(' union ');

const ms = (date: Date | null): number | null => date?.getTime() ?? null;

function lineOf(row: LineRow): PromisedLine {
  const { order, item, customer, qty, status, channel, shipments } = row;
  return {
    ...{ order, item, customer, qty, shipments },
    promises: {
      requested: row.requested_at.getTime(),
      committed: ms(row.committed_at),
      latest: ms(row.latest_committed_at),
    },
    closed: status === 'shipped',
    cancelled: status === 'cancelled',
    receivedAt: row.received_at.getTime(),
    shippedAt: status === 'shipped' ? ms(row.shipped_at) : null,
    source: channel === 'import' ? 'import' : 'api',
  };
}

/** Promises and shipments in PostgreSQL: read from the tables of orders. */
@Injectable()
export class DeliveryFacts {
  /** Lines of some items with a date in the window. */
  async lines(tx: Tx, scope: FactScope): Promise<PromisedLine[]> {
    const rows = await tx.query<LineRow>(
      `select ${LINE} from (${TOUCHING}) t join order_line l using (plant, "order", line)
       join customer_order o on o.plant = l.plant and o.id = l."order" where l.item = any($2)`,
      [tx.plant, scope.subjects, new Date(scope.window[0]), new Date(scope.window[1])],
    );
    return rows.map(lineOf);
  }

  /** All lines of the orders of some customers that have a line with a date in the window. */
  async orders(tx: Tx, scope: FactScope): Promise<PromisedLine[]> {
    const rows = await tx.query<LineRow>(
      `select ${LINE} from (select distinct plant, "order" from (${TOUCHING}) t) t join order_line l using (plant, "order")
       join customer_order o on o.plant = l.plant and o.id = l."order" where o.customer = any($2)`,
      [tx.plant, scope.subjects, new Date(scope.window[0]), new Date(scope.window[1])],
    );
    return rows.map(lineOf);
  }

  /** Items or customers with dates in a window. */
  async subjectsIn(
    tx: Tx,
    window: readonly [number, number],
    subject: 'item' | 'customer',
  ): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select distinct ${subject === 'item' ? 'l.item' : 'o.customer'} as id from (${TOUCHING}) t join order_line l using (plant, "order", line)
       join customer_order o on o.plant = l.plant and o.id = l."order" where $2::text[] is null`,
      [tx.plant, null, new Date(window[0]), new Date(window[1])],
    );
    return rows.map(({ id }) => id);
  }

  /** Items, customer and dates of an order. */
  async spansOf(tx: Tx, order: string): Promise<OrderSpan[]> {
    const rows = await tx.query<{ item: string; customer: string; instants: (Date | null)[] }>(
      `select l.item, o.customer, array[l.requested_at, l.committed_at, l.latest_committed_at, l.shipped_at] as instants
       from order_line l join customer_order o on o.plant = l.plant and o.id = l."order" where l.plant = $1 and l."order" = $2`,
      [tx.plant, order],
    );
    return rows.map(({ instants, ...rest }) => ({
      ...rest,
      instants: instants.flatMap((at) => ms(at) ?? []),
    }));
  }
}
