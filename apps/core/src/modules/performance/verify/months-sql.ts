/**
 * The months in which anything stands, in the raw tables or among the figures: `$1` plant, `$2` time zone, `$3` up to when facts were counted.
 * A day more at both ends: a night shift belongs to the day on which it opened.
 */
export const MONTHS_SQL = `with fact(from_at, to_at) as (
    select start_at, least(coalesce(end_at, $3::timestamptz), $3, case when state = 'unknown' then start_at + interval '31 days' end) from state_interval where plant = $1
    union all select in_at, least(coalesce(out_at, $3), $3) from attendance where plant = $1
    union all select minute_at, minute_at from count_minute where plant = $1
    union all select at, at from report where plant = $1
    union all select at, at from order_line cross join lateral (values (requested_at), (committed_at), (latest_committed_at), (shipped_at)) v(at) where plant = $1 and at is not null
    union all select at, at from work_order cross join lateral (values (started_at), (ended_at)) v(at) where plant = $1 and at is not null
    union all select occurred_at, occurred_at from stock_movement where plant = $1
    union all select start_at, start_at from shift_baseline where plant = $1
    union all select published_at, published_at from kpi_plan_move where plant = $1
    union all select due_at, due_at from notice where plant = $1 and due_at is not null
  ), local as (select from_at at time zone $2 as from_at, to_at at time zone $2 as to_at from fact where from_at <= $3),
  month(first) as (
    select date_trunc('month', at) from local cross join lateral (values (from_at - interval '1 day'), (from_at), (to_at), (to_at + interval '1 day')) v(at)
      where at <= ($3 at time zone $2) + interval '1 day'
    union select m from local, generate_series(date_trunc('month', from_at), to_at, interval '1 month') m where to_at - from_at > interval '25 days'
    union select date_trunc('month', day::timestamp) from kpi_bucket where plant = $1)
  select to_char(first, 'YYYY-MM') as month from month order by first`;
