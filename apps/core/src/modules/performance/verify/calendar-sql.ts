/**
 * Shifts, cells of time and working time of a span, told by PostgreSQL alone from the patterns and exceptions: independent of the
 * calendar that the figures are computed with. Reads `v_span` (plant, zone, from_at, to_at, as_of).
 */
const SCOPED = (kind: string, scope: string): string =>
  `coalesce((select range_agg(tstzrange(x.start_at, x.end_at)) from shift_exception x where x.plant = sp.plant and x.worker is null and x.kind = '${kind}' and ${scope}), '{}'::tstzmultirange)`;
const OF_PLANT = 'x.line is null and x.station is null';
const OF_LINE = 'x.station is null and x.line = l.line';
const OF_STATION = 'x.station = s.station';

/** Seconds of a multirange. */
export const SECONDS = (ranges: string): string =>
  `coalesce((select sum(extract(epoch from upper(q) - lower(q))) from unnest(${ranges}) q), 0)`;

/** Makes `v_line`, `v_station`, `v_shift`, `v_cell`, `v_work`, in order. */
export const CALENDAR_SQL: readonly string[] = [
  // how lines and stations were; the first version counts from ever
  `create temp table v_line on commit drop as select id as line, facts->'shifts' as shifts,
     case when row_number() over w = 1 then '-infinity'::timestamptz else valid_from end as valid_from,
     coalesce(lead(valid_from) over w, 'infinity') as valid_to
   from kpi_as_was, v_span sp where kpi_as_was.plant = sp.plant and kind = 'line' window w as (partition by id order by valid_from)
   union all select '', 'null'::jsonb, '-infinity', 'infinity'`,
  `create temp table v_station on commit drop as select id as station, facts->>'line' as line, facts->>'countSource' as count_source,
     case when row_number() over w = 1 then '-infinity'::timestamptz else valid_from end as valid_from,
     coalesce(lead(valid_from) over w, 'infinity') as valid_to
   from kpi_as_was, v_span sp where kpi_as_was.plant = sp.plant and kind = 'station' window w as (partition by id order by valid_from)`,
  // shifts of the patterns as they fall on days
  `create temp table v_draft on commit drop as
   select l.line, l.valid_from, h->>'crew' as crew, d.day, t.start_at, t.end_at,
     coalesce((select range_agg(tstzrange(p.at, p.at + p.length)) from (
       select (d.day + case when (b->>'start')::time < (h->>'start')::time then 1 else 0 end + case when b->>'start' = '24:00' then time '00:00' else (b->>'start')::time end + case when b->>'start' = '24:00' then interval '1 day' else interval '0' end) at time zone sp.zone as at,
         make_interval(secs => case when extract(epoch from (b->>'end')::time - (b->>'start')::time) <= 0 then 86400 else 0 end + extract(epoch from (b->>'end')::time - (b->>'start')::time)) as length
       from jsonb_array_elements(h->'breaks') b) p), '{}'::tstzmultirange) as breaks
   from v_span sp, v_line l cross join lateral jsonb_array_elements(case when jsonb_typeof(l.shifts) = 'array' then l.shifts else '[]'::jsonb end) h
   cross join lateral (select day::date as day from generate_series((sp.from_at at time zone sp.zone)::date - 3, (sp.to_at at time zone sp.zone)::date + 2, interval '1 day') day) d
   cross join lateral (select (d.day + (h->>'start')::time) at time zone sp.zone as start_at,
     (d.day + case when h->>'end' <> '24:00' and h->>'end' <= h->>'start' then 1 else 0 end + (h->>'end')::time) at time zone sp.zone as end_at) t
   where h->'weekdays' @> to_jsonb(extract(isodow from d.day)::int) and t.start_at < t.end_at`,
  // time that lines are open: the pattern, or always; the plant's exceptions, then the line's
  `create temp table v_open on commit drop as
   select l.line, l.valid_from, l.valid_to, o.pattern, ((((o.pattern - ${SCOPED('closed', OF_PLANT)}) + ${SCOPED('extra', OF_PLANT)}) - ${SCOPED('closed', OF_LINE)}) + ${SCOPED('extra', OF_LINE)}) as open,
     ${SCOPED('extra', OF_PLANT)} + ${SCOPED('extra', OF_LINE)} as extra, ${SCOPED('maintenance', OF_PLANT)} + ${SCOPED('maintenance', OF_LINE)} as maintenance
   from v_span sp, v_line l cross join lateral (select case when jsonb_typeof(l.shifts) <> 'array' then tstzmultirange(tstzrange(sp.from_at - interval '3 days', sp.to_at + interval '3 days'))
     else coalesce((select range_agg(tstzmultirange(tstzrange(d.start_at, d.end_at)) - d.breaks) from v_draft d where d.line = l.line and d.valid_from = l.valid_from), '{}'::tstzmultirange) end as pattern) o`,
  `create temp table v_shift on commit drop as
   select s.line, s.valid_from, s.day, s.start_at, s.end_at, to_char(s.start_at at time zone sp.zone, 'YYYY-MM-DD"T"HH24:MI') || '/' || s.crew as key,
     ${SECONDS('((o.open * tstzmultirange(tstzrange(s.start_at, s.end_at))) - o.maintenance)')} as work_sec
   from v_span sp, (
     select line, valid_from, crew, day, start_at, end_at from v_draft
     union all
     select o.line, o.valid_from, 'extra', (lower(u) at time zone sp.zone)::date, lower(u), upper(u) from v_span sp, v_open o cross join lateral unnest((o.open * o.extra)
       - coalesce((select range_agg(tstzrange(d.start_at, d.end_at)) from v_draft d where d.line = o.line and d.valid_from = o.valid_from), '{}'::tstzmultirange)) u
       where o.line <> '' and exists (select from v_draft d where d.line = o.line and d.valid_from = o.valid_from)
   ) s join v_open o on o.line = s.line and o.valid_from = s.valid_from
   where not isempty(range_merge(o.open * tstzmultirange(tstzrange(s.start_at, s.end_at))))`,
  // clock hours, cut where shifts begin and end
  `create temp table v_cell on commit drop as
   with hours as (select t from v_span sp, generate_series(sp.from_at - interval '1 day', sp.to_at + interval '1 day', interval '15 minutes') t where extract(minute from t at time zone sp.zone) = 0),
   cuts as (
     select l.line, l.valid_from, l.valid_to, h.t as at from v_line l, hours h
     union select l.line, l.valid_from, l.valid_to, e.at from v_line l join v_shift s on s.line = l.line and s.valid_from = l.valid_from cross join lateral (values (s.start_at), (s.end_at)) e(at), v_span sp
       where e.at between sp.from_at - interval '1 day' and sp.to_at + interval '1 day'
   ), spans as (select line, valid_from, valid_to, at as start_at, lead(at) over (partition by line, valid_from order by at) as end_at from cuts)
   select c.line, c.start_at, c.end_at, s.key as shift, coalesce(s.day, (c.start_at at time zone sp.zone)::date) as day, s.work_sec
   from v_span sp, spans c left join lateral (select s.key, s.day, s.work_sec from v_shift s where s.line = c.line and s.valid_from = c.valid_from
     and s.start_at <= c.start_at and c.start_at < s.end_at order by s.start_at limit 1) s on true
   where c.end_at is not null and c.start_at >= c.valid_from and c.start_at < c.valid_to`,
  'create index on v_cell (line, start_at)',
  'analyze v_cell',
  // working time of stations: the line's, with their own exceptions, without maintenance
  `create temp table v_work on commit drop as
   select s.station, range_agg((((o.pattern - ${SCOPED('closed', OF_PLANT)} + ${SCOPED('extra', OF_PLANT)} - ${SCOPED('closed', OF_LINE)} + ${SCOPED('extra', OF_LINE)} - ${SCOPED('closed', OF_STATION)} + ${SCOPED('extra', OF_STATION)})
     - o.maintenance - ${SCOPED('maintenance', OF_STATION)}) * tstzmultirange(tstzrange(greatest(s.valid_from, o.valid_from), least(s.valid_to, o.valid_to))))) as work
   from v_span sp, v_station s join v_open o on o.line = s.line and o.valid_from < s.valid_to and o.valid_to > s.valid_from join v_line l on l.line = o.line and l.valid_from = o.valid_from group by s.station`,
];
