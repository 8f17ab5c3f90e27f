import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshDatabase, type TestDatabase } from '../../../test/database';
import { Core } from '../../core';
import { readEnv } from '../../env';
import { Clock } from './clock';

const HOUR = 3_600_000;
const folder = mkdtempSync(join(tmpdir(), 'takt-clock-'));
let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** Starts core, looks at its clock, and stops it. */
async function clockOf(settings: Readonly<Record<string, string>> = {}) {
  const said: string[] = [];
  const running = await new Core(
    readEnv({
      ...{ NODE_ENV: 'test', LOG_LEVEL: 'error', ROLE: 'api', PORT: '0', DATABASE_POOL: '4' },
      ...{ DATA_DIR: folder, DATABASE_URL: database.url, TAKT_SECRET: 'c0ffee11decade22facade33beefed44' },
      // such a process only tells devices something: it never connects here
      MQTT_URL: 'mqtt://127.0.0.1:1',
      ...settings,
    }),
    (line) => said.push(line),
  ).start();
  const clock = running.app.get(Clock);
  const seen = { now: clock.now(), told: said.join('\n') };
  await running.stop();
  return seen;
}

it('goes on where a faster factory stopped, also with the clock of the machine, and after what was recorded last', async () => {
  const real = Date.now();
  expect((await clockOf()).now).toBeLessThan(real + 5 * HOUR);
  const ahead = new Date(real + 5 * HOUR).toISOString();
  const fast = await clockOf({ CLOCK_RATE: '60', CLOCK_START: ahead });
  expect(fast.now).toBeGreaterThanOrEqual(real + 5 * HOUR);

  const slow = await clockOf();
  expect(slow.now).toBeGreaterThanOrEqual(fast.now);
  expect(slow.told).toMatch(/goes on at .* 5\.\d h ahead of this machine/);

  const late = real + 9 * HOUR;
  await database.query(
    `insert into outbox (plant, name, payload, at, written_at, dispatched_at) values ('main', 'x', '{}', $1, $1, $1)`,
    [new Date(late)],
  );
  expect((await clockOf()).now).toBeGreaterThanOrEqual(late);
});
