import { io, type Socket } from 'socket.io-client';
import { randomUUID } from 'node:crypto';
import {
  deviceRoutes,
  reasonRoutes,
  SOCKET_NAMESPACE,
  telemetryRoutes,
  type ServerEvent,
  type StationLive,
  type Stop,
} from '@takt/contracts';
import { startCore, type TestCore } from '../../../test/core';
import { makeDevice, makeLine, TestDevice } from '../../../test/device';
import { until } from '../../../test/until';
import { Clock } from '../../platform/clock';
import { LoopMetrics } from '../../platform/metrics';
import { OperationBook } from './operation-book';

const NAMES = [
  'run',
  'quiet',
  'will',
  'stop',
  'short',
  'brief',
  'own',
  'belated',
  'count',
  'late',
  'gap',
  'split',
  'alarm',
  'value',
  'badge',
  'push',
  'restart',
  'clock',
  'lost',
  'birth',
];
const SEC = 1000;
const MINUTE = 60 * SEC;
const NOON = Date.parse('2026-03-06T12:00:00Z');

let core: TestCore;
let clock: Clock;
let device: TestDevice;
/** where each test begins: nothing is done in the time of another one */
let start = NOON - 60 * MINUTE;
beforeAll(async () => {
  core = await startCore({ CLOCK_START: new Date(NOON).toISOString() });
  clock = core.running.app.get(Clock);
  await makeLine(core, 'baking', NAMES);
  const login = await makeDevice(core, 'gateway', NAMES);
  device = await TestDevice.connect(core.running.ports?.mqtt ?? 0, login, 'baking', () => clock.now());
  await core.call(reasonRoutes.put, {
    params: { reason: 'jam' },
    body: { kind: 'stop', name: 'Jam', planned: false, position: 1, active: true },
  });
});
afterAll(async () => {
  await device.client.endAsync(true);
  await core.stop();
});
beforeEach(() => {
  start += 120 * MINUTE;
  clock.resumeAt(start);
});

const at = (sec: number): number => start + sec * SEC;
const iso = (sec: number): string => new Date(at(sec)).toISOString();
/** Says something at a moment, when the clock of core has come so far. */
const say = (station: string, sec: number, channel: Parameters<TestDevice['send']>[1], fields: object) => {
  if (clock.now() < at(sec)) clock.resumeAt(at(sec));
  return device.send(station, channel, fields, { at: at(sec) });
};
const live = async (station: string): Promise<StationLive> => {
  const found = (await core.call(telemetryRoutes.live)).find((one) => one.station === station);
  if (!found) throw new Error(`${station} is not shown`);
  return found;
};
const showsState = (station: string, state: string) =>
  until(async () => (await live(station)).state === state);
const states = async (station: string): Promise<string[]> => {
  const list = await core.call(telemetryRoutes.states, {
    params: { station },
    query: { from: iso(-3600), to: iso(36_000) },
  });
  const second = (text: string | null) =>
    text === null ? '' : String(Math.round((Date.parse(text) - start) / SEC));
  return list.map(({ state, startAt, endAt }) => `${state} ${second(startAt)}–${second(endAt)}`);
};
const stops = async (station: string): Promise<Stop[]> =>
  (await core.call(telemetryRoutes.stops, { query: { filter: `station:${station}` } })).items;
const events = <T>(name: string, station: string): Promise<{ payload: T }[]> =>
  core.database.query(`select payload from outbox where name = $1 and payload->>'station' = $2 order by id`, [
    name,
    station,
  ]);
const counted = (station: string): Promise<{ sec: number; good: number }[]> =>
  core.database.query(
    `select (extract(epoch from minute_at) - $2)::int as sec, good::int from count_minute where station = $1 order by minute_at`,
    [station, start / SEC],
  );

