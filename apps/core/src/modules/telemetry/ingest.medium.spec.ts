import { Registry } from 'prom-client';
import { DEVICE_CHANNELS, telemetryRoutes, type QuarantineEntry } from '@takt/contracts';
import { startCore, type TestCore } from '../../../test/core';
import { makeDevice, makeLine, makeStation, TestDevice } from '../../../test/device';
import { until } from '../../../test/until';

const STATIONS = ['oven-1', 'oven-2', 'oven-3', 'oven-4', 'oven-5', 'oven-6', 'oven-7'];
const HOUR = 3_600_000;

let core: TestCore;
let device: TestDevice;
beforeAll(async () => {
  core = await startCore();
  await makeLine(core, 'baking', STATIONS);
  const login = await makeDevice(core, 'gateway', STATIONS);
  device = await TestDevice.connect(core.running.ports?.mqtt ?? 0, login, 'baking');
});
afterAll(async () => {
  await device.client.endAsync(true);
  await core.stop();
});

const stored = (station: string): Promise<{ seq: string; payload: string }[]> =>
  core.database.query(`select seq, payload from device_message where station = $1 order by boot, seq`, [
    station,
  ]);
const quarantined = async (station: string): Promise<QuarantineEntry[]> => {
  const { items } = await core.call(telemetryRoutes.quarantine, {
    query: { limit: 500, filter: 'resolved:no' },
  });
  return items.filter(({ topic }) => topic.includes(`/${station}/`));
};
const outcomes = async (): Promise<Record<string, number>> => {
  const text = await core.running.app.get(Registry).getSingleMetricAsString('takt_device_messages_total');
  return Object.fromEntries(
    [...text.matchAll(/outcome="(\w+)"} (\d+)/g)].map(([, name = '', n]) => [name, Number(n)]),
  );
};

describe('a message', () => {
  it('is stored once however often it is sent, and acknowledged each time', async () => {
    const before = await outcomes();
    const sent = await device.send('oven-1', 'count', { good: 1, scrap: 0 });
    await Promise.all(
      Array.from({ length: 20 }, () => device.send('oven-1', 'count', { good: 1, scrap: 0 }, sent)),
    );
    // the same, written in another way
    await device.raw('oven-1', 'count', JSON.stringify({ scrap: 0, good: 1, ...sent }, null, 2));
    expect(await stored('oven-1')).toHaveLength(1);
    expect(await quarantined('oven-1')).toEqual([]);
    const after = await outcomes();
    expect([after['stored'], after['duplicate']]).toEqual([
      (before['stored'] ?? 0) + 1,
      (before['duplicate'] ?? 0) + 21,
    ]);
  });

  it('with the key of another one is quarantined: the first wins', async () => {
    const sent = await device.send('oven-2', 'count', { good: 1, scrap: 0 });
    await device.send('oven-2', 'count', { good: 2, scrap: 0 }, sent);
    expect((await quarantined('oven-2')).map(({ reason }) => reason)).toEqual(['different-payload']);
    // with another clock the key of the table does not see it: the deriver does
    await device.send('oven-2', 'count', { good: 3, scrap: 0 }, { ...sent, at: sent.at - 30 * HOUR });
    await until(async () => (await quarantined('oven-2')).length === 2);
    expect((await stored('oven-2')).map(({ payload }) => JSON.parse(payload).good as number)).toEqual([1]);
  });

  it('of a device without a clock is stored once too', async () => {
    const sent = await device.send(
      'oven-2',
      'count',
      { good: 1, scrap: 0 },
      { at: 17, boot: 'no-clock', seq: 0 },
    );
    await device.send('oven-2', 'count', { good: 1, scrap: 0 }, sent);
    const rows = await core.database.query(`select 1 from device_message where boot = 'no-clock'`);
    expect(rows).toHaveLength(1);
  });

  it('of a station that was set up a moment ago is accepted', async () => {
    await makeStation(core, 'baking', 'oven-new');
    const login = await makeDevice(core, 'gateway-new', ['oven-new']);
    const fresh = await TestDevice.connect(core.running.ports?.mqtt ?? 0, login, 'baking');
    await fresh.send('oven-new', 'state', { state: 'running' });
    expect(await stored('oven-new')).toHaveLength(1);
    await fresh.client.endAsync(true);
  });
});

const DEEP = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
const MANY = JSON.stringify({
  boot: 'x',
  seq: 0,
  at: Date.now(),
  values: Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`v${i}`, 1])),
});
const envelope = (fields: string): string => `{"boot":"bad","seq":0,"at":${Date.now()},${fields}}`;

