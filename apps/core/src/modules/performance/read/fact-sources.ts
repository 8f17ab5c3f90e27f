import type { OtdBasis } from '@takt/contracts';

const STANDS = `r.reverses is null and not exists (select from report b where b.plant = r.plant and b.reverses = r.id)`;
const itemMatches = (item: string): string =>
  `($6::text is null or ${item} = $6) and ($7::text is null or exists (select from item c where c.plant = $1 and c.id = ${item} and c.class = $7))`;

const STATES = `select s.station || '@' || to_char(s.start_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as id, s.start_at as at,
    case when s.state in ('stopped', 'fault') then 'stop' else 'state' end as kind, s.station || ' · ' || s.state || coalesce(' · ' || s.reason, '') as title,
    case when s.state = 'running' then 'hit' when s.state in ('stopped', 'fault', 'idle') then 'miss' else 'part' end as counts,
    jsonb_build_object('station', s.station, 'state', s.state, 'reason', s.reason, 'operation', s.operation, 'item', w.item,
      'durationSec', extract(epoch from coalesce(s.end_at, $3::timestamptz) - s.start_at), 'endAt', s.end_at) as values
  from station t cross join lateral (select max(b.start_at) as start_at from state_interval b where b.plant = t.plant and b.station = t.id and b.start_at < $2) before
  join state_interval s on s.plant = t.plant and s.station = t.id and s.start_at >= coalesce(before.start_at, $2)
  left join operation o on o.plant = s.plant and o.id = s.operation left join work_order w on w.plant = o.plant and w.id = o.work_order
  where t.plant = $1 and s.start_at < $3 and coalesce(s.end_at, $3) > $2 and ($4::text is null or t.line = $4) and ($5::text is null or s.station = $5)
    and ${itemMatches('w.item')} and ($8::text is null or true) and ($9::text is null or true)`;

const reports = (
  only: string,
): string => `select r.id::text, r.at, 'report' as kind, r.operation || ' · ' || r.good::float8 || ' / ' || r.scrap::float8 as title,
    case when r.scrap > 0 or r.rework > 0 then 'miss' else 'hit' end as counts,
    jsonb_build_object('operation', r.operation, 'workOrder', r.work_order, 'station', r.station, 'item', w.item, 'good', r.good::float8, 'scrap', r.scrap::float8,
      'rework', r.rework::float8, 'scrapReason', r.scrap_reason, 'workers', array_to_string(r.workers, ' '), 'source', r.source) as values
  from report r join station t on t.plant = r.plant and t.id = r.station join work_order w on w.plant = r.plant and w.id = r.work_order
  where r.plant = $1 and r.at >= $2 and r.at < $3 and (r.good > 0 or r.scrap > 0 or r.rework > 0) and ${STANDS} and ${only}
    and ($4::text is null or t.line = $4) and ($5::text is null or r.station = $5) and ${itemMatches('w.item')} and ($8::text is null or true)
    and ($9::text is null or $9 = any(r.workers))`;

const PRESENCES = `select a.id::text, a.in_at as at, 'attendance' as kind, p.name as title, 'part' as counts,
    jsonb_build_object('worker', a.worker, 'line', a.line, 'outAt', a.out_at, 'closedBy', a.closed_by,
      'attendedSec', extract(epoch from least(coalesce(a.out_at, $3::timestamptz), $3::timestamptz) - greatest(a.in_at, $2::timestamptz))) as values
  from attendance a join worker p on p.plant = a.plant and p.id = a.worker
  where a.plant = $1 and a.in_at < $3 and (a.out_at > $2 or a.out_at is null) and ($4::text is null or a.line = $4) and ($5::text is null or true)
    and ($6::text is null or true) and ($7::text is null or true) and ($8::text is null or true) and ($9::text is null or a.worker = $9)`;

const BASIS = { requested: 'l.requested_at', committed: 'l.committed_at', latest: 'l.latest_committed_at' } as const; // prettier-ignore

/** Order lines by the instant that counts: a promise, or the shipment. */
const lines = (
  at: string,
  counts: string,
): string => `select l."order" || '/' || l.line as id, ${at} as at, 'order-line' as kind, l."order" || '/' || l.line || ' · ' || i.name as title, ${counts} as counts,
    jsonb_build_object('order', l."order", 'line', l.line, 'item', l.item, 'customer', o.customer, 'qty', l.qty::float8, 'qtyShipped', l.qty_shipped::float8, 'requestedAt', l.requested_at,
      'committedAt', l.committed_at, 'latestCommittedAt', l.latest_committed_at, 'shippedAt', l.shipped_at, 'receivedAt', o.received_at, 'status', l.status) as values
  from order_line l join customer_order o on o.plant = l.plant and o.id = l."order" join item i on i.plant = l.plant and i.id = l.item
  where l.plant = $1 and ${at} >= $2 and ${at} < $3 and ($4::text is null or true) and ($5::text is null or true) and ${itemMatches('l.item')}
    and ($8::text is null or o.customer = $8) and ($9::text is null or true)`;

