import { findMosquitto, startMosquitto } from './brokers';
import { CoreProcess } from './core-process';
import { freshDatabase, type OwnedDatabase } from './database';
import { Fleet, makeFleet, WHOLE, type Comparison, type FleetOptions } from './fleet';
import { Installation } from './installation';
import { until } from './until';

const STATIONS = 5;
const MESSAGES = 5000;
/** how often something is killed in one run */
const KILLS = Number(process.env['TAKT_KILLS'] ?? 2);
/** pieces that each station makes between two of them */
const PART = Math.ceil(MESSAGES / STATIONS / KILLS);
const LIMIT_MS = 180_000;

const opened: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

function fleetOf(options: FleetOptions): Fleet {
  const fleet = new Fleet(options);
  opened.push(() => fleet.close());
  return fleet;
}

/** Sends all messages in as many parts as there are kills, and kills in the middle of each. */
async function killAmid(fleet: Fleet, kill: () => Promise<void>): Promise<void> {
  for (let part = 0; part < KILLS; part++) {
    const before = fleet.acknowledged;
    fleet.count(PART);
    await until(() => fleet.acknowledged > before + PART, LIMIT_MS);
    await kill();
  }
}

/** Waits until everything is acknowledged and derived, and compares. */
async function settle(fleet: Fleet, database: OwnedDatabase): Promise<Comparison> {
  await until(() => fleet.waiting === 0, LIMIT_MS);
  await fleet.close();
  await until(async () => (await database.query('select 1 from ingest_batch limit 1')).length === 0);
  return fleet.compare(database);
}

describe(`${MESSAGES} messages are there, each once, after kill -9`, () => {
  it(
    'of core, with everything embedded',
    async () => {
      const installation = await Installation.make();
      opened.push(() => installation.remove());
      let core = await installation.start();
      const fleet = fleetOf({ mqttUrl: core.mqttUrl, ...(await makeFleet(await core.api(), STATIONS)) });
      await killAmid(fleet, async () => {
        await core.end('SIGKILL');
        core = await installation.start();
      });
      expect(await settle(fleet, installation.database)).toEqual(WHOLE);
    },
    LIMIT_MS,
  );

  it(
    'of the embedded PostgreSQL',
    async () => {
      const installation = await Installation.make();
      opened.push(() => installation.remove());
      const core = await installation.start();
      const fleet = fleetOf({ mqttUrl: core.mqttUrl, ...(await makeFleet(await core.api(), STATIONS)) });
      await killAmid(fleet, async () => {
        installation.killDatabase();
        await until(async () => !(await core.isReady()));
        await until(() => core.isReady(), LIMIT_MS);
      });
      expect(await settle(fleet, installation.database)).toEqual(WHOLE);
    },
    LIMIT_MS,
  );

  const mosquitto = findMosquitto();
  (mosquitto ? it : it.skip)(
    'of mosquitto, with its sessions lost, and of core',
    async () => {
      const [broker, database] = [await startMosquitto(mosquitto ?? ''), await freshDatabase()];
      opened.push(
        () => database.drop(),
        () => broker.stop(),
      );
      const settings = { DATABASE_URL: database.url, MQTT_URL: broker.url };
      let core = await CoreProcess.start(settings);
      opened.push(() => core.end());
      let api = await core.api();
      const fleet = fleetOf({
        mqttUrl: broker.url,
        ...(await makeFleet(api, STATIONS)),
        confirmation: 'watermark',
      });
      const asking = setInterval(() => void fleet.confirm(api).catch(() => undefined), 50);
      opened.push(async () => clearInterval(asking));
      let turn = 0;
      await killAmid(fleet, async () => {
        if (turn++ % 2 === 0) return broker.restart({ sessionsLost: true });
        await core.end('SIGKILL');
        core = await CoreProcess.start(settings);
        api = await core.api();
      });
      expect(await settle(fleet, database)).toEqual(WHOLE);
    },
    LIMIT_MS,
  );
});
