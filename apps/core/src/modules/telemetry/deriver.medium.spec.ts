import { telemetryRoutes } from '@takt/contracts';
import { startCore, type TestCore } from '../../../test/core';
import { makeDevice, makeLine, TestDevice } from '../../../test/device';
import { until } from '../../../test/until';
import { Database } from '../../platform/database';
import { LoopMetrics } from '../../platform/metrics';
import { BatchRepository } from './batch.repository';
import { Derivation } from './derivation.service';
import { Deriver } from './deriver';
import { MessageRepository } from './message.repository';

const STATIONS = ['a', 'b', 'bad', 'good'];
const MANY = Array.from({ length: 20 }, (_, i) => `m-${i}`);

let core: TestCore;
let device: TestDevice;
beforeAll(async () => {
  core = await startCore();
  await makeLine(core, 'baking', [...STATIONS, ...MANY]);
  const login = await makeDevice(core, 'gateway', [...STATIONS, ...MANY]);
  device = await TestDevice.connect(core.running.ports?.mqtt ?? 0, login, 'baking');
});
afterAll(async () => {
  await device.client.endAsync(true);
  await core.stop();
});

const stateOf = async (station: string): Promise<string | undefined> =>
  (await core.call(telemetryRoutes.live)).find((one) => one.station === station)?.state;
const waiting = (): Promise<{ attempts: number; failure: string | null }[]> =>
  core.database.query('select attempts, failure from ingest_batch');

describe('deriving', () => {
  it('takes up what a core that died after the commit has left', async () => {
    await core.database.query(
      `with batch as (
         insert into ingest_batch (first_at, last_at, messages, written_at) values (now(), now() + interval '1 s', 1, now()) returning id
       ) insert into device_message (plant, line, station, boot, seq, clock_at, at, received_at, channel, payload, batch)
       select 'main', 'baking', 'a', 'left', 0, now(), now(), now(), 'state',
         json_build_object('boot', 'left', 'seq', 0, 'at', (extract(epoch from now()) * 1000)::bigint, 'state', 'setup'), id from batch`,
    );
    await until(async () => (await stateOf('a')) === 'setup');
    expect(await waiting()).toEqual([]);
  });

  it('puts aside what cannot be derived, and goes on', async () => {
    await core.database.query(`create function refuse_bad() returns trigger language plpgsql as $$ begin
      raise exception 'not this one' using errcode = '22023'; end $$`);
    await core.database.query(
      `create trigger bad before insert on state_interval for each row when (new.station = 'bad') execute function refuse_bad()`,
    );
    await device.send('bad', 'state', { state: 'running' });
    await device.send('good', 'state', { state: 'running' });
    await until(async () => (await stateOf('good')) === 'running');
    await until(async () => (await waiting())[0]?.attempts === 3);
    expect((await waiting())[0]?.failure).toContain('not this one');
    await core.database.query(`drop trigger bad on state_interval`);
    await core.database.query(`delete from ingest_batch`);
  });

  it('is right with two at work at once', async () => {
    const { app } = core.running;
    const get = <T>(token: new (...args: never[]) => T): T => app.get(token, { strict: false });
    const parts = [Database, BatchRepository, MessageRepository, Derivation, LoopMetrics].map((part) =>
      get(part as never),
    );
    const second = new Deriver(...(parts as ConstructorParameters<typeof Deriver>));
    const timer = setInterval(() => second.wake(), 5);
    const sent = MANY.flatMap((station) =>
      Array.from({ length: 100 }, (_, i) => device.send(station, 'count', { good: i + 1, scrap: 0 })),
    );
    await Promise.all(sent);
    await until(async () => (await waiting()).length === 0);
    clearInterval(timer);
    await second.end();
    const rows = await core.database.query<{ good: string }>(
      `select sum(good) as good from count_minute where station like 'm-%' group by station`,
    );
    expect(rows.map(({ good }) => Number(good))).toEqual(MANY.map(() => 100));
  });
});
