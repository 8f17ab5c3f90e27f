import { SECONDS } from './calendar-sql';

/**
 * What every finest row has to hold, told by PostgreSQL alone from the raw tables into `v_expected` and `v_lasted`: independent of the code
 * that the figures are computed with. Reads `v_span` and the tables of the calendar.
 */
const STANDS = `r.reverses is null and not exists (select from report b where b.plant = r.plant and b.reverses = r.id)`;
const RUN_SEC = (station: string): string =>
  `coalesce((select (x->>'runSecPerUnit')::numeric from jsonb_array_elements(o.ways) x where x->>'station' = ${station} limit 1), (o.ways->0->>'runSecPerUnit')::numeric, 0)`;
const EXPECT = `insert into v_expected (cube, day, start_at, shift, line, station, item, customer, worker, step, name, amount)`;
const IN_CELL = (at: string): string =>
  `join v_cell c on c.line = st.line and c.start_at >= st.valid_from and c.start_at < st.valid_to and ${at} >= c.start_at and ${at} < c.end_at`;
const DAY = (at: string): string => `(${at} at time zone sp.zone)::date`;

const STATIONS: readonly string[] = [
  `create temp table v_state on commit drop as
   select s.station, s.state, s.start_at, least(coalesce(s.end_at, sp.as_of), sp.as_of, case when s.state = 'unknown' then s.start_at + interval '31 days' end) as end_at, coalesce(w.item, '') as item, coalesce(r.planned, false) as planned
   from v_span sp, state_interval s left join operation o on o.plant = s.plant and o.id = s.operation left join work_order w on w.plant = o.plant and w.id = o.work_order
   left join lateral (select p.reason from stop p where p.plant = s.plant and p.station = s.station and s.state in ('stopped', 'fault') and p.start_at <= s.start_at
     and coalesce(p.end_at, 'infinity') > s.start_at order by p.start_at desc limit 1) p on true
   left join reason r on r.plant = s.plant and r.id = coalesce(p.reason, s.reason)
   where s.plant = sp.plant and s.start_at < least(sp.to_at, sp.as_of) and coalesce(s.end_at, 'infinity') >= sp.from_at and s.start_at < least(coalesce(s.end_at, sp.as_of), sp.as_of)`,
  `${EXPECT} select 'station', c.day, c.start_at, c.shift, c.line, i.station, i.item, '', '', 0, v.name, v.amount
   from v_state i join v_station st on st.station = i.station join v_cell c on c.line = st.line and c.start_at >= st.valid_from and c.start_at < st.valid_to and c.start_at < i.end_at and c.end_at > i.start_at
   join v_work w on w.station = i.station
   cross join lateral (select tstzrange(greatest(i.start_at, c.start_at), least(i.end_at, c.end_at)) as part) p
   cross join lateral (select extract(epoch from upper(p.part) - lower(p.part)) as whole, ${SECONDS('(w.work * tstzmultirange(p.part))')} as inside) m
   cross join lateral (values
     ('plannedBusySec', case when i.state in ('running', 'setup') then m.whole when i.state = 'idle' or (i.state in ('stopped', 'fault') and not i.planned) then m.inside end),
     ('productionSec', case when i.state = 'running' then m.whole end), ('runSec', case when i.state = 'running' then m.whole end), ('setupSec', case when i.state = 'setup' then m.whole end),
     ('idleSec', case when i.state = 'idle' then m.inside end), ('unknownSec', case when i.state = 'unknown' then m.inside end),
     ('downSec', case when i.state in ('stopped', 'fault') and not i.planned then m.inside end), ('faultSec', case when i.state = 'fault' then m.whole end),
     ('failures', case when i.state = 'fault' and i.start_at >= c.start_at and not exists (select from v_state b where b.station = i.station and b.state = 'fault' and b.end_at = i.start_at) then 1 end)
   ) v(name, amount)`,
  `${EXPECT} select 'station', c.day, c.start_at, c.shift, c.line, f.station, f.item, '', '', f.step, v.name, v.amount from (
     select n.station, 'machine' as source, n.minute_at as at, n.good::numeric, n.scrap::numeric, 0::numeric as rework, coalesce(w.item, '') as item, coalesce(o.no, 0) as step,
       case when o.id is null then 0 else ${RUN_SEC('n.station')} end as run_sec, coalesce(w.kind = 'rework', false) as repair
     from v_span sp, count_minute n left join lateral (select s.operation from state_interval s where s.plant = n.plant and s.station = n.station and s.start_at < n.minute_at + interval '1 minute'
       order by s.start_at desc limit 1) s on true left join operation o on o.plant = n.plant and o.id = s.operation left join work_order w on w.plant = o.plant and w.id = o.work_order
     where n.plant = sp.plant and n.minute_at >= sp.from_at and n.minute_at < least(sp.to_at, sp.as_of)
     union all
     select r.station, 'terminal', r.at, r.good, r.scrap, r.rework, w.item, o.no, ${RUN_SEC('r.station')}, w.kind = 'rework'
     from v_span sp, report r join operation o on o.plant = r.plant and o.id = r.operation join work_order w on w.plant = o.plant and w.id = o.work_order
     where r.plant = sp.plant and r.at >= sp.from_at and r.at < least(sp.to_at, sp.as_of) and ${STANDS}
   ) f join v_station st on st.station = f.station and st.count_source = f.source and f.at >= st.valid_from and f.at < st.valid_to ${IN_CELL('f.at')}
   cross join lateral (values ('producedQty', f.good + f.scrap + f.rework), ('goodQty', f.good), ('scrapQty', f.scrap), ('reworkQty', f.rework),
     ('plannedRunSec', (f.good + f.scrap + f.rework) * f.run_sec), ('goodRunSec', f.good * f.run_sec)) v(name, amount) where not f.repair`,
];