const shippedBy = (at: string): string => `coalesce((select sum(s.qty) from shipment s where s.plant = l.plant and s."order" = l."order" and s.line = l.line and s.shipped_at <= ${at}), 0)`; // prettier-ignore
const inFull = (at: string): string => `${shippedBy(at)} >= l.qty`;
const onTime = (
  at: string,
): string => `(${inFull(at)} or (l.status = 'shipped' and exists (select from shipment s where s.plant = l.plant and s."order" = l."order" and s.line = l.line)
    and not exists (select from shipment s where s.plant = l.plant and s."order" = l."order" and s.line = l.line and s.shipped_at > ${at})))`;

const MOVEMENTS = `select m.id::text, m.occurred_at as at, 'movement' as kind, m.kind || ' · ' || i.name as title,
    case when m.kind in ('shipment', 'return') then 'hit' else 'part' end as counts,
    jsonb_build_object('item', m.item, 'kind', m.kind, 'place', m.place, 'lot', m.lot, 'qty', m.qty::float8, 'unit', m.unit, 'value', m.value::float8,
      'order', m."order", 'workOrder', m.work_order, 'recordedAt', m.recorded_at, 'reverses', m.reverses, 'note', m.note) as values
  from stock_movement m join item i on i.plant = m.plant and i.id = m.item
  where m.plant = $1 and m.occurred_at >= $2 and m.occurred_at < $3 and not i.outside and ($4::text is null or true) and ($5::text is null or true)
    and ${itemMatches('m.item')} and ($8::text is null or true) and ($9::text is null or true)`;

const WORK_ORDERS = `select w.id, coalesce(w.ended_at, w.started_at) as at, 'work-order' as kind, w.id || ' · ' || w.item as title, case when w.ended_at is null then 'part' else 'hit' end as counts,
    jsonb_build_object('workOrder', w.id, 'item', w.item, 'qty', w.qty::float8, 'status', w.status, 'startedAt', w.started_at, 'endedAt', w.ended_at,
      'leadSec', extract(epoch from w.ended_at - w.started_at)) as values
  from work_order w where w.plant = $1 and w.started_at < $3 and (w.ended_at >= $2 or w.ended_at is null) and ($5::text is null or true)
    and ($4::text is null or exists (select from operation o join station t on t.plant = o.plant and t.id = o.station where o.plant = w.plant and o.work_order = w.id and t.line = $4))
    and ${itemMatches('w.item')} and ($8::text is null or true) and ($9::text is null or true)`;

const PLANNED = `select b.shift || '/' || e.operation as id, e.start_at as at, 'schedule' as kind, e.operation || ' · ' || e.station as title,
    case when o.started_at is not null and abs(extract(epoch from o.started_at - e.start_at)) <= p.tolerance_sec then 'hit' else 'miss' end as counts,
    jsonb_build_object('operation', e.operation, 'station', e.station, 'version', e.version, 'plannedStartAt', e.start_at, 'plannedEndAt', e.end_at,
      'startedAt', o.started_at, 'endedAt', o.ended_at) as values
  from shift_baseline b join plant p on p.plant = b.plant join schedule_entry e on e.plant = b.plant and e.version = b.version
  join station t on t.plant = e.plant and t.id = e.station and t.line = b.line join operation o on o.plant = e.plant and o.id = e.operation
  where b.plant = $1 and b.start_at >= $2 and b.start_at < $3 and e.start_at >= b.start_at and e.start_at < b.end_at and ($4::text is null or b.line = $4)
    and ($5::text is null or e.station = $5) and ($6::text is null or true) and ($7::text is null or true) and ($8::text is null or true) and ($9::text is null or true)`;

const NOTICES = `select n.id::text, n.due_at as at, 'notice' as kind, n.kind || coalesce(' · ' || n.operation, '') as title,
    case when n.acknowledged_at <= n.due_at then 'hit' else 'miss' end as counts,
    jsonb_build_object('station', n.station, 'line', n.line, 'raisedAt', n.raised_at, 'acknowledgedAt', n.acknowledged_at, 'acknowledgedBy', n.acknowledged_by) as values
  from notice n where n.plant = $1 and n.due_at >= $2 and n.due_at < $3 and n.withdrawn_at is null and ($4::text is null or n.line = $4) and ($5::text is null or n.station = $5)
    and ($6::text is null or true) and ($7::text is null or true) and ($8::text is null or true) and ($9::text is null or true)`;

const COUNTED = `exists (select from station q where q.plant = r.plant and q.id = r.station and q.count_source = 'terminal')`;

/** The facts behind the figures of a cube. */
export function factsOf(cube: string, kpi: string, basis: OtdBasis): string {
  const at = BASIS[basis];
  const promised = `case when l.status = 'cancelled' then 'part' when ${kpi.startsWith('otif') ? inFull(at) : onTime(at)} then 'hit' else 'miss' end`;
  switch (cube) {
    case 'station':
      return `${STATES} union all ${reports(COUNTED)}`;
    case 'labour':
      return `${PRESENCES} union all ${reports('r.good > 0')}`;
    case 'delivery':
    case 'order':
      return kpi === 'customer-lead-time' ? lines('l.shipped_at', `'part'`) : lines(at, promised);
    case 'stock':
      return MOVEMENTS;
    case 'progress':
      return WORK_ORDERS;
    default:
      return kpi === 'notice-coverage' ? NOTICES : PLANNED;
  }
}
