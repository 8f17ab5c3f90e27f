import { OUTPUT } from '../../cube/labour.facts';
import { P, ms, onPage } from './fact-sql';
import { reports } from './station.source';

const OUT = `least(coalesce(a.out_at, ${P.asOf}), ${P.asOf})`;
const WORK = `(select coalesce(jsonb_agg(jsonb_build_object('worker', a.worker, 'operation', n.operation, 'station', n.station, 'startAt', ${ms('n.start_at')},
      'endAt', ${ms(`least(coalesce(n.end_at, ${P.asOf}), ${P.asOf})`)})), '[]'::jsonb)
    from operation_run n where n.plant = a.plant and a.worker = any(n.workers) and n.start_at < ${OUT} and coalesce(n.end_at, ${P.asOf}) > a.in_at)`;

/** Times in which people were here; where two overlap, the later one counts from where the earlier one ends. */
export const presences = (
  withWork: boolean,
): string => `select a.id::text, a.in_at as at, ${OUT} as till, 'attendance' as kind, p.name as title, 'part' as counts,
    jsonb_build_object('worker', a.worker, 'line', a.line, 'outAt', a.out_at, 'closedBy', a.closed_by,
      'attendedSec', extract(epoch from least(${OUT}, ${P.to}) - greatest(free.at, ${P.from}))) as "values",
    jsonb_build_object('presence', jsonb_build_object('worker', a.worker, 'line', coalesce(a.line, ''), 'source', a.source, 'startAt', ${ms('free.at')}, 'endAt', ${ms(OUT)}),
      'spans', ${withWork ? WORK : `'[]'::jsonb`}) as raw
  from attendance a join worker p on p.plant = a.plant and p.id = a.worker
  cross join lateral (select greatest(a.in_at, max(least(coalesce(e.out_at, ${P.asOf}), ${P.asOf}))) as at from attendance e
    where e.plant = a.plant and e.worker = a.worker and coalesce(e.line, '') = coalesce(a.line, '') and (e.in_at, e.id) < (a.in_at, a.id)) free
  where a.plant = ${P.plant} and a.in_at < least(${P.to}, ${P.asOf}) and ${OUT} > ${P.from} and ${onPage('a.in_at')} and free.at < ${OUT}
    and (${P.line} is null or a.line = ${P.line}) and (${P.worker} is null or a.worker = ${P.worker})`;

/** Good pieces that people reported. */
export const OUTPUTS = reports(
  `jsonb_build_object('station', r.station, 'at', ${ms('r.at')}, 'good', r.good::text, 'labourSecPerUnit', ${OUTPUT.labourSec}, 'value', ${OUTPUT.value},
    'last', ${OUTPUT.last}, 'workers', to_jsonb(r.workers), 'source', r.source)`,
  `r.good > 0 and (${P.worker} is null or ${P.worker} = any(r.workers))`,
);