const PEOPLE: readonly string[] = [
  `create temp table v_here on commit drop as select a.worker, coalesce(a.line, '') as line, range_agg(tstzrange(a.in_at, least(coalesce(a.out_at, sp.as_of), sp.as_of))) as here
   from v_span sp, attendance a where a.plant = sp.plant and a.in_at < least(sp.as_of, sp.to_at) and coalesce(a.out_at, sp.as_of) > sp.from_at and a.in_at < coalesce(a.out_at, sp.as_of) group by 1, 2`,
  `create temp table v_busy on commit drop as select u.worker, range_agg(tstzrange(r.start_at, least(coalesce(r.end_at, sp.as_of), sp.as_of))) as busy
   from v_span sp, operation_run r cross join lateral unnest(r.workers) u(worker) where r.plant = sp.plant and r.start_at < least(coalesce(r.end_at, sp.as_of), sp.as_of) group by 1`,
  `${EXPECT} select 'labour', c.day, c.start_at, c.shift, c.line, '', '', '', h.worker, 0, v.name, v.amount from v_here h join v_cell c on c.line = h.line
   cross join lateral unnest(h.here * tstzmultirange(tstzrange(c.start_at, c.end_at))) part cross join lateral (select extract(epoch from upper(part) - lower(part)) as sec) m
   cross join lateral (values ('attendedSec', m.sec), ('personShifts', round(m.sec / coalesce(nullif(c.work_sec, 0), 28800), 12))) v(name, amount)
   where c.start_at < upper(range_merge(h.here)) and c.end_at > lower(range_merge(h.here))`,
  `${EXPECT} select 'labour', c.day, c.start_at, c.shift, c.line, '', '', '', h.worker, 0, 'onOrderSec', ${SECONDS('(h.here * b.busy * tstzmultirange(tstzrange(c.start_at, c.end_at)))')}
   from v_here h join v_busy b on b.worker = h.worker join v_cell c on c.line = h.line and c.start_at < upper(range_merge(h.here)) and c.end_at > lower(range_merge(h.here))`,
  `${EXPECT} select 'labour', c.day, c.start_at, c.shift, c.line, '', '', '', k.worker, 0, v.name, case when k.place = 1 then v.amount - (k.people - 1) * trunc(v.amount / k.people, 6) else trunc(v.amount / k.people, 6) end
   from v_span sp, report r join operation o on o.plant = r.plant and o.id = r.operation join v_station st on st.station = r.station and r.at >= st.valid_from and r.at < st.valid_to ${IN_CELL('r.at')}
   cross join lateral (select d.worker, row_number() over (order by d.worker collate "C") as place, count(*) over () as people
     from (select distinct u.worker from unnest(case when r.workers = '{}' then array[''] else r.workers end) u(worker)) d) k
   cross join lateral (select not exists (select from operation n where n.plant = o.plant and n.work_order = o.work_order and n.no > o.no) as last) l
   cross join lateral (values ('earnedSec', r.good * ${RUN_SEC('r.station')} * o.crew), ('outputQty', case when l.last then r.good else 0 end),
     ('outputValue', case when l.last then coalesce((select sum(m.value) from stock_movement m where m.plant = r.plant and m.report = r.id and m.kind = 'completion' and m.reverses is null and m.corrects is null), 0) else 0 end)) v(name, amount)
   where r.plant = sp.plant and r.at >= sp.from_at and r.at < least(sp.to_at, sp.as_of) and r.good > 0 and ${STANDS}`,
];

