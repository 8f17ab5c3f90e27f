import { SHOP } from './kpi-plant';

const HOUR_MS = 3_600_000;
const SHIFTS = JSON.stringify(
  [
    ['early', '06:00', '14:00', '10:00', '10:30'],
    ['late', '14:00', '22:00', '18:00', '18:30'],
    ['night', '22:00', '06:00', '02:00', '02:30'],
  ].map(([name, start, end, from, to]) => ({
    ...{ crew: name, name, start, end, weekdays: [1, 2, 3, 4, 5, 6] },
    breaks: [{ start: from, end: to }],
  })),
);

/** Set-up of a plant as SQL: three shifts on six days, so many lines with stations that a machine counts. */
export function plantSql(plant: string, { lines, stations }: { lines: number; stations: number }): string {
  return `
    insert into plant (plant, name, time_zone, currency, language, frozen_sec, tolerance_sec, ack_within_sec, costing, revision)
      values ('${plant}', '${plant}', 'Asia/Shanghai', 'CNY', 'en', 0, 600, 300, 'standard', 1);
    insert into shift_pattern (plant, id, name, shifts, revision) values ('${plant}', 'p', 'p', '${SHIFTS}', 1);
    insert into line (plant, id, name, position, shift_pattern, revision)
      select '${plant}', 'l-' || i, 'Line ' || i, i, 'p', 1 from generate_series(0, ${lines - 1}) i;
    insert into station (plant, id, line, name, position, capabilities, count_source, microstop_sec, silent_sec, cost_per_hour, active, revision)
      select '${plant}', 's-' || i, 'l-' || i / ${stations / lines}, 'Station ' || i, i, '{}', 'machine', 60, 600, 0, true, 1 from generate_series(0, ${stations - 1}) i;
    insert into reason (plant, id, kind, name, planned, position, active, revision)
      values ('${plant}', 'jam', 'stop', 'jam', false, 1, true, 1), ('${plant}', 'tea', 'stop', 'tea', true, 2, true, 1);`;
}

/** Items, customers and workers of the year. */
export function mastersSql(plant: string): string {
  const item = (prefix: string, kind: string, price: number, many: number): string => `
    insert into item (plant, id, name, kind, unit, class, replenishment, standard_cost, stock_min, lot_size, lead_time_sec, outside, active, revision)
      select '${plant}', '${prefix}-' || i, '${kind} ' || i, '${kind}', 'pcs', 'class-' || i % ${SHOP.classes}, 'buy', ${price}, 0, 1, 0, false, true, 1 from generate_series(0, ${many - 1}) i;`;
  return `${item('f', 'finished', 5, SHOP.finished)}${item('r', 'raw', 2, SHOP.raw)}
    insert into customer (plant, id, name, weight, min_remaining_life_days, active, revision)
      select '${plant}', 'c-' || i, 'Customer ' || i, 1, 0, true, 1 from generate_series(0, ${SHOP.customers - 1}) i;
    insert into worker (plant, id, name, line, language, skills, rate_per_hour, active, revision)
      select '${plant}', 'w-' || i, 'Worker ' || i, 'l-' || i % ${SHOP.lines}, 'en', '[]', 0, true, 1 from generate_series(0, ${SHOP.workers - 1}) i;`;
}

/** What 5,000 messages a second have come to in a stretch of time: at each station a state every 30 s and the counts of each minute. */
export function paceSql(plant: string, stations: number, [from, to]: readonly [number, number]): string {
  const [since, until] = [from, to].map((at) => `'${new Date(at).toISOString()}'::timestamptz`);
  return `
    insert into state_interval (plant, station, start_at, end_at, state, reason, operation)
      select '${plant}', 's-' || i, at, at + interval '30 s', (array['running', 'running', 'running', 'idle', 'stopped'])[1 + (i + extract(epoch from at)::int / 30) % 5], null, null
      from generate_series(0, ${stations - 1}) i, generate_series(${since}, ${until} - interval '1 ms', interval '30 s') at;
    insert into count_minute (plant, station, minute_at, good, scrap)
      select '${plant}', 's-' || i, at, 40, 1 from generate_series(0, ${stations - 1}) i, generate_series(date_trunc('minute', ${since}), ${until} - interval '1 ms', interval '1 minute') at
      on conflict (plant, station, minute_at) do update set good = count_minute.good + 20;`;
}

/** An hour before a time, for a history that the rounds look back into. */
export const hourBefore = (at: number): readonly [number, number] => [at - HOUR_MS, at];