describe('what cannot be accepted is acknowledged and kept whole, with its reason', () => {
  it.each<[what: string, channel: string, payload: string | Buffer, reason: string, detail: string]>([
    ['no JSON', 'count', 'hello', 'not-json', 'hello'],
    ['nothing', 'count', '', 'not-json', ''],
    ['null', 'count', 'null', 'invalid-field', 'message'],
    ['a number', 'count', '12,5', 'not-json', ''],
    ['bytes that are no UTF-8', 'count', Buffer.from([0x7b, 0xff, 0xfe]), 'not-json', 'not UTF-8'],
    ['NaN', 'count', envelope('"good":NaN,"scrap":0'), 'not-json', ''],
    ['Infinity by an exponent', 'count', envelope('"good":1e999,"scrap":0'), 'invalid-field', 'good'],
    ['a decimal comma', 'count', envelope('"good":"12,5","scrap":0'), 'invalid-field', '"12,5"'],
    ['null for a number', 'count', envelope('"good":null,"scrap":0'), 'invalid-field', 'good'],
    ['an empty text', 'count', envelope('"good":"","scrap":0'), 'invalid-field', '""'],
    ['a negative counter', 'count', envelope('"good":-1,"scrap":0'), 'invalid-field', '-1'],
    ['a field that is missing', 'count', envelope('"good":1'), 'invalid-field', 'scrap'],
    ['a state that there is not', 'state', envelope('"state":"sleeping"'), 'invalid-field', 'sleeping'],
    [
      'the character NUL',
      'state',
      envelope('"state":"fault","reason":"a\\u0000b"'),
      'invalid-field',
      'reason',
    ],
    [
      'half a character',
      'state',
      envelope('"state":"fault","reason":"a\\ud800b"'),
      'invalid-field',
      'reason',
    ],
    ['__proto__ as a name', 'measure', envelope('"values":{"__proto__":1}'), 'invalid-field', 'values'],
    ['a text as a value', 'measure', envelope('"values":{"oven_c":"12,5"}'), 'invalid-field', 'oven_c'],
    ['a value that is NaN', 'measure', envelope('"values":{"oven_c":null}'), 'invalid-field', 'oven_c'],
    ['thousands of names', 'measure', MANY, 'invalid-field', 'values'],
    ['a deep nest', 'count', DEEP, 'invalid-field', 'message'],
    [
      'a channel that there is not',
      'nonsense',
      envelope('"good":1,"scrap":0'),
      'unknown-channel',
      'nonsense',
    ],
    [
      'a clock in 2099',
      'count',
      `{"boot":"bad","seq":1,"at":4070908800000,"good":1,"scrap":0}`,
      'clock-ahead',
      '4070908800000',
    ],
    ['66 KB', 'count', Buffer.alloc(66_000, ' '), 'too-large', '66000 bytes'],
    ['a megabyte', 'count', Buffer.alloc(1_048_576, 'x'), 'too-large', '1048576 bytes'],
  ])('%s', async (...[, channel, payload, reason, detail]) => {
    await device.raw('oven-3', channel, payload);
    const rows = await core.database.query<{ id: string }>(`select id from quarantine where payload = $1`, [
      Buffer.from(payload),
    ]);
    const found = (await quarantined('oven-3')).filter(({ id }) => rows.some((row) => row.id === id));
    expect(found).toMatchObject([{ reason, bytes: Buffer.byteLength(payload), times: 1 }]);
    expect(found[0]?.detail).toContain(detail);
  });

  it.each(DEVICE_CHANNELS)(
    'on %s: no JSON, a list, no boot, a number out of order, and nothing of what it is for',
    async (channel) => {
      const payloads = [
        `no JSON on ${channel}`,
        `["${channel}"]`,
        `{"channel":"${channel}","seq":0,"at":5}`,
        `{"channel":"${channel}","boot":"bad","seq":-1,"at":5}`,
        envelope(`"nothing-of":"${channel}"`),
      ];
      for (const payload of payloads) await device.raw('oven-3', channel, payload);
      const rows = await core.database.query<{ reason: string }>(
        `select reason from quarantine where topic like '%/oven-3/' || $1 and payload = any($2) order by array_position($2, payload)`,
        [channel, payloads.map((payload) => Buffer.from(payload))],
      );
      expect(rows.map(({ reason }) => reason)).toEqual([
        'not-json',
        ...Array<string>(4).fill('invalid-field'),
      ]);
    },
  );

  it('and none of it is a message; a topic of others and a nest inside a good message do no harm', async () => {
    expect(await stored('oven-3')).toEqual([]);
    await device.client.publishAsync('takt/v1/main/baking/oven-99/count', '{}', { qos: 1 });
    await device.client.publishAsync('takt/v2/hello', '{}', { qos: 1 });
    const { items } = await core.call(telemetryRoutes.quarantine, {
      query: { filter: 'reason:unknown-topic' },
    });
    expect(items.map(({ detail }) => detail)).toEqual([
      'main/gateway may not speak under takt/v1/main/baking/oven-99',
      'main/gateway spoke under takt/v2/hello, which is no topic of a station',
    ]);
    const nested = (note: string) =>
      `{"boot":"deep","seq":0,"at":5,"good":1,"scrap":0,"nest":${DEEP},"note":"${note}"}`;
    await device.raw('oven-3', 'count', nested('\\u0000'));
    await device.raw('oven-3', 'count', nested('other'));
    expect(await stored('oven-3')).toHaveLength(1);
  });

  it('is one entry however often it comes', async () => {
    await Promise.all(Array.from({ length: 30 }, () => device.raw('oven-4', 'count', 'garbage')));
    await device.raw('oven-4', 'count', 'other garbage');
    const entries = await quarantined('oven-4');
    expect(entries.map(({ payload, times }) => [payload, times])).toEqual([
      ['garbage', 30],
      ['other garbage', 1],
    ]);
  });
});