const BASES = [
  ['Requested', 'requested_at'],
  ['Committed', 'committed_at'],
  ['Latest', 'latest_committed_at'],
] as const;

const ORDERS: readonly string[] = [
  `create temp table v_promise on commit drop as
   select l."order", l.line, l.item, o.customer, b.basis, b.at, l.status, sh.qty_by >= l.qty as in_full, sh.qty_by >= l.qty or (l.status = 'shipped' and sh.some and not sh.later) as on_time
   from v_span sp, order_line l join customer_order o on o.plant = l.plant and o.id = l."order"
   cross join lateral (values ${BASES.map(([name, column]) => `('${name}', l.${column})`).join(', ')}) b(basis, at)
   cross join lateral (select coalesce(sum(s.qty) filter (where s.shipped_at <= b.at), 0) as qty_by, count(*) > 0 as some, coalesce(bool_or(s.shipped_at > b.at), false) as later
     from shipment s where s.plant = l.plant and s."order" = l."order" and s.line = l.line) sh
   where l.plant = sp.plant and l.status <> 'cancelled'`,
  `${EXPECT} select 'delivery', ${DAY('p.at')}, null, null, '', '', p.item, p.customer, '', 0, v.name || p.basis, v.amount::int from v_span sp, v_promise p
   cross join lateral (values ('linesDue', true), ('linesOnTime', p.on_time), ('linesInFull', p.in_full)) v(name, amount) where p.at >= sp.from_at and p.at < sp.to_at and p.at <= sp.as_of`,
  `${EXPECT} select 'order', ${DAY('q.at')}, null, null, '', '', '', q.customer, '', 0, v.name || q.basis, v.amount::int from v_span sp,
   (select "order", customer, basis, max(at) as at, bool_and(on_time) as on_time, bool_and(in_full) as in_full from v_promise group by 1, 2, 3 having bool_and(at is not null)) q
   cross join lateral (values ('ordersDue', true), ('ordersOnTime', q.on_time), ('ordersInFull', q.in_full)) v(name, amount) where q.at >= sp.from_at and q.at < sp.to_at and q.at <= sp.as_of`,
  `insert into v_lasted select 'delivery', ${DAY('l.shipped_at')}, '', l.item, o.customer, greatest(extract(epoch from l.shipped_at - o.received_at), 0)
   from v_span sp, order_line l join customer_order o on o.plant = l.plant and o.id = l."order" where l.plant = sp.plant and l.status = 'shipped' and l.shipped_at >= sp.from_at and l.shipped_at < sp.to_at and l.shipped_at <= sp.as_of`,
];

