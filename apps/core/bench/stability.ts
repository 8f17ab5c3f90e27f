/**
 * `npm run bench:stability`: the simulated factory for some hours of its time: how often a plan is published and why, how much each one
 * moves, how many notices come of it, and whether orders are still in time. Options: `--hours 3 --rate 60 --seed 1`.
 */
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { benchmark, say, type BenchGround } from './benchmark';
import { livingFactory } from './living-factory';
import { quantile } from './machine';

const { values: options } = parseArgs({
  options: {
    hours: { type: 'string', default: '3' },
    rate: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
  },
});
const { seed } = options;
const [hours, rate] = [Number(options.hours), Number(options.rate)];
const HOUR_MS = 3_600_000;
/** Monday, twenty minutes before the early shift. */
const OPENING = '2026-03-09T05:40:00Z';
/** People prepare for what begins within this time. */
const NEAR = `interval '150 minutes'`;

/** Lets the factory live. @returns the database, when people have come to work */
async function factory(ground: BenchGround): Promise<Client> {
  process.env['CLOCK_START'] ??= OPENING;
  await livingFactory(ground, { rate, seed });
  const database = new Client({ connectionString: ground.url });
  await database.connect();
  ground.atEnd(() => database.end());
  await database.query(`set takt.plant = '*'`);
  return database;
}

type Span = readonly [from: Date, to: Date];
type Row = Readonly<Record<string, string | number | null>>;

const QUERIES = {
  versions: `select (figures->>'movedOperations')::int as moved, (figures->>'operations')::int as operations, (figures->>'lateSec')::int as late,
      (select count(*)::int from jsonb_array_elements(changes) c where c->>'kind' in ('earlier', 'later', 'station')
        and (c#>>'{from,startAt}')::timestamptz < created_at + ${NEAR}) as near
    from schedule_version where base is not null and published_at >= $1 and published_at < $2`,
  runs: `select split_part(outcome, ':', 1) as name, count(*)::int as n from replan_run where at >= $1 and at < $2 group by 1 order by 2 desc`,
  triggers: `select t->>'kind' as name, count(*)::int as n from schedule_version v, jsonb_array_elements(v.triggers) t
    where base is not null and published_at >= $1 and published_at < $2 group by 1 order by 2 desc`,
  alone: `select t.kinds as name, count(*)::int as n from schedule_version v, lateral (select string_agg(distinct e->>'kind', '+' order by e->>'kind') as kinds from jsonb_array_elements(v.triggers) e) t
    where base is not null and published_at >= $1 and published_at < $2 group by 1 order by 2 desc limit 8`,
  notices: `select count(*)::int as raised, count(*) filter (where acknowledged_at is not null)::int as acknowledged,
      count(*) filter (where withdrawn_at is not null and acknowledged_at is null)::int as withdrawn
    from notice where schedule_version is not null and raised_at >= $1 and raised_at < $2`,
  kinds: `select kind || coalesce(' because of ' || (trigger->>'kind'), '') as name, count(*)::int as n
    from notice where schedule_version is not null and raised_at >= $1 and raised_at < $2 group by 1 order by 2 desc`,
  frozen: `select coalesce(sum((sums->>'frozenOps')::numeric), 0)::int as frozen, coalesce(sum((sums->>'frozenMovedOps')::numeric), 0)::int as moved
    from kpi_plan_move where published_at >= $1 and published_at < $2`,
  lines: `select count(*)::int as due, count(*) filter (where shipped_at <= coalesce(latest_committed_at, committed_at))::int as in_time
    from order_line where status <> 'cancelled' and coalesce(latest_committed_at, committed_at) >= $1 and coalesce(latest_committed_at, committed_at) < $2`,
  work: `select (select count(*)::int from operation where status = 'done' and ended_at >= $1 and ended_at < $2) as done,
      (select count(*)::int from order_line where shipped_at >= $1 and shipped_at < $2) as shipped`,
} as const;

const median = (list: readonly number[]): number =>
  quantile(
    [...list].sort((a, b) => a - b),
    0.5,
  );
const mean = (list: readonly number[]): number => list.reduce((sum, value) => sum + value, 0) / list.length;
const counts = (rows: readonly Row[]): string => rows.map(({ name, n }) => `${name} ${n}`).join(', ');

async function tell(database: Client, span: Span): Promise<void> {
  const read = async (name: keyof typeof QUERIES): Promise<Row[]> =>
    (await database.query<Row>(QUERIES[name], [...span])).rows;
  const versions = await read('versions');
  const column = (name: string): number[] => versions.map((row) => Number(row[name]));
  const per = (n: unknown): string => (Number(n) / hours).toFixed(1);
  say(
    `plans      ${versions.length} published, ${per(versions.length)} an hour; replans: ${counts(await read('runs'))}`,
  );
  say(
    `moved      median ${median(column('moved'))}, mean ${mean(column('moved')).toFixed(1)} of ${mean(column('operations')).toFixed(0)} operations; within 2.5 h: median ${median(column('near'))}, mean ${mean(column('near')).toFixed(1)}`,
  );
  say(`triggers   ${counts(await read('triggers'))}`);
  say(`together   ${counts(await read('alone'))}`);
  const [notices] = await read('notices');
  say(
    `notices    ${notices?.['raised']} raised, ${per(notices?.['raised'])} an hour; ${notices?.['acknowledged']} acknowledged, ${notices?.['withdrawn']} withdrawn before anybody did`,
  );
  say(`of these   ${counts(await read('kinds'))}`);
  const [frozen] = await read('frozen');
  say(`frozen     ${frozen?.['moved']} of ${frozen?.['frozen']} operations moved`);
  const [[lines], [work]] = [await read('lines'), await read('work')];
  say(
    `orders     ${lines?.['in_time']} of ${lines?.['due']} lines in time; planned lateness at the end ${column('late').at(-1)} s, mean ${mean(column('late')).toFixed(0)} s`,
  );
  say(`work       ${work?.['done']} operations done, ${work?.['shipped']} lines shipped`);
}

benchmark(
  `load       the simulated factory, ${hours} h at ${rate} ×, seed ${seed}; core, database and factory on the same machine`,
  async (ground) => {
    const database = await factory(ground);
    const { rows } = await database.query<{ at: Date | null }>(
      'select max(created_at) as at from schedule_version',
    );
    const from = rows[0]?.at ?? new Date(OPENING);
    await new Promise((done) => setTimeout(done, (hours * HOUR_MS) / rate));
    await tell(database, [from, new Date(from.getTime() + hours * HOUR_MS)]);
  },
);
