import { LIFE, LIVES } from '../../cube/stock.facts';
import { P, itemMatches, ms, onPage } from './fact-sql';

/** Movements of the ledger. */
export const MOVEMENTS = `select m.id::text, m.occurred_at as at, m.occurred_at as till, 'movement' as kind, m.kind || ' · ' || i.name as title,
    case when m.kind in ('shipment', 'return') then 'hit' else 'part' end as counts,
    jsonb_build_object('item', m.item, 'kind', m.kind, 'place', m.place, 'lot', m.lot, 'qty', m.qty::float8, 'unit', m.unit, 'value', m.value::float8,
      'order', m."order", 'workOrder', m.work_order, 'recordedAt', m.recorded_at, 'reverses', m.reverses, 'note', m.note) as "values",
    jsonb_build_object('item', m.item, 'at', ${ms('m.occurred_at')}, 'kind', coalesce(c.kind, m.kind), 'place', m.place, 'itemKind', i.kind, 'qty', m.qty::text, 'value', m.value::text) as raw
  from stock_movement m join item i on i.plant = m.plant and i.id = m.item
  left join stock_movement c on m.corrects is not null and c.plant = m.plant and c.id = m.corrects
  where m.plant = ${P.plant} and m.occurred_at >= ${P.from} and m.occurred_at < least(${P.to}, ${P.asOf}) and ${onPage('m.occurred_at')} and not i.outside and ${itemMatches('m.item')}`;

const LEVEL_NAMES = ['raw', 'wip', 'finished', 'qty'] as const;

/** What there was of each item when the window began; it comes last in the list. */
export const OPENINGS = `select 'opening/' || g.item as id, ${P.from} as at, ${P.from} as till, 'opening' as kind, coalesce(i.name, g.item) as title, 'part' as counts,
    jsonb_build_object('item', g.item, 'value', (g.raw + g.wip + g.finished)::float8, 'qty', g.qty::float8) as "values",
    jsonb_build_object('item', g.item, 'at', ${ms(P.from)}, 'levels', jsonb_build_object(${LEVEL_NAMES.map((name) => `'${name}', g.${name}::text`).join(', ')})) as raw
  from (select b.plant, b.item, ${LEVEL_NAMES.map((name) => `coalesce(sum((b.sums->>'${name}Change')::numeric), 0) as ${name}`).join(', ')} from kpi_bucket b
    where b.plant = ${P.plant} and b.cube = 'stock' and ${P.since} <= ${P.from} and ((b.kind = 'month' and b.day < date_trunc('month', ${P.day})::date)
      or (b.kind = 'day' and b.day >= date_trunc('month', ${P.day})::date and b.day < ${P.day})) and ${itemMatches('b.item')} group by b.plant, b.item) g
  left join item i on i.plant = g.plant and i.id = g.item where g.raw <> 0 or g.wip <> 0 or g.finished <> 0 or g.qty <> 0`;

/** Work orders that were in progress in the window, or ended in it. */
export const workOrders = (
  only: string,
): string => `select w.id, coalesce(w.ended_at, w.started_at) as at, coalesce(w.ended_at, ${P.asOf}) as till, 'work-order' as kind, w.id || ' · ' || w.item as title,
    case when w.ended_at is null then 'part' else 'hit' end as counts,
    jsonb_build_object('workOrder', w.id, 'item', w.item, 'qty', w.qty::float8, 'status', w.status, 'startedAt', w.started_at, 'endedAt', w.ended_at,
      'leadSec', extract(epoch from w.ended_at - w.started_at)) as "values",
    jsonb_build_object('item', w.item, 'station', coalesce(${LIFE.station}, ''), 'startedAt', ${ms('w.started_at')}, 'endedAt', ${ms('w.ended_at')},
      'standardSec', ${LIFE.sec}, 'cancelled', w.status = 'cancelled') as raw
  from ${LIVES} w where w.plant = ${P.plant} and w.started_at < least(${P.to}, ${P.asOf}) and (w.ended_at >= ${P.from} or w.ended_at is null)
    and ${onPage('coalesce(w.ended_at, w.started_at)')} and (${P.line} is null or ${LIFE.station} = any(${P.stations})) and ${itemMatches('w.item')} and ${only}`;

/** Work orders that ended. */
export const ENDED = workOrders(
  `w.status <> 'cancelled' and w.ended_at < ${P.to} and w.ended_at <= ${P.asOf}`,
);