const EPOCH = (at: string): string => `extract(epoch from ${at})`;

const STOCK: readonly string[] = [
  `${EXPECT} select 'stock', ${DAY('m.occurred_at')}, null, null, '', '', m.item, '', '', 0, v.name, v.amount from v_span sp, stock_movement m join item i on i.plant = m.plant and i.id = m.item and not i.outside
   left join stock_movement k on k.plant = m.plant and k.id = m.corrects
   cross join lateral (select coalesce(k.kind, m.kind) as kind, case when m.place = 'wip' or i.kind = 'semi-finished' then 'wip' when i.kind = 'raw' then 'raw' else 'finished' end as stage) s
   cross join lateral (values (s.stage || 'Change', m.value), (s.stage || 'Moment', m.value * ${EPOCH('m.occurred_at')}),
     ('qtyChange', case when s.stage = 'finished' then m.qty end), ('qtyMoment', case when s.stage = 'finished' then m.qty * ${EPOCH('m.occurred_at')} end),
     ('cogsValue', case when s.kind in ('shipment', 'return') then -m.value end), ('shippedQty', case when s.kind in ('shipment', 'return') then -m.qty end),
     ('rawUsedValue', case when s.kind in ('backflush', 'issue') and m.place <> 'wip' and i.kind = 'raw' then -m.value end),
     ('wipUsedValue', case when s.kind = 'completion' and i.kind = 'finished' then m.value end)) v(name, amount)
   where m.plant = sp.plant and m.occurred_at >= sp.from_at and m.occurred_at < least(sp.to_at, sp.as_of)`,
  `create temp table v_life on commit drop as
   select w.id, w.item, w.status, w.started_at, case when w.status = 'cancelled' then coalesce((select max(r.at) from operation o join report r on r.plant = o.plant and r.operation = o.id where o.plant = w.plant and o.work_order = w.id), w.started_at) else w.ended_at end as ended_at,
     (select coalesce(sum(coalesce((o.ways->0->>'runSecPerUnit')::numeric, 0)), 0) from operation o where o.plant = w.plant and o.work_order = w.id) * w.qty as work_sec,
     (select o.station from operation o where o.plant = w.plant and o.work_order = w.id order by o.no desc limit 1) as station
   from v_span sp, work_order w where w.plant = sp.plant and w.started_at is not null`,
  `${EXPECT} select 'progress', ${DAY('e.at')}, null, null, coalesce(st.line, ''), '', l.item, '', '', 0, v.name, v.amount from v_span sp, v_life l
   cross join lateral (values (l.started_at, 1), (l.ended_at, -1)) e(at, sign) left join v_station st on st.station = l.station and e.at >= st.valid_from and e.at < st.valid_to
   cross join lateral (values ('ordersChange', e.sign::numeric), ('ordersMoment', e.sign * ${EPOCH('e.at')}), ('workSecChange', e.sign * l.work_sec), ('workSecMoment', e.sign * l.work_sec * ${EPOCH('e.at')})) v(name, amount)
   where e.at >= sp.from_at and e.at < sp.to_at and e.at <= sp.as_of`,
  `insert into v_lasted select 'progress', ${DAY('l.ended_at')}, coalesce(st.line, ''), l.item, '', greatest(extract(epoch from l.ended_at - l.started_at), 0)
   from v_span sp, v_life l left join v_station st on st.station = l.station and l.ended_at >= st.valid_from and l.ended_at < st.valid_to
   where l.status <> 'cancelled' and l.ended_at >= sp.from_at and l.ended_at < sp.to_at and l.ended_at <= sp.as_of`,
];

