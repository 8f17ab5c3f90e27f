import { OF_MINUTE, OF_STATE, STANDS, lastsUntil, runSec } from '../../cube/station.facts';
import { P, itemMatches, ms, onPage } from './fact-sql';

const LASTS = lastsUntil(P.asOf);
const madeState = (state: string, till: string): string =>
  `jsonb_build_object('station', ${state}.station, 'state', ${state}.state, 'startAt', ${ms(`${state}.start_at`)}, 'endAt', ${ms(till)}`;

/** States of stations, those before the window included that reach into it. */
export const STATES = `select s.station || '@' || to_char(s.start_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as id, s.start_at as at, ${LASTS} as till,
    case when s.state in ('stopped', 'fault') then 'stop' else 'state' end as kind, s.station || ' · ' || s.state || coalesce(' · ' || r.id, '') as title,
    case when s.state = 'running' then 'hit' when s.state in ('stopped', 'fault', 'idle') then 'miss' else 'part' end as counts,
    jsonb_build_object('station', s.station, 'state', s.state, 'reason', r.id, 'stop', p.id, 'operation', s.operation, 'item', w.item,
      'durationSec', extract(epoch from ${LASTS} - s.start_at), 'endAt', s.end_at) as "values",
    jsonb_build_object('state', ${madeState('s', LASTS)}, 'planned', coalesce(r.planned, false), 'item', coalesce(w.item, '')),
      'before', case when x.station is not null then ${madeState('x', 'x.till')}, 'planned', false, 'item', '') end) as raw
  from unnest(${P.stations}) st(station)
  cross join lateral (select max(b.start_at) as start_at from state_interval b where b.plant = ${P.plant} and b.station = st.station and b.start_at < ${P.from}) before
  join state_interval s on s.plant = ${P.plant} and s.station = st.station and s.start_at >= coalesce(before.start_at, ${P.from}) and ${onPage('s.start_at')}
  ${OF_STATE}
  left join lateral (select s2.station, s2.state, s2.start_at, s2.till from (select s.*, ${LASTS} as till from state_interval s
    where s.plant = ${P.plant} and s.station = st.station) s2 where s2.start_at < s.start_at and s2.till > s2.start_at order by s2.start_at desc limit 1) x on true
  where s.start_at < least(${P.to}, ${P.asOf}) and ${LASTS} > ${P.from} and ${itemMatches('w.item')}`;

const piece = (from: 'machine' | 'terminal', station: string, amounts: string): string =>
  `jsonb_build_object('station', ${station}, 'from', '${from}', ${amounts}, 'item', coalesce(w.item, ''), 'step', coalesce(o.no, 0),
    'runSecPerUnit', case when o.id is null then '0' else ${runSec(station)} end, 'repair', coalesce(w.kind = 'rework', false)`;

/** What machines counted, hour by hour and operation by operation. */
export const COUNTS = `select c.station || '#' || to_char(min(c.minute_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"') as id, min(c.minute_at) as at, max(c.minute_at) as till,
    'count' as kind, c.station || ' · ' || sum(c.good)::float8 || ' / ' || sum(c.scrap)::float8 as title, case when sum(c.scrap) > 0 then 'miss' else 'hit' end as counts,
    jsonb_build_object('station', c.station, 'operation', o.id, 'workOrder', w.id, 'item', w.item, 'good', sum(c.good)::float8, 'scrap', sum(c.scrap)::float8, 'endAt', max(c.minute_at)) as "values",
    jsonb_agg(${piece('machine', 'c.station', `'at', ${ms('c.minute_at')}, 'good', c.good::text, 'scrap', c.scrap::text, 'rework', '0'`)}, 'source', 'machine')) as raw
  from count_minute c ${OF_MINUTE}
  where c.plant = ${P.plant} and c.station = any(${P.stations}) and c.minute_at >= greatest(${P.from}, ${P.since}) and c.minute_at < least(${P.to}, ${P.asOf})
    and c.minute_at < date_trunc('hour', ${P.until}) + interval '1 hour' and ${itemMatches('w.item')}
  group by c.station, date_trunc('hour', c.minute_at), o.id, w.id, w.item`;

/** Reports of pieces, with what else is to be known of them. */
export const reports = (
  raw: string,
  only: string,
): string => `select r.id::text, r.at, r.at as till, 'report' as kind, r.operation || ' · ' || r.good::float8 || ' / ' || r.scrap::float8 as title,
    case when r.scrap > 0 or r.rework > 0 then 'miss' else 'hit' end as counts,
    jsonb_build_object('operation', r.operation, 'workOrder', r.work_order, 'station', r.station, 'item', w.item, 'good', r.good::float8, 'scrap', r.scrap::float8,
      'rework', r.rework::float8, 'scrapReason', r.scrap_reason, 'workers', array_to_string(r.workers, ' '), 'source', r.source) as "values", ${raw} as raw
  from report r join operation o on o.plant = r.plant and o.id = r.operation join work_order w on w.plant = o.plant and w.id = o.work_order
  where r.plant = ${P.plant} and r.station = any(${P.stations}) and r.at >= ${P.from} and r.at < least(${P.to}, ${P.asOf}) and ${onPage('r.at')}
    and ${STANDS} and ${only}`;

/** Pieces that people reported. */
export const REPORTED = reports(
  `jsonb_build_array(${piece('terminal', 'r.station', `'at', ${ms('r.at')}, 'good', r.good::text, 'scrap', r.scrap::text, 'rework', r.rework::text`)}, 'source', r.source))`,
  `(r.good > 0 or r.scrap > 0 or r.rework > 0) and ${itemMatches('w.item')}`,
);