describe('states', () => {
  it('follow what the device says', async () => {
    await say('run', 0, 'status', { online: true, model: 'M1' });
    await say('run', 10, 'state', { state: 'setup' });
    await say('run', 40, 'state', { state: 'running' });
    await showsState('run', 'running');
    expect(await live('run')).toMatchObject({ online: true, stateSince: iso(40), line: 'baking' });
    expect(await states('run')).toEqual(['unknown 0–10', 'setup 10–40', 'running 40–']);
    const devices = await core.call(deviceRoutes.list);
    expect(devices[0]).toMatchObject({ id: 'gateway', online: true });
    expect(devices[0]?.lastMessageAt).not.toBeNull();
  });

  it('are unknown after too long a silence, and go on when nothing was missed', async () => {
    await say('quiet', 0, 'state', { state: 'running' });
    await showsState('quiet', 'running');
    clock.resumeAt(at(130));
    await showsState('quiet', 'unknown');
    expect(await live('quiet')).toMatchObject({ online: false, stateSince: iso(120) });
    expect(await states('quiet')).toEqual(['running 0–120', 'unknown 120–']);
    await say('quiet', 200, 'count', { good: 1, scrap: 0 });
    await showsState('quiet', 'running');
    expect(await states('quiet')).toEqual(['running 0–']);
  });

  it('are unknown after a last will, which a late message of the same boot does not undo', async () => {
    await say('will', 0, 'state', { state: 'running' });
    clock.resumeAt(at(50));
    // written when the connection began
    await device.send('will', 'status', { online: false }, { at: at(-100), seq: 1_000_000 });
    await showsState('will', 'unknown');
    clock.resumeAt(at(60));
    await device.send('will', 'state', { state: 'fault' }, { at: at(30) });
    await until(async () => (await states('will')).length === 3);
    expect(await states('will')).toEqual(['running 0–30', 'fault 30–50', 'unknown 50–']);
    expect(await live('will')).toMatchObject({ state: 'unknown', online: false });
    await say('will', 90, 'state', { state: 'running' });
    await showsState('will', 'running');
  });

  const begin = (station: string, operation: string) =>
    core.running.app.get(OperationBook).follow('main', {
      ...({
        report: randomUUID(),
        operation,
        workOrder: 'A',
        station,
        line: 'baking',
        type: 'start',
      } as const),
      ...({ status: 'running', good: '0', scrap: '0', rework: '0', scrapReason: null, workers: [] } as const),
      ...{ at: iso(0), last: false, flags: [] },
    });
  const told = async (station: string) =>
    (
      await core.database.query<{ state: string; operation: string | null }>(
        'select state, operation from state_interval where station = $1 order by start_at',
        [station],
      )
    ).map(({ state, operation }) => [state, operation]);

  it('keep the operation under which they began', async () => {
    await say('own', 0, 'state', { state: 'idle' });
    await showsState('own', 'idle');
    await begin('own', 'A.10');
    await say('own', 100, 'state', { state: 'running' });
    await showsState('own', 'running');
    await begin('own', 'B.10');
    await say('own', 200, 'state', { state: 'idle' });
    await showsState('own', 'idle');
    expect(await told('own')).toEqual([
      ['idle', null],
      ['running', 'A.10'],
      ['idle', 'B.10'],
    ]);
    expect(await events('history.restated', 'own')).toEqual([]);
  });

  it('find their operation when it is told after the machine has begun', async () => {
    await say('belated', 0, 'state', { state: 'running' });
    await showsState('belated', 'running');
    await begin('belated', 'A.10');
    await say('belated', 50, 'state', { state: 'idle' });
    await showsState('belated', 'idle');
    expect(await told('belated')).toEqual([
      ['running', 'A.10'],
      ['idle', 'A.10'],
    ]);
    expect(await events('history.restated', 'belated')).toMatchObject([
      { payload: { fromAt: iso(0), toAt: iso(50), why: 'late' } },
    ]);
  });

  it('of a device that restarts begin unknown', async () => {
    await say('restart', 0, 'state', { state: 'running' });
    clock.resumeAt(at(40));
    await device.send('restart', 'count', { good: 0, scrap: 0 }, { at: at(30), boot: 'second', seq: 0 });
    await device.send('restart', 'state', { state: 'idle' }, { at: at(40), boot: 'second', seq: 1 });
    await showsState('restart', 'idle');
    expect(await states('restart')).toEqual(['running 0–30', 'unknown 30–40', 'idle 40–']);
  });

  it('of a device whose birth is told again, as it was or after it has connected anew, go on; nothing is counted twice', async () => {
    const birth = { online: true, model: 'M1' };
    const first = await device.send('birth', 'status', birth, { at: at(0) });
    await say('birth', 10, 'state', { state: 'running' });
    await say('birth', 20, 'count', { good: 5, scrap: 0 });
    await device.send('birth', 'status', birth, first);
    await say('birth', 30, 'status', birth);
    await say('birth', 40, 'count', { good: 7, scrap: 0 });
    await until(async () => (await counted('birth')).some(({ good }) => good === 7));
    expect(await counted('birth')).toEqual([{ sec: 0, good: 7 }]);
    expect(await live('birth')).toMatchObject({ state: 'running', online: true, stateSince: iso(10) });
    expect(await states('birth')).toEqual(['unknown 0–10', 'running 10–']);
  });

  it('of a device whose clock is 2 h ahead, or not set, count at their receipt', async () => {
    await device.send('clock', 'state', { state: 'setup' }, { at: 1000 });
    clock.resumeAt(at(20));
    await device.send('clock', 'state', { state: 'running' }, { at: at(7200) });
    await showsState('clock', 'running');
    const [first, second] = await states('clock');
    expect([first?.split(' ')[0], second?.split(' ')[0]]).toEqual(['setup', 'running']);
    expect(Date.parse((await live('clock')).stateSince ?? '')).toBeLessThan(at(30));
  });
});