const PLANS: readonly string[] = [
  `${EXPECT} select 'plan', c.day, c.start_at, c.shift, c.line, e.station, '', '', '', 0, v.name, v.amount
   from v_span sp join plant p on p.plant = sp.plant join shift_baseline b on b.plant = sp.plant and b.start_at >= sp.from_at and b.start_at < sp.to_at join schedule_entry e on e.plant = b.plant and e.version = b.version and e.start_at < b.end_at and e.end_at > b.start_at
   join station s on s.plant = e.plant and s.id = e.station and s.line = b.line join operation o on o.plant = e.plant and o.id = e.operation
   join v_cell c on c.line = b.line and b.start_at >= c.start_at and b.start_at < c.end_at
   cross join lateral (select make_interval(secs => p.tolerance_sec) as tolerance) t
   cross join lateral (select least(b.end_at, sp.as_of - t.tolerance) as till) u
   cross join lateral (select coalesce(sum(r.good) filter (where r.at < b.start_at), 0) as before, coalesce(sum(r.good) filter (where r.at >= b.start_at and r.at < u.till), 0) as made
     from report r where r.plant = o.plant and r.operation = o.id and ${STANDS}) m
   cross join lateral (select greatest(e.run_start_at, b.start_at) as run) a
   cross join lateral (select round(greatest(o.qty_target - m.before, 0) * (greatest(extract(epoch from least(e.end_at, u.till) - a.run), 0) * 1000) / greatest(extract(epoch from e.end_at - a.run) * 1000, 1), 6) as planned) q
   cross join lateral (values
     ('plannedStarts', (e.start_at >= b.start_at and e.start_at < u.till)::int::numeric),
     ('startsOnPlan', (e.start_at >= b.start_at and e.start_at < u.till and o.started_at between e.start_at - t.tolerance and e.start_at + t.tolerance)::int),
     ('plannedEnds', (e.end_at >= b.start_at and e.end_at < u.till)::int),
     ('endsOnPlan', (e.end_at >= b.start_at and e.end_at < u.till and o.ended_at between e.end_at - t.tolerance and e.end_at + t.tolerance)::int),
     ('plannedQty', q.planned), ('attainedQty', least(q.planned, m.made))) v(name, amount)
   where u.till > b.start_at`,
  `${EXPECT} select 'plan', c.day, c.start_at, c.shift, c.line, m.station, '', '', '', 0, v.key, v.value::numeric from v_span sp join kpi_plan_move m on m.plant = sp.plant and m.published_at >= sp.from_at and m.published_at < sp.to_at
   join v_cell c on c.line = m.line and m.published_at >= c.start_at and m.published_at < c.end_at cross join lateral jsonb_each_text(m.sums) v`,
  `${EXPECT} select 'plan', c.day, c.start_at, c.shift, c.line, coalesce(n.station, ''), '', '', '', 0, v.name, v.amount from v_span sp join notice n on n.plant = sp.plant and n.due_at >= sp.from_at and n.due_at < sp.to_at and n.due_at <= sp.as_of and n.withdrawn_at is null
   join v_cell c on c.line = coalesce(n.line, '') and n.due_at >= c.start_at and n.due_at < c.end_at cross join lateral (values ('noticesDue', 1), ('noticesInTime', (n.acknowledged_at <= n.due_at)::int)) v(name, amount)`,
];

/** Fills `v_expected` and `v_lasted`, in order. */
export const FACT_SQL: readonly string[] = [
  `create temp table v_expected (cube text, day date, start_at timestamptz, shift text, line text, station text, item text, customer text, worker text, step int, name text, amount numeric) on commit drop`,
  `create temp table v_lasted (cube text, day date, line text, item text, customer text, sec numeric) on commit drop`,
  ...[...STATIONS, ...PEOPLE, ...ORDERS, ...STOCK, ...PLANS],
  `delete from v_expected where amount is null or amount = 0`,
  `delete from v_expected e using v_span sp where e.day < sp.first_day or e.day >= sp.next_day`,
  `delete from v_lasted e using v_span sp where e.day < sp.first_day or e.day >= sp.next_day`,
];
