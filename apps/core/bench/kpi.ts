/**
 * `npm run bench:kpi`: a year of 10 M machine events, 1 M order lines and 5 M movements, streamed into a PostgreSQL of its own, counted
 * into figures, and read as the office reads them. Options: `--scale 0.1` for a tenth, `--seed 1`, `--rounds 40` readings a page.
 */
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Client } from 'pg';
import { migrations } from '../migrations';
import { AppModule } from '../src/app.module';
import { readEnv } from '../src/env';
import { RollUpService } from '../src/modules/performance';
import { Clock } from '../src/platform/clock';
import { Database, migrate } from '../src/platform/database';
import { benchmark, say } from './benchmark';
import { copyInto } from './copy';
import { PageReader } from './kpi-read';
import { hourBefore, mastersSql, paceSql, plantSql } from './kpi-set-up';
import { randomOf, SHOP, YEAR } from './kpi-plant';
import { Year } from './kpi-year';
import { cpuSec, quantile } from './machine';
import { Part } from './part';

const { values: options } = parseArgs({
  options: {
    scale: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '40' },
  },
});
const [scale, seed, rounds] = [options.scale, options.seed, options.rounds].map(Number) as [
  number,
  number,
  number,
];

const FULL = { events: 10_000_000, orderLines: 1_000_000, movements: 5_000_000 } as const;
const PACE = { plant: 'fast', lines: 10, stations: 200, perSec: 5000, stepMs: 30_000, steps: 20 } as const;
const LATE = { events: 30, goalMs: 20 } as const;
const RAW = [
  'device_message',
  'state_interval',
  'count_minute',
  'report',
  'operation_run',
  'attendance',
  'work_order',
  'operation',
  'customer_order',
  'order_line',
  'shipment',
  'stock_movement',
] as const;

const secondsSince = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;
const many = (count: number): string => Math.round(count).toLocaleString('en');

/** The bench with what it has started. */
class KpiBench {
  constructor(
    private readonly database: Client,
    private readonly app: INestApplicationContext,
    private readonly clock: Clock,
    readonly postmaster: number,
  ) {}

  /** Fills the raw tables. Keys are checked by who made them: the rows come from one seed. */
  async fill(): Promise<void> {
    const began = performance.now();
    await this.database.query(
      `set takt.plant = '*'; set session_replication_role = replica; set synchronous_commit = off`,
    );
    await this.database.query(`${plantSql('main', SHOP)} ${mastersSql('main')}`);
    await this.database.query(`select message_partitions_open('2024-12-31', '2026-01-01')`);
    const size = {
      events: FULL.events * scale,
      orderLines: FULL.orderLines * scale,
      movements: FULL.movements * scale,
      seed,
    };
    for (const { table, columns, rows } of new Year(size).tables()) {
      const since = performance.now();
      await copyInto(this.database, table, columns, rows());
      const [{ n } = { n: 0 }] = (
        await this.database.query<{ n: number }>(`select count(*)::float8 as n from ${table}`)
      ).rows;
      say(`  ${table.padEnd(16)} ${many(n).padStart(12)} rows in ${secondsSince(since)}`);
    }
    await this.database.query('analyze');
    say(`streamed in ${secondsSince(began)}`);
  }

  /** Counts the whole year into figures. */
  async count(): Promise<void> {
    const [since, before] = [performance.now(), this.cpuSec()];
    const { rows } = await this.app.get(RollUpService).catchUp('main');
    const sec = (performance.now() - since) / 1000;
    say(
      `counted the year in ${sec.toFixed(1)} s, ${(this.cpuSec() - before).toFixed(1)} s of processor time: ${many((FULL.events * scale) / sec)} events/s with their orders and movements, ${many(rows)} finest rows`,
    );
    await this.database.query('analyze kpi_bucket');
  }

  /** Size of the figures beside that of the facts. */
  async sizes(): Promise<void> {
    const of = async (tables: readonly string[]): Promise<number> =>
      (
        await this.database.query<{ bytes: number }>(
          `select coalesce(sum(pg_total_relation_size(c.oid)), 0)::float8 as bytes from pg_class c left join pg_inherits h on h.inhrelid = c.oid
           where c.relname = any($1) or h.inhparent = any(select to_regclass(x) from unnest($1::text[]) x)`,
          [tables],
        )
      ).rows[0]?.bytes ?? 0;
    const [raw, own] = [await of(RAW), await of(['kpi_bucket', 'kpi_restatement'])];
    const { rows } = await this.database.query<{ kind: string; n: number }>(
      'select kind, count(*)::float8 as n from kpi_bucket group by 1 order by 1',
    );
    say(
      `size       raw ${many(raw / 1e6)} MB, figures ${many(own / 1e6)} MB: ${((100 * own) / raw).toFixed(1)} %`,
    );
    say(`           rows of figures: ${rows.map(({ kind, n }) => `${kind} ${many(n)}`).join(', ')}`);
  }

