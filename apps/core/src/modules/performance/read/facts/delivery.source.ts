import type { OtdBasis } from '@takt/contracts';
import { PROMISED_LINE } from '../../cube/delivery.facts';
import { P, itemMatches, onPage } from './fact-sql';

const PROMISE = {
  requested: 'l.requested_at',
  committed: 'l.committed_at',
  latest: 'l.latest_committed_at',
} as const satisfies Record<OtdBasis, string>;

const within = (at: string): string =>
  `${at} >= ${P.from} and ${at} < ${P.to} and ${at} <= ${P.asOf} and ${onPage(at)}`;

/** Station at which the work for line `l` was finished last; null: none was, as it came from stock or was not begun. */
const FINISHED_AT = `(select o.station from work_order w join operation o on o.plant = w.plant and o.work_order = w.id
    where w.plant = l.plant and w."order" = l."order" and w.order_line = l.line and w.parent is null and o.ended_at is not null order by o.ended_at desc limit 1)`;

const lines = (at: string, counts: string, only: string): string =>
  `select l."order" || '/' || l.line as id, ${at} as at, ${at} as till, 'order-line' as kind, l."order" || '/' || l.line || ' · ' || i.name as title, ${counts} as counts,
    jsonb_build_object('order', l."order", 'line', l.line, 'item', l.item, 'customer', o.customer, 'qty', l.qty::float8, 'qtyShipped', l.qty_shipped::float8, 'requestedAt', l.requested_at,
      'committedAt', l.committed_at, 'latestCommittedAt', l.latest_committed_at, 'shippedAt', l.shipped_at, 'receivedAt', o.received_at, 'status', l.status, 'station', ${FINISHED_AT}) as "values", ${PROMISED_LINE} as raw
  from order_line l join customer_order o on o.plant = l.plant and o.id = l."order" join item i on i.plant = l.plant and i.id = l.item
  where l.plant = ${P.plant} and ${within(at)} and ${only} and ${itemMatches('l.item')} and (${P.customer} is null or o.customer = ${P.customer})`;

/** Order lines whose promise has come due. */
export const promisedLines = (basis: OtdBasis): string =>
  lines(PROMISE[basis], 'null::text', `l.status <> 'cancelled'`);

/** Order lines that were shipped completely. */
export const SHIPPED_LINES = lines('l.shipped_at', `'part'`, `l.status = 'shipped'`);

/** Whole orders whose last promise has come due, with all of their lines that live. */
export function promisedOrders(basis: OtdBasis): string {
  const at = PROMISE[basis];
  return `select g.*, g.at as till from (
    select o.id, max(${at}) as at, 'order' as kind, o.id || ' · ' || c.name as title, null::text as counts,
      jsonb_build_object('order', o.id, 'customer', o.customer, 'lines', count(*), 'receivedAt', o.received_at, 'shippedAt', case when bool_and(l.status = 'shipped') then max(l.shipped_at) end) as "values",
      jsonb_agg(${PROMISED_LINE}) as raw
    from (select distinct l.plant, l."order" from order_line l where l.plant = ${P.plant} and l.status <> 'cancelled' and ${within(at)}) due
    join order_line l on l.plant = due.plant and l."order" = due."order" and l.status <> 'cancelled'
    join customer_order o on o.plant = l.plant and o.id = l."order" join customer c on c.plant = o.plant and c.id = o.customer
    where ${P.customer} is null or o.customer = ${P.customer}
    group by o.plant, o.id, o.customer, o.channel, o.received_at, c.name having bool_and(${at} is not null)) g where ${within('g.at')}`;
}