describe('stops', () => {
  it('are told when they grow long, explained once, and end', async () => {
    await say('stop', 0, 'state', { state: 'running' });
    await say('stop', 10, 'state', { state: 'stopped' });
    await say('stop', 30, 'state', { state: 'fault', reason: 'e-12' });
    await showsState('stop', 'fault');
    expect(await stops('stop')).toEqual([]);
    clock.resumeAt(at(75));
    await until(async () => (await stops('stop')).length === 1);
    const [open] = await stops('stop');
    expect(open).toMatchObject({
      state: 'fault',
      startAt: iso(10),
      endAt: null,
      // nobody knows what e-12 means: it is not explained
      reason: null,
      note: 'e-12',
      explainedBy: null,
    });
    expect(await live('stop')).toMatchObject({ openStop: open?.id, reason: null });
    expect(await events('station.went-down', 'stop')).toMatchObject([
      { payload: { since: iso(10), state: 'fault' } },
    ]);

    const explain = (commandId: string, reason = 'jam', replace = false) =>
      core.send(telemetryRoutes.explainStop, {
        params: { stop: open?.id ?? '' },
        body: { commandId, reason, note: 'belt', replace },
      });
    const command = randomUUID();
    expect((await explain(command, 'nonsense')).body.code).toBe('reference.unknown');
    expect((await explain(command)).body).toMatchObject({ reason: 'jam', note: 'belt' });
    expect((await explain(command)).status).toBe(200);
    expect((await explain(randomUUID())).body.code).toBe('stop.open');
    expect((await explain(randomUUID(), 'jam', true)).status).toBe(200);

    await say('stop', 100, 'state', { state: 'running' });
    await until(async () => (await stops('stop'))[0]?.endAt === iso(100));
    expect((await stops('stop'))[0]).toMatchObject({ id: open?.id, reason: 'jam' });
    expect(await events('station.came-back', 'stop')).toMatchObject([
      { payload: { downSec: 90, at: iso(100) } },
    ]);
    const told = await events<{ open: boolean; explained: boolean }>('stop.changed', 'stop');
    expect(told.map(({ payload }) => [payload.open, payload.explained])).toEqual([
      [true, false],
      [true, true],
      [true, true],
      [false, true],
    ]);
  });

  it('up to the micro-stop limit are none', async () => {
    await say('short', 0, 'state', { state: 'running' });
    await say('short', 10, 'state', { state: 'stopped' });
    await say('short', 70, 'state', { state: 'running' });
    await until(async () => (await states('short')).length === 3);
    expect(await states('short')).toEqual(['running 0–10', 'stopped 10–70', 'running 70–']);
    expect(await stops('short')).toEqual([]);
  });

  it('that seemed long until its end was told are none, and nobody goes on waiting for their reason', async () => {
    await say('brief', 0, 'state', { state: 'running' });
    await say('brief', 10, 'state', { state: 'stopped' });
    clock.resumeAt(Math.max(clock.now(), at(75)));
    await until(async () => (await stops('brief')).length === 1);
    await say('brief', 65, 'state', { state: 'running' });
    await until(async () => (await states('brief')).length === 3);
    expect(await stops('brief')).toEqual([]);
    expect(await events('station.came-back', 'brief')).toHaveLength(1);
  });

  it('end when the station falls silent; what stands after it is another one', async () => {
    await say('lost', 0, 'state', { state: 'fault' });
    clock.resumeAt(at(70));
    await until(async () => (await stops('lost')).length === 1);
    clock.resumeAt(at(130));
    await until(async () => (await stops('lost'))[0]?.endAt === iso(120));
    clock.resumeAt(at(400));
    await device.send('lost', 'state', { state: 'fault' }, { at: at(400), seq: 50 });
    clock.resumeAt(at(470));
    await until(async () => (await stops('lost')).length === 2);
    const list = (await stops('lost')).sort((a, b) => a.startAt.localeCompare(b.startAt));
    expect(list.map(({ startAt, endAt }) => [startAt, endAt])).toEqual([
      [iso(0), iso(120)],
      [iso(400), null],
    ]);
    // down once, for nobody has seen it work in between
    expect(await events('station.went-down', 'lost')).toHaveLength(1);
  });

  it('are filtered and paged', async () => {
    const page = await core.call(telemetryRoutes.stops, {
      query: { filter: 'explained:yes,open:no', limit: 1 },
    });
    expect(page.items.map(({ station }) => station)).toEqual(['stop']);
    const bad = await core.send(telemetryRoutes.stops, { query: { filter: 'from:yesterday' } });
    expect([bad.status, bad.body.code]).toEqual([400, 'request.invalid']);
  });
});

