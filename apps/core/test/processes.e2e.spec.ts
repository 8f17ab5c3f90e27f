import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { CoreProcess } from './core-process';
import { freshDatabase } from './database';
import { Fleet, makeFleet, WHOLE, type FleetOptions } from './fleet';
import { Installation } from './installation';
import { SeveredLink } from './severed-link';
import { until } from './until';

const LIMIT_MS = 120_000;
const MIB = 1024 * 1024;

const opened: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

async function start(settings: Readonly<Record<string, string>>): Promise<CoreProcess> {
  const core = await CoreProcess.start(settings);
  opened.push(() => core.end());
  return core;
}
function fleetOf(options: FleetOptions): Fleet {
  const fleet = new Fleet(options);
  opened.push(() => fleet.close());
  return fleet;
}
async function fresh() {
  const database = await freshDatabase();
  opened.push(() => database.drop());
  return database;
}
const rssOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024;

it(
  'SIGTERM under load: what is under way is finished, exit 0, and nothing is lost',
  async () => {
    const database = await fresh();
    const core = await start({ DATABASE_URL: database.url });
    const made = await makeFleet(await core.api(), 3);
    const first = fleetOf({ mqttUrl: core.mqttUrl, ...made });
    first.count(1000);
    await until(() => first.acknowledged > 500);
    expect(await core.end('SIGTERM')).toEqual({ code: 0, signal: null });
    expect(core.said).toContain('ended');
    const keys = await database.query('select 1 from device_message');
    expect(keys.length).toBeGreaterThanOrEqual(first.acknowledged);
    expect((await first.compare(database)).lost).toEqual([]);
  },
  LIMIT_MS,
);

it(
  'SIGTERM while something cannot be finished: core ends, its database with it, and the next start goes on',
  async () => {
    const installation = await Installation.make();
    opened.push(() => installation.remove());
    const core = await installation.start({ DRAIN_SEC: '1' });
    const holder = new Client({ connectionString: installation.database.url });
    holder.on('error', () => undefined); // the database goes away under it
    await holder.connect();
    await holder.query('begin; lock table audit');
    const login = core.adminToken().catch(() => 'lost'); // waits for the table
    await until(async () => {
      const [{ n } = { n: 0 }] = await installation.database.query<{ n: number }>(
        `select count(*)::int as n from pg_locks where not granted and relation = 'audit'::regclass`,
      );
      return n > 0;
    });
    expect(await core.end('SIGTERM')).toEqual({ code: 1, signal: null });
    expect(core.said).toContain('not finished within 1 s');
    expect(await login).toBe('lost');
    expect(installation.databasePid).toBeUndefined();
    expect(await (await installation.start()).isReady()).toBe(true);
  },
  LIMIT_MS,
);

it(
  'a second core on an embedded installation refuses to start, says why, and leaves the first alone',
  async () => {
    const installation = await Installation.make();
    opened.push(() => installation.remove());
    const first = await installation.start();
    const second = CoreProcess.begin(installation.settings);
    expect(await second.ended).toEqual({ code: 3, signal: null });
    expect(second.said).toContain(`Another core already runs on ${installation.folder}`);
    expect(second.said).toContain(`process ${first.pid}`);
    expect(await first.isReady()).toBe(true);
  },
  LIMIT_MS,
);

it(
  'a migration that is interrupted is completed by the next start',
  async () => {
    const database = await freshDatabase('template1');
    opened.push(() => database.drop());
    const killed = CoreProcess.begin({ DATABASE_URL: database.url });
    const migrating = async (): Promise<boolean> => {
      const rows = await database.query(
        `select 1 from pg_stat_activity where datname = current_database() and application_name = 'takt-migration'
         and xact_start is not null and query ~* '(create|alter) '`,
      );
      return rows.length > 0;
    };
    await until(migrating, LIMIT_MS);
    await killed.end('SIGKILL');
    // nothing, or all: never half
    expect(await database.query(`select 1 from pg_class where relname = 'device_message'`)).toEqual([]);
    const core = await start({ DATABASE_URL: database.url });
    expect(await core.isReady()).toBe(true);
  },
  LIMIT_MS,
);

it(
  'yesterday’s backup while gateways hold what they have said since: no hole, no double',
  async () => {
    const database = await fresh();
    let core = await start({ DATABASE_URL: database.url });
    const api = await core.api();
    const made = await makeFleet(api, 3);
    const fleet = fleetOf({ mqttUrl: core.mqttUrl, ...made, confirmation: 'watermark' });
    fleet.count(100);
    const stored = async (): Promise<number> =>
      (await database.query<{ n: number }>('select count(*)::int as n from device_message'))[0]?.n ?? 0;
    await until(async () => (await stored()) >= 300);
    await core.end();
    const backup = await freshDatabase(new URL(database.url).pathname.slice(1));
    opened.push(() => backup.drop());

    core = await start({ DATABASE_URL: database.url, MQTT_PORT: core.mqttPort });
    fleet.count(100);
    await until(async () => (await stored()) >= 600, LIMIT_MS);
    await core.end();

    const restored = await start({ DATABASE_URL: backup.url, MQTT_PORT: core.mqttPort });
    const again = await restored.api();
    await until(async () => {
      await fleet.confirm(again);
      return fleet.waiting === 0;
    }, LIMIT_MS);
    expect(await fleet.compare(backup)).toEqual(WHOLE);
  },
  LIMIT_MS,
);

it(
  'PostgreSQL away for longer than devices wait for an answer: nothing is acknowledged, memory stays bounded, readiness is red, then green, and nothing is lost',
  async () => {
    const database = await fresh();
    const link = await SeveredLink.to(database.url);
    opened.push(() => link.close());
    const core = await start({ DATABASE_URL: link.url });
    const fleet = fleetOf({
      mqttUrl: core.mqttUrl,
      ...(await makeFleet(await core.api(), 5)),
      window: 10_000,
      keepaliveSec: 1,
    });
    await until(() => fleet.acknowledged >= 5); // births
    const before = rssOf(core.pid);
    link.sever();
    await until(async () => !(await core.isReady()), LIMIT_MS);
    const acknowledged = fleet.acknowledged;
    // more than core takes in at once
    fleet.count(5000);
    await until(() => core.said.includes('messages wait for PostgreSQL'), LIMIT_MS);
    await until(() => fleet.lost === 5, LIMIT_MS);
    expect(fleet.acknowledged).toBe(acknowledged);
    expect(rssOf(core.pid) - before).toBeLessThan(200 * MIB);
    link.mend();
    await until(() => core.isReady(), LIMIT_MS);
    await until(() => fleet.waiting === 0, LIMIT_MS);
    const waits = async () => (await database.query('select 1 from ingest_batch limit 1')).length;
    await until(async () => (await waits()) === 0, LIMIT_MS);
    expect(await fleet.compare(database)).toEqual(WHOLE);
  },
  LIMIT_MS,
);