describe('one poison row among 500', () => {
  it('goes into quarantine alone', async () => {
    await core.database.query(`create function refuse_poison() returns trigger language plpgsql as $$ begin
      raise exception 'no poison here' using errcode = '22023'; end $$`);
    await core.database.query(
      `create trigger poison before insert on device_message for each row when (new.boot = 'poison') execute function refuse_poison()`,
    );
    const sent = Array.from({ length: 500 }, (_, seq) =>
      device.send('oven-5', 'count', { good: seq, scrap: 0 }, seq === 250 ? { boot: 'poison', seq } : {}),
    );
    await Promise.all(sent);
    await core.database.query(`drop trigger poison on device_message`);
    expect(await stored('oven-5')).toHaveLength(499);
    expect((await quarantined('oven-5')).map(({ reason, detail }) => [reason, detail])).toEqual([
      ['invalid-field', 'PostgreSQL refused it: no poison here'],
    ]);
  });
});

describe('a quarantined message', () => {
  const resolve = (entry: string, action: 'retry' | 'dismiss') =>
    core.call(telemetryRoutes.resolveQuarantine, { params: { entry }, body: { action } });

  it('is put aside', async () => {
    await device.raw('oven-6', 'count', 'aside');
    const [entry] = await quarantined('oven-6');
    expect((await resolve(entry?.id ?? '', 'dismiss')).resolvedAt).not.toBeNull();
    expect(await quarantined('oven-6')).toEqual([]);
    // the same again is a new entry
    await device.raw('oven-6', 'count', 'aside');
    expect(await quarantined('oven-6')).toHaveLength(1);
  });

  it('is refused again while its fault is there', async () => {
    const [entry] = await quarantined('oven-6');
    expect(await resolve(entry?.id ?? '', 'retry')).toMatchObject({ resolvedAt: null, times: 2 });
  });

  it('is accepted when its cause has gone', async () => {
    await core.database.query(
      `insert into quarantine (plant, id, topic, reason, detail, payload, bytes, digest, received_at, last_at, times)
       values ('main', gen_random_uuid(), 'takt/v1/main/baking/oven-7/state', 'unknown-station', '', $1, 1, $1, now(), now(), 1)`,
      [Buffer.from(`{"boot":"later","seq":0,"at":${Date.now()},"state":"running"}`)],
    );
    const [entry] = await quarantined('oven-7');
    expect((await resolve(entry?.id ?? '', 'retry')).resolvedAt).not.toBeNull();
    expect(await stored('oven-7')).toHaveLength(1);
    await until(async () => {
      const all = await core.call(telemetryRoutes.live);
      return all.find(({ station }) => station === 'oven-7')?.state === 'running';
    });
  });

  it('of an unknown plant is shown in every plant; what does not exist is said', async () => {
    await core.database.query(
      `insert into quarantine (plant, id, topic, reason, detail, payload, bytes, digest, received_at, last_at, times)
       values ('*', gen_random_uuid(), 'takt/v1/nowhere/a/b/state', 'unknown-plant', '', 'x', 1, 'x', now(), now(), 1)`,
    );
    const { items } = await core.call(telemetryRoutes.quarantine, {
      query: { filter: 'reason:unknown-plant' },
    });
    expect(items).toHaveLength(1);
    const unknown = await core.send(telemetryRoutes.resolveQuarantine, {
      params: { entry: '01890000-0000-7000-8000-000000000000' },
      body: { action: 'retry' },
    });
    expect([unknown.status, unknown.body.code]).toEqual([404, 'thing.unknown']);
  });
});

describe('partitions', () => {
  it('are there for today and the days to come', async () => {
    const rows = await core.database.query<{ relname: string }>(
      `select relname from pg_class where relname ~ '^device_message_[0-9]{8}$' order by 1`,
    );
    const today = new Date().toISOString().slice(0, 10).replaceAll('-', '');
    const names = rows.map(({ relname }) => relname.slice(-8));
    expect(names.includes(today)).toBe(true);
    expect(names.filter((name) => name > today).length).toBeGreaterThanOrEqual(2);
  });
});