describe('counts', () => {
  it('are differences, by minute; a boundary belongs to the minute that begins', async () => {
    await say('count', 0, 'count', { good: 5, scrap: 0 });
    await say('count', 59, 'count', { good: 10, scrap: 1 });
    await say('count', 60, 'count', { good: 12, scrap: 1 });
    await say('count', 90, 'count', { good: 9, scrap: 1 });
    await say('count', 100, 'count', { good: 10, scrap: 1 });
    await until(async () => (await live('count')).goodShift === 10);
    expect(await counted('count')).toEqual([
      { sec: 0, good: 10 },
      { sec: 60, good: 0 },
    ]);
    expect((await live('count')).scrapShift).toBe(1);
  });

  it('that cannot be right add nothing and are quarantined', async () => {
    await say('count', 200, 'count', { good: 1_000_010, scrap: 1 });
    await until(async () => {
      const { items } = await core.call(telemetryRoutes.quarantine, {
        query: { filter: 'reason:implausible-count' },
      });
      return items.length === 1;
    });
    await say('count', 210, 'count', { good: 14, scrap: 1 });
    await until(async () => (await live('count')).goodShift === 4 || (await live('count')).goodShift === 14);
  });
});

describe('late messages', () => {
  it('restate the hour in which they happened, and never the live state', async () => {
    for (const [sec, good] of [
      [0, 0],
      [600, 10],
      [7200, 100],
    ] as const)
      await device.send('late', 'count', { good, scrap: 0 }, { at: at(sec - 7200), seq: good });
    await device.send('late', 'state', { state: 'running' }, { at: at(0), seq: 200 });
    await showsState('late', 'running');
    const before = await live('late');
    await device.send('late', 'count', { good: 70, scrap: 0 }, { at: at(-3600), seq: 50 });
    await until(async () => (await counted('late')).length === 3);
    expect((await counted('late')).map(({ good }) => good)).toEqual([10, 60, 30]);
    expect(await live('late')).toMatchObject({ state: 'running', stateSince: before.stateSince });
    const told = await events<{ fromAt: string; toAt: string; why: string }>('history.restated', 'late');
    expect(told.at(-1)?.payload).toMatchObject({ fromAt: iso(-3600), why: 'late' });
    expect(Date.parse(told.at(-1)?.payload.toAt ?? '')).toBeGreaterThanOrEqual(at(0));
  });

  it('fill a gap: what was unknown is known', async () => {
    const send = (seq: number, sec: number, state: string) =>
      device.send('gap', 'state', { state }, { at: at(sec), seq });
    await send(0, -3000, 'running');
    await send(9, -100, 'idle');
    await showsState('gap', 'idle');
    expect(await states('gap')).toEqual(['running -3000–-2880', 'unknown -2880–-100', 'idle -100–']);
    await send(4, -2000, 'fault');
    await send(5, -1000, 'running');
    for (const seq of [1, 2, 3, 6, 7, 8])
      await device.send('gap', 'scan', { code: 'x' }, { at: at(-3000 + seq * 300), seq });
    await until(
      async () =>
        (await states('gap')).length === 4 && !(await states('gap')).some((one) => one.startsWith('unknown')),
    );
    expect(await states('gap')).toEqual([
      'running -3000–-2000',
      'fault -2000–-1000',
      'running -1000–-100',
      'idle -100–',
    ]);
  });
});