  /** One event of some day that comes late: the hours that it touches, and everything above them, are restated. */
  async late(): Promise<void> {
    const random = randomOf(seed + 7);
    const [with_, without]: [number[], number[]] = [[], []];
    let usedSec = 0;
    for (let i = 0; i < LATE.events; i++) {
      const at = new Date(YEAR.from + random() * (YEAR.to - YEAR.from));
      const station = `s-${Math.floor(random() * SHOP.stations)}`;
      const before = this.cpuSec();
      without.push(await this.settle());
      usedSec -= this.cpuSec() - before;
      await this.database.query(
        `update state_interval set state = case state when 'idle' then 'fault' else 'idle' end where plant = 'main' and station = $1
        and start_at = (select max(start_at) from state_interval where plant = 'main' and station = $1 and start_at <= $2)`,
        [station, at],
      );
      await this.database.query(
        `insert into kpi_mark (plant, kind, subject, from_at, to_at, reason) values ('main', 'station', $1, $2, $2, 'late')`,
        [station, at],
      );
      const since = this.cpuSec();
      with_.push(await this.settle());
      usedSec += this.cpuSec() - since;
    }
    const p50 = (list: readonly number[]): number =>
      quantile(
        [...list].sort((a, b) => a - b),
        0.5,
      );
    const cost = p50(with_.map((ms, i) => ms - (without[i] ?? 0)));
    say(
      `late event ${cost.toFixed(1)} ms (goal ${LATE.goalMs}); a round with it ${p50(with_).toFixed(1)} ms, without ${p50(without).toFixed(1)} ms, medians of ${LATE.events}; processor time of one ${((usedSec * 1000) / LATE.events).toFixed(1)} ms`,
    );
  }

  /** Processor time of this process and of PostgreSQL so far, in s: on a busy machine it says more than the clock on the wall. */
  private cpuSec(): number {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6 + cpuSec(this.postmaster);
  }

  private async settle(): Promise<number> {
    const since = performance.now();
    await this.app.get(Database).write('main', (tx) => this.app.get(RollUpService).settle(tx));
    return performance.now() - since;
  }

  /** Rounds while 200 stations tell 5,000 messages a second. */
  async pace(): Promise<void> {
    const begin = YEAR.to + 3_600_000;
    await this.database.query(plantSql(PACE.plant, PACE));
    await this.database.query(paceSql(PACE.plant, PACE.stations, hourBefore(begin)));
    this.clock.resumeAt(begin);
    await this.app.get(RollUpService).catchUp(PACE.plant);
    const times: number[] = [];
    for (let i = 0; i < PACE.steps; i++) {
      const from = begin + i * PACE.stepMs;
      await this.database.query(paceSql(PACE.plant, PACE.stations, [from, from + PACE.stepMs]));
      this.clock.resumeAt(from + PACE.stepMs + 1);
      const since = performance.now();
      await this.app.get(RollUpService).catchUp(PACE.plant);
      times.push(performance.now() - since);
    }
    times.sort((a, b) => a - b);
    const [p50, p95] = [quantile(times, 0.5), quantile(times, 0.95)];
    const events = (PACE.perSec * PACE.stepMs) / 1000;
    say(
      `pace       ${many(events)} events of ${PACE.stepMs / 1000} s from ${PACE.stations} stations: a round takes p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms; enough for ${many(events / (p95 / 1000))} events/s (goal ${many(PACE.perSec)})`,
    );
  }
}

/** What the pages cost, read from a core of its own. */
async function read(databaseUrl: string, folder: string, postmaster: number): Promise<void> {
  const password = randomUUID();
  const env = {
    DATABASE_URL: databaseUrl,
    DATA_DIR: folder,
    ROLE: 'api',
    PORT: '0',
    LOG_LEVEL: 'error',
    TAKT_SECRET: randomUUID() + randomUUID(),
    ADMIN_PASSWORD: password,
    REQUESTS_PER_MIN: '1000000',
    CLOCK_START: new Date(YEAR.to + 7_200_000).toISOString(),
  };
  const core = Part.start('../src/main.js', { env });
  try {
    const { url } = await core.next<{ url: string }>();
    const reader = new PageReader(url, rounds, () => core.cpuSec + cpuSec(postmaster));
    await reader.logIn(password);
    for (const { name, p50, p95, cpuMs, kB, goal } of await reader.all())
      say(
        `  ${name.padEnd(44)} p50 ${p50.toFixed(1).padStart(6)} ms  p95 ${p95.toFixed(1).padStart(6)} ms  processor ${cpuMs.toFixed(1).padStart(6)} ms  ${kB.toFixed(0).padStart(4)} kB  goal ${goal} ms${p50 > goal ? '  ← slow' : ''}`,
      );
  } finally {
    await core.stop();
  }
}

async function run(databaseUrl: string, folder: string): Promise<void> {
  await migrate(databaseUrl, migrations);
  const database = new Client({ connectionString: databaseUrl });
  await database.connect();
  const clock = new Clock(1, YEAR.to);
  const env = readEnv({ DATABASE_URL: databaseUrl, DATA_DIR: folder, LOG_LEVEL: 'error' });
  const app = await NestFactory.createApplicationContext(
    AppModule.with({ env, clock, databaseUrl, secret: randomUUID() }),
    { logger: ['error'] },
  );
  try {
    const { rows } = await database.query<{ pid: string }>(
      `select split_part(pg_read_file('postmaster.pid'), E'\\n', 1) as pid`,
    );
    const bench = new KpiBench(database, app, clock, Number(rows[0]?.pid));
    await bench.fill();
    await bench.count();
    await bench.sizes();
    await bench.late();
    say('pages');
    await read(databaseUrl, folder, bench.postmaster);
    await bench.pace();
  } finally {
    await app.close();
    await database.end();
  }
}

benchmark(
  `year       ${many(FULL.events * scale)} machine events, ${many(FULL.orderLines * scale)} order lines, ${many(FULL.movements * scale)} movements, seed ${seed}`,
  ({ folder, url }) => run(url, folder),
);
