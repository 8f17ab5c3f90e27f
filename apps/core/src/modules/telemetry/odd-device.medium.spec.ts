import type { MqttClient } from 'mqtt';
import { operationRoutes, telemetryRoutes, workOrderRoutes } from '@takt/contracts';
import { connectClient, startPlainBroker, type TestBroker } from '../../../test/brokers';
import { startCore, type TestCore } from '../../../test/core';
import { makeDevice, makeLine, TestDevice, type DeviceLogin } from '../../../test/device';
import { bakery, inDays, putItem, report, step } from '../../../test/shop';
import { until } from '../../../test/until';
import { Clock } from '../../platform/clock';
import { IngestService } from './ingest.service';

const HOUR = 3_600_000;

describe('an embedded broker', () => {
  let core: TestCore;
  const devices: TestDevice[] = [];
  beforeAll(async () => {
    core = await startCore();
    await bakery(core);
    await makeLine(core, 'odd', ['flood', 'calm', 'clock']);
  });
  afterAll(async () => {
    for (const { client } of devices) await client.endAsync(true);
    await core.stop();
  });
  const connect = async (line: string, station: string): Promise<TestDevice> => {
    const login: DeviceLogin = await makeDevice(core, `device-${station}`, [station]);
    const device = await TestDevice.connect(core.running.ports?.mqtt ?? 0, login, line);
    devices.push(device);
    return device;
  };
  const goodOf = async (station: string): Promise<number> => {
    const rows = await core.database.query<{ good: number }>(
      'select coalesce(sum(good), 0)::int as good from count_minute where station = $1',
      [station],
    );
    return rows[0]?.good ?? 0;
  };

  it('hears everybody while one device floods it', async () => {
    const [flood, calm] = [await connect('odd', 'flood'), await connect('odd', 'calm')];
    let acknowledged = 0;
    const all = Array.from({ length: 3000 }, () =>
      flood.send('flood', 'measure', { values: { speed_rpm: 1450 } }).then(() => (acknowledged += 1)),
    );
    for (let good = 1; good <= 5; good++) await calm.send('calm', 'count', { good, scrap: 0 });
    expect(acknowledged).toBeLessThan(3000);
    await Promise.all(all);
    await until(async () => (await goodOf('calm')) === 5);
    const rows = await core.database.query(`select 1 from device_message where station = 'flood'`);
    expect(rows).toHaveLength(3000);
  });

  it('goes on when the clock of the server is set an hour ahead, and back', async () => {
    const device = await connect('odd', 'clock');
    const clock = core.running.app.get(Clock);
    const { now } = clock;
    await device.send('clock', 'state', { state: 'running' });
    let good = 0;
    for (const stepMs of [0, HOUR, -HOUR, 0]) {
      clock.now = () => now.call(clock) + stepMs;
      for (let i = 0; i < 5; i++) await device.send('clock', 'count', { good: (good += 1), scrap: 0 });
    }
    clock.now = now;
    await until(async () => (await goodOf('clock')) === 20);
    const [live] = (await core.call(telemetryRoutes.live)).filter(({ station }) => station === 'clock');
    expect(live?.state).toBe('running');
    const rows = await core.database.query<{ overlaps: number }>(
      `select count(*)::int as overlaps from state_interval a join state_interval b using (plant, station)
       where station = 'clock' and a.start_at < b.start_at and coalesce(a.end_at, 'infinity') > b.start_at`,
    );
    expect(rows).toEqual([{ overlaps: 0 }]);
  });

  it('tells of a measurement outside the limits of what runs, and of no other', async () => {
    const limits = [{ parameter: 'oven_c', min: 180, max: 205 }];
    await putItem(core, 'loaf', { routing: [step(10, ['oven-1'], { limits })] });
    const { id } = await core.call(workOrderRoutes.create, {
      body: { item: 'loaf', qty: '10', dueAt: inDays(2) },
    });
    await report(core, `${id}.10`, 'start', { station: 'oven-1' });
    const oven = await connect('bakery', 'oven-1');
    const held = async (): Promise<boolean> =>
      (await core.call(operationRoutes.get, { params: { operation: `${id}.10` } })).status === 'held';
    await oven.send('oven-1', 'measure', { values: { oven_c: 190 } });
    await oven.send('oven-1', 'measure', { values: { oven_c: 205, speed_rpm: 9000 } });
    // What runs is known after a second.
    await until(async () => {
      await oven.send('oven-1', 'measure', { values: { oven_c: 231 } });
      return held();
    });
    const told = await core.database.query<{ c: number }>(
      `select distinct (payload #>> '{message,values,oven_c}')::int as c from outbox
       where name = 'device.reported' and payload ->> 'channel' = 'measure'`,
    );
    expect(told).toEqual([{ c: 231 }]);
  });
});

describe('a foreign broker', () => {
  let broker: TestBroker;
  let core: TestCore;
  let client: MqttClient;
  beforeAll(async () => {
    broker = await startPlainBroker();
    client = await connectClient(broker.url);
  });
  afterAll(async () => {
    await client.endAsync(true);
    await core.stop();
    await broker.stop();
  });

  it('may hold the garbage of an older installation: what is not ours is quarantined, the living are heard', async () => {
    const old = { boot: 'long-ago', seq: 7, at: Date.UTC(2019, 4, 1) };
    const retained = [
      ['main/baking/oven-1/status', JSON.stringify({ ...old, online: false })],
      ['main/baking/oven-1/temperature', '21.5'],
      ['main/baking/oven-9/status', JSON.stringify({ ...old, online: true })],
      ['old-plant/baking/oven-1/state', JSON.stringify({ ...old, state: 'running' })],
    ] as const;
    for (const [topic, payload] of retained)
      await client.publishAsync(`takt/v1/${topic}`, payload, { qos: 1, retain: true });
    core = await startCore({ MQTT_URL: broker.url });
    await makeLine(core, 'baking', ['oven-1']);
    await until(async () => (await fetch(`${core.url}/readyz`)).ok);
    const state = async () => (await core.call(telemetryRoutes.live))[0]?.state;
    await new TestDevice(client, 'baking').send('oven-1', 'state', { state: 'running' });
    await until(async () => (await state()) === 'running');
    const quarantined = await core.database.query('select 1 from quarantine');
    const stored = await core.database.query(`select 1 from device_message where boot = 'long-ago'`);
    expect(quarantined.length + stored.length).toBe(retained.length);

    // The broker says it once more, to a session that it has forgotten: an old last will ends nobody's life.
    const [[topic, text]] = retained;
    const payload = Buffer.from(text);
    const envelope = {
      ...{ topic: `takt/v1/${topic}`, payload, bytes: payload.length, plant: null, foreign: null },
      ...{ receivedAt: Date.now(), arrivedMs: performance.now(), retained: true },
    };
    await new Promise((settle) => core.running.app.get(IngestService).accept(envelope, settle));
    await until(async () => (await core.database.query('select 1 from ingest_batch limit 1')).length === 0);
    expect(await state()).toBe('running');
  });
});