describe('alarms and values', () => {
  it('are shown while they last; an older word changes nothing', async () => {
    await say('alarm', 0, 'alarm', { code: 'hot', severity: 'critical', active: true, text: 'too hot' });
    await until(async () => (await live('alarm')).alarms.length === 1);
    expect((await live('alarm')).alarms).toEqual([
      { code: 'hot', severity: 'critical', since: iso(0), text: 'too hot' },
    ]);
    await say('alarm', 20, 'alarm', { code: 'hot', severity: 'critical', active: false });
    await until(async () => (await live('alarm')).alarms.length === 0);
  });

  it('are read back newest first, by name', async () => {
    await say('value', 0, 'measure', { values: { oven_c: 180, speed_rpm: 12 } });
    await say('value', 10, 'measure', { values: { oven_c: 181.5 } });
    await until(async () => (await live('value')).measures['oven_c'] === 181.5);
    expect((await live('value')).measures).toEqual({ oven_c: 181.5, speed_rpm: 12 });
    const read = (query: object) =>
      core.call(telemetryRoutes.measures, {
        params: { station: 'value' },
        query: { from: iso(-10), to: iso(60), ...query },
      });
    expect((await read({ name: 'oven_c' })).map(({ value }) => value)).toEqual([181.5, 180]);
    expect(await read({ limit: 1 })).toEqual([{ at: iso(10), name: 'oven_c', value: 181.5 }]);
    const { status } = await core.send(telemetryRoutes.measures, {
      params: { station: 'nowhere' },
      query: { from: iso(0), to: iso(1) },
    });
    expect(status).toBe(404);
  });
});

describe('what people and devices report', () => {
  it('is handed on once, in order; what cannot be carried out is quarantined', async () => {
    const first = await say('badge', 0, 'badge', { badge: 'LOST', direction: 'in' });
    await device.send('badge', 'badge', { badge: 'LOST', direction: 'in' }, first);
    await say('badge', 1, 'scan', { code: '4006381333931' });
    await say('badge', 2, 'ack', { id: randomUUID(), ok: true });
    await until(async () => (await events('device.reported', 'badge')).length === 3);
    const told = await events<{ channel: string; message: { seq: number } }>('device.reported', 'badge');
    expect(told.map(({ payload }) => [payload.channel, payload.message.seq])).toEqual([
      ['badge', 0],
      ['scan', 1],
      ['ack', 2],
    ]);
    await until(async () => {
      const { items } = await core.call(telemetryRoutes.quarantine, {
        query: { filter: 'reason:rejected-report' },
      });
      const topics = items.map(({ topic }) => topic).sort();
      // Neither the badge nor the command that is answered is known.
      return topics.join() === 'takt/v1/main/baking/badge/ack,takt/v1/main/baking/badge/badge';
    });
  });
});

describe('watermarks', () => {
  it('say up to where nothing is missing', async () => {
    const send = (seq: number) => device.send('split', 'scan', { code: 'x' }, { boot: 'w', seq });
    for (const seq of [0, 1, 2, 5]) await send(seq);
    const mark = async () =>
      (await core.call(telemetryRoutes.watermarks, { query: { station: 'split' } })).map(
        ({ boot, seq, above, gaps }) => [boot, seq, above, gaps],
      );
    await until(async () => (await mark())[0]?.[3] === 2);
    expect(await mark()).toEqual([['w', 2, [[5, 5]], 2]]);
    await send(3);
    await send(4);
    await until(async () => (await mark())[0]?.[1] === 5);
  });
});

describe('screens', () => {
  let socket: Socket;
  afterEach(() => socket.disconnect());

  it('are told of stations and stops', async () => {
    socket = io(`${core.url}${SOCKET_NAMESPACE}`, { transports: ['websocket'], auth: { token: core.admin } });
    const heard: ServerEvent<'station.changed'>[] = [];
    socket.on('station.changed', (payload: ServerEvent<'station.changed'>) => heard.push(payload));
    await new Promise((done) => socket.once('welcome', done));
    await say('push', 0, 'state', { state: 'running' });
    await until(() =>
      heard.some(({ stations }) =>
        stations.some(({ station, state }) => station === 'push' && state === 'running'),
      ),
    );
    const versions = heard.map(({ version }) => version);
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
    const metrics = core.running.app.get(LoopMetrics);
    for (const step of ['commit', 'derive', 'relay', 'push'] as const)
      expect([step, metrics.figures(step).count > 0]).toEqual([step, true]);
  });
});
