/**
 * `npm run bench:ingest`: QoS 1 → committed, flat out and at 1,000 and 5,000/s, beside the bare pipeline in the same run.
 * Options: `--seconds 10 --rounds 3 --clients 200 --window 20 --seed 1 --rates 0,1000,5000`, and `--profile FOLDER` for a
 * CPU profile of core.
 */
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { Api } from './api';
import { benchmark, say, type BenchGround } from './benchmark';
import type { LoadClient, LoadResult, LoadTask } from './ingest-load';
import { makePlant } from './ingest-plant';
import { cpuSec, quantile } from './machine';
import { Part } from './part';

const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '10' },
    rounds: { type: 'string', default: '3' },
    clients: { type: 'string', default: '200' },
    window: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    rates: { type: 'string', default: '0,1000,5000' },
    profile: { type: 'string' },
  },
});
const [seconds, rounds, clientCount, window, seed] = [
  options.seconds,
  options.rounds,
  options.clients,
  options.window,
  options.seed,
].map(Number) as [number, number, number, number, number];

/** One round of one pipeline. */
interface Measured extends LoadResult {
  /** how long deriving took after the last PUBACK, in s */
  readonly derivedSec: number;
  /** processor time per message until everything is derived, in µs */
  readonly ownMicros: number;
  readonly postgresMicros: number;
}

/** A pipeline under test. */
interface Pipeline {
  readonly part: Part;
  readonly port: number;
}

const medianOf = (list: readonly Measured[], pick: (one: Measured) => number): number =>
  quantile(
    list.map(pick).sort((a, b) => a - b),
    0.5,
  );

function row(name: string, list: readonly Measured[], bare?: readonly Measured[]): string {
  const of = (pick: (one: Measured) => number): number => medianOf(list, pick);
  const perSec = of((one) => one.perSec);
  return [
    name.padEnd(16),
    `${Math.round(perSec).toString().padStart(6)}/s`,
    `p50 ${of((one) => one.p50)
      .toFixed(1)
      .padStart(6)} ms`,
    `p99 ${of((one) => one.p99)
      .toFixed(1)
      .padStart(6)} ms`,
    `cpu ${of((one) => one.ownMicros).toFixed(0)} + PostgreSQL ${of((one) => one.postgresMicros).toFixed(0)} µs`,
    ...(bare ? [`${Math.round((100 * perSec) / medianOf(bare, (one) => one.perSec))} % of bare`] : []),
    ...(bare ? [`derived ${of((one) => one.derivedSec).toFixed(1)} s later`] : []),
  ].join('  ');
}

/** The bench with everything that it has started. */
class IngestBench {
  private constructor(
    private readonly database: Client,
    private readonly postmaster: number,
    private readonly load: Part,
    private readonly clients: readonly LoadClient[],
  ) {}

  static async run({ folder, url: databaseUrl, atEnd }: BenchGround): Promise<void> {
    const database = new Client({ connectionString: databaseUrl });
    await database.connect();
    await database.query('create database bare');
    const { rows } = await database.query<{ pid: string }>(
      `select split_part(pg_read_file('postmaster.pid'), E'\\n', 1) as pid`,
    );
    const bareUrl = new URL(databaseUrl);
    bareUrl.pathname = '/bare';
    const password = randomUUID();
    const bare = Part.start('ingest-bare.js', { args: [bareUrl.toString()] });
    const core = Part.core({ databaseUrl, folder, password, profile: options.profile });
    const load = Part.start('ingest-load.js');
    for (const part of [bare, core, load]) atEnd(() => part.stop());
    const { port } = await bare.next<{ port: number }>();
    const { url, ports } = await core.next<{ url: string; ports: { mqtt: number } }>();
    const clients = await makePlant(await Api.logIn(url, password), clientCount);
    const bench = new IngestBench(database, Number(rows[0]?.pid), load, clients);
    for (const rate of options.rates.split(',').map(Number))
      await bench.compare(rate, { part: bare, port }, { part: core, port: ports.mqtt });
    await database.end();
  }

  private async compare(rate: number, bare: Pipeline, core: Pipeline): Promise<void> {
    const [ofBare, ofCore]: [Measured[], Measured[]] = [[], []];
    for (let round = 0; round < rounds; round++) {
      ofBare.push(await this.measure(bare, rate, round));
      ofCore.push(await this.measure(core, rate, round));
    }
    say('');
    say(rate === 0 ? 'flat out' : `at ${rate}/s`);
    say(row('  bare pipeline', ofBare));
    say(row('  core', ofCore, ofBare));
  }

  private async measure({ part, port }: Pipeline, rate: number, round: number): Promise<Measured> {
    const before = { own: part.cpuSec, postgres: cpuSec(this.postmaster) };
    const run = `${port}-${rate}-${round}`;
    const task: LoadTask = { port, clients: this.clients, rate, window, seconds, seed: seed + round, run };
    const result = await this.load.ask<LoadResult>(task);
    if (result.acknowledged !== result.sent)
      say(`! ${result.sent - result.acknowledged} of ${result.sent} were not acknowledged in time`);
    const derivedSec = await this.derived();
    const micros = (sec: number): number => (sec * 1e6) / result.acknowledged;
    return {
      ...result,
      derivedSec,
      ownMicros: micros(part.cpuSec - before.own),
      postgresMicros: micros(cpuSec(this.postmaster) - before.postgres),
    };
  }

  /** Waits until every committed message is derived. @returns how long it took, in s */
  private async derived(): Promise<number> {
    const since = performance.now();
    while ((await this.database.query('select 1 from ingest_batch limit 1')).rows.length > 0)
      await new Promise((done) => setTimeout(done, 50));
    return (performance.now() - since) / 1000;
  }
}

benchmark(
  `load       ${clientCount} connections, window ${window} when flat out, ${seconds} s, medians of ${rounds} rounds, seed ${seed}, on the same machine`,
  (ground) => IngestBench.run(ground),
);
