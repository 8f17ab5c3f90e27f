import { FROZEN, PIECES } from '../../cube/plan.facts';
import { P, ms, onPage } from './fact-sql';

const TOLERANCE = `make_interval(secs => p.tolerance_sec)`;
const inWindow = (at: string): string => `${at} >= ${P.from} and ${at} < ${P.to}`;

/** What was planned in shifts that began in the window, by the plan that was in force then. */
export const PLANNED = `select b.shift || '/' || e.operation as id, e.start_at as at, e.end_at as till, 'schedule' as kind, e.operation || ' · ' || e.station as title, null::text as counts,
    jsonb_build_object('operation', e.operation, 'station', e.station, 'version', e.version, 'plannedStartAt', e.start_at, 'plannedEndAt', e.end_at,
      'startedAt', o.started_at, 'endedAt', o.ended_at) as "values",
    jsonb_build_object('line', b.line, 'shift', b.shift, 'shiftStartAt', ${ms('b.start_at')}, 'shiftEndAt', ${ms('b.end_at')}, 'station', e.station, 'operation', e.operation,
      'startAt', ${ms('e.start_at')}, 'runStartAt', ${ms('e.run_start_at')}, 'endAt', ${ms('e.end_at')}, 'qtyLeft', ${PIECES.left}, 'startedAt', ${ms('o.started_at')},
      'endedAt', ${ms('o.ended_at')}, 'qtyMade', ${PIECES.made(`${P.asOf} - ${TOLERANCE}`)}, 'toleranceMs', p.tolerance_sec * 1000) as raw
  from ${FROZEN} join plant p on p.plant = b.plant
  where b.plant = ${P.plant} and ${inWindow('b.start_at')} and e.start_at < b.end_at and e.end_at > b.start_at and ${onPage('e.start_at')}
    and b.start_at < ${P.asOf} - ${TOLERANCE} and (${P.line} is null or b.line = ${P.line}) and e.station = any(${P.stations})`;

/** Plans that were published, station by station. */
export const MOVES = `select m.version || '/' || m.station as id, m.published_at as at, m.published_at as till, 'plan' as kind, 'v' || m.version || ' · ' || m.station as title, 'part' as counts,
    jsonb_build_object('version', m.version, 'station', m.station, 'line', m.line) as "values",
    jsonb_build_object('line', m.line, 'station', m.station, 'publishedAt', ${ms('m.published_at')}, 'sums', m.sums) as raw
  from kpi_plan_move m where m.plant = ${P.plant} and ${inWindow('m.published_at')} and ${onPage('m.published_at')}
    and (${P.line} is null or m.line = ${P.line}) and m.station = any(${P.stations})`;

/** Notices that had to be acknowledged by now. */
export const NOTICES = `select n.id::text, n.due_at as at, n.due_at as till, 'notice' as kind, n.kind || coalesce(' · ' || n.operation, '') as title, null::text as counts,
    jsonb_build_object('station', n.station, 'line', n.line, 'raisedAt', n.raised_at, 'acknowledgedAt', n.acknowledged_at, 'acknowledgedBy', n.acknowledged_by) as "values",
    jsonb_build_object('line', coalesce(n.line, ''), 'station', coalesce(n.station, ''), 'dueAt', ${ms('n.due_at')}, 'acknowledgedAt', ${ms('n.acknowledged_at')}) as raw
  from notice n where n.plant = ${P.plant} and ${inWindow('n.due_at')} and n.due_at <= ${P.asOf} and ${onPage('n.due_at')} and n.withdrawn_at is null
    and (${P.line} is null or n.line = ${P.line})`;
