/**
 * Compares every stored figure with the raw tables, by SQL of its own, on a core that runs or rests:
 * `npm run kpi:verify -- [--plant P] [--month 2026-03]`. The database is that of DATABASE_URL, or the one under DATA_DIR.
 * Exit code 1: there are differences.
 */
import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { AppModule } from '../src/app.module';
import { readEnv } from '../src/env';
import { KpiVerifier, RollUpService, type KpiVerification } from '../src/modules/performance';
import { Clock } from '../src/platform/clock';
import { Tx } from '../src/platform/database';
import { PostgresLauncher } from '../src/platform/embedded';
import { projectRoot } from '../src/version';

/** How long a look waits for events that are on their way. */
const PATIENCE_MS = 60_000;
const PAUSE_MS = 250;
const DIFFERENT = 1;
const SERIALIZATION = '40001';

/** Events of the snapshot that nobody has heard of yet. */
class Unheard extends Error {
  constructor(readonly waiting: number) {
    super(`${waiting} events have not been handed out yet. Maybe core does not run, or is busy: try again.`);
  }
}

interface Verifying {
  readonly source: DataSource;
  readonly rollUp: RollUpService;
  readonly verifier: KpiVerifier;
  readonly months: readonly string[] | undefined;
}

/** Says how it goes: a year of a plant takes minutes. */
const tell =
  (plant: string) =>
  (month: string, { compared, differences }: Pick<KpiVerification, 'compared' | 'differences'>): void =>
    void process.stderr.write(`${plant} ${month}: ${compared} sums, ${differences.length} differences\n`);

/** One look at one state of the database. Nothing is kept of it. */
async function look(
  { source, rollUp, verifier, months }: Verifying,
  plant: string,
): Promise<KpiVerification> {
  const runner = source.createQueryRunner();
  await runner.startTransaction('REPEATABLE READ');
  try {
    const tx = new Tx(plant, runner.manager);
    await tx.query(`select set_config('takt.plant', $1, true)`, [plant]);
    const [waiting] = await tx.query<{ n: number }>(
      'select count(*)::int as n from outbox where plant = $1 and dispatched_at is null',
      [plant],
    );
    if (waiting && waiting.n > 0) throw new Unheard(waiting.n);
    await rollUp.settle(tx);
    return await verifier.verify(tx, { months, tell: tell(plant) });
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

/** Looks until no event is on its way and nobody else works on the figures at the same time, or patience ends. */
async function verify(given: Verifying, plant: string): Promise<KpiVerification> {
  const until = performance.now() + PATIENCE_MS;
  let told = false;
  while (true)
    try {
      return await look(given, plant);
    } catch (error) {
      const passing = error instanceof Unheard || (error as { code?: unknown }).code === SERIALIZATION;
      if (!passing || performance.now() >= until) throw error;
      if (!told && error instanceof Unheard) {
        process.stderr.write(
          `${plant}: waiting up to ${PATIENCE_MS / 1000} s for ${error.waiting} events to be handed out\n`,
        );
        told = true;
      }
      await new Promise((done) => setTimeout(done, PAUSE_MS));
    }
}

function report(plant: string, { compared, rows, months, differences }: KpiVerification): void {
  const span = months.length === 0 ? 'no month' : `${months[0]} to ${months.at(-1)}`;
  process.stdout.write(
    `${plant}: ${compared} sums in ${rows} rows, ${span}: ${differences.length} differences\n`,
  );
  for (const { cube, kind, day, bucket, name, expected, stored } of differences)
    process.stdout.write(
      `  ${cube} ${kind} ${day} ${bucket}: ${name} is ${stored ?? 'missing'}, raw tables say ${expected ?? 'nothing'}\n`,
    );
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { plant: { type: 'string' }, month: { type: 'string' } } });
  const env = readEnv(process.env);
  const launcher =
    env.DATABASE_URL === undefined ? new PostgresLauncher(resolve(projectRoot(), env.DATA_DIR)) : null;
  const embedded = await launcher?.start();
  const databaseUrl = env.DATABASE_URL ?? embedded?.url ?? '';
  const app = await NestFactory.createApplicationContext(
    AppModule.with({ env, clock: new Clock(), databaseUrl, secret: randomUUID() }),
    { logger: ['error'] },
  );
  try {
    const given = {
      source: app.get(DataSource),
      rollUp: app.get(RollUpService),
      verifier: app.get(KpiVerifier),
      months: values.month === undefined ? undefined : [values.month],
    };
    const plants = await given.source.transaction(async (manager) => {
      await manager.query(`set local takt.plant = '*'`);
      return (await manager.query('select plant from plant order by plant')) as { plant: string }[];
    });
    for (const { plant } of plants.filter(
      (one) => values.plant === undefined || one.plant === values.plant,
    )) {
      const found = await verify(given, plant);
      report(plant, found);
      if (found.differences.length > 0) process.exitCode = DIFFERENT;
    }
  } finally {
    await app.close();
    // The database of a core that runs belongs to that core.
    if (embedded?.adopted) launcher?.leave();
    else await embedded?.stop();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});
