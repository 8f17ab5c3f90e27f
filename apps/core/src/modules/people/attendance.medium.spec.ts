import { randomUUID } from 'node:crypto';
import {
  attendanceRoutes,
  authRoutes,
  plantRoutes,
  shiftRoutes,
  terminalRoutes,
  userRoutes,
  workerRoutes,
  type BadgeDirection,
} from '@takt/contracts';
import { startCore, type TestCore } from '../../../test/core';
import { otherPlant } from '../../../test/other-plant';
import { staffedLine, workerBody } from '../../../test/people';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database';
import { AttendanceService } from './attendance.service';
import { AttendedTime } from './attended-time';

let core: TestCore;
let terminal: string;

beforeAll(async () => {
  core = await startCore();
  const { id: _, revision: __, ...plant } = await core.call(plantRoutes.current);
  await core.call(
    plantRoutes.update,
    { params: { plant: 'main' }, body: { ...plant, timeZone: 'Asia/Shanghai' } },
    { ifMatch: 1 },
  );
  await staffedLine(core, 'bakery');
  const { code } = await core.call(terminalRoutes.create, {
    body: { name: 'T', mode: 'operator', line: 'bakery', stations: ['bakery-1'] },
  });
  terminal = (await core.call(authRoutes.pair, { body: { code, name: 'T' } }, { token: null })).token;
});
afterAll(() => core.stop());

/** A worker of the early shift, so that no test sees the badges of another. */
const newWorker = async (): Promise<string> => {
  const worker = `W${randomUUID().slice(0, 8)}`;
  await core.call(workerRoutes.put, {
    params: { worker },
    body: workerBody({ name: worker, line: 'bakery', crew: 'early', badge: `B-${worker}` }),
  });
  return worker;
};
const at = (time: string, day = '04'): string => `2026-03-${day}T${time}:00+08:00`;
const clockTo = (time: string, day = '04'): void =>
  core.running.app.get(Clock).resumeAt(Date.parse(at(time, day)));
const badge = (
  worker: string,
  direction: BadgeDirection,
  time: string,
  options: { id?: string; token?: string; day?: string; station?: string } = {},
) =>
  core.send(
    attendanceRoutes.badge,
    {
      body: {
        commandId: options.id ?? randomUUID(),
        worker,
        direction,
        at: at(time, options.day),
        ...(options.station === undefined ? {} : { station: options.station }),
      },
    },
    { token: options.token ?? terminal },
  );
const local = (instant: string | null): string =>
  instant === null ? '' : new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(8, 16);
const told = async (worker: string): Promise<string[]> =>
  (await core.call(attendanceRoutes.list, { query: { from: at('00:00', '02'), to: at('00:00', '20') } }))
    .filter((one) => one.worker === worker)
    .map(({ inAt, outAt, closedBy }) => `${local(inAt)}–${local(outAt)} ${closedBy ?? 'here'}`);
const announced = async (worker: string) =>
  (
    await core.database.query<{
      payload: { worker: string; direction: string; expected: boolean; at: string };
    }>(`select payload from outbox where name = 'worker.badged' and payload->>'worker' = $1 order by id`, [
      worker,
    ])
  ).map(({ payload }) => [payload.direction, local(payload.at), payload.expected]);
const database = () => core.running.app.get(Database);
const until = async (check: () => Promise<boolean>): Promise<void> => {
  const deadline = performance.now() + 10_000;
  while (!(await check())) {
    if (performance.now() > deadline) throw new Error('it did not happen');
    await new Promise((done) => setTimeout(done, 20));
  }
};

describe('badges at a terminal', () => {
  it('are one presence, recorded once however often they are sent', async () => {
    clockTo('14:10');
    const worker = await newWorker();
    const id = randomUUID();
    const first = await badge(worker, 'in', '05:50', { id, station: 'bakery-1' });
    expect(first.body).toMatchObject({ id, worker, station: 'bakery-1', line: 'bakery', outAt: null });
    expect(first.body.source).toBe('terminal');
    const again = await badge(worker, 'in', '05:50', { id, station: 'bakery-1' });
    expect([again.status, again.body]).toEqual([201, first.body]);
    await badge(worker, 'out', '14:05');
    expect(await told(worker)).toEqual(['04T05:50–04T14:05 badge']);
    expect((await badge(worker, 'in', '05:50', { id })).body.outAt).not.toBeNull();
    expect(await announced(worker)).toEqual([
      ['in', '04T05:50', true],
      ['out', '04T14:05', true],
    ]);
  });

  it('refuse the same command for somebody else, unknown people and stations, 1970 and inactive workers', async () => {
    clockTo('14:10');
    const [worker, other] = [await newWorker(), await newWorker()];
    const id = randomUUID();
    await badge(worker, 'in', '06:00', { id });
    expect((await badge(other, 'in', '06:00', { id })).body.code).toBe('idempotency.mismatch');
    expect((await badge('GHOST', 'in', '06:00')).body.facts).toMatchObject({ kind: 'worker', id: 'GHOST' });
    expect((await badge(worker, 'in', '06:00', { station: 'moon' })).body.facts?.['kind']).toBe('station');
    const { body } = await core.send(
      attendanceRoutes.badge,
      { body: { commandId: randomUUID(), worker, direction: 'in', at: '1970-01-01T00:00:00Z' } },
      { token: terminal },
    );
    expect(body.faults?.[0]?.path).toBe('body.at');
    await core.call(
      workerRoutes.put,
      { params: { worker: other }, body: workerBody({ active: false }) },
      { ifMatch: 1 },
    );
    expect((await badge(other, 'in', '06:00')).body.code).toBe('reference.unknown');
    expect(await told(other)).toEqual([]);
  });

  it('may arrive late and out of order', async () => {
    clockTo('20:00');
    const worker = await newWorker();
    await badge(worker, 'out', '14:00');
    expect(await told(worker)).toEqual(['04T14:00–04T14:00 badge']);
    await badge(worker, 'in', '11:30');
    await badge(worker, 'out', '11:00');
    expect(await told(worker)).toEqual(['04T11:00–04T11:00 badge', '04T11:30–04T14:00 badge']);
    await badge(worker, 'in', '06:00');
    await badge(worker, 'in', '06:01');
    expect(await told(worker)).toEqual(['04T06:00–04T11:00 badge', '04T11:30–04T14:00 badge']);
  });

  it('from the future count as now', async () => {
    clockTo('07:00');
    const worker = await newWorker();
    const { body } = await badge(worker, 'in', '23:00');
    expect(local(body.inAt ?? null)).toBe('04T07:00');
  });

  it('of one person at once are all recorded', async () => {
    clockTo('14:10');
    const worker = await newWorker();
    const times = ['06:00', '07:00', '08:00', '09:00', '10:00', '11:00'];
    const replies = await Promise.all(
      times.map((time, i) => badge(worker, i % 2 === 0 ? 'in' : 'out', time)),
    );
    expect(replies.map(({ status }) => status)).toEqual(times.map(() => 201));
    expect(await told(worker)).toEqual([
      '04T06:00–04T07:00 badge',
      '04T08:00–04T09:00 badge',
      '04T10:00–04T11:00 badge',
    ]);
  });

  it('operators give for themselves only', async () => {
    clockTo('14:10');
    const [worker, other] = [await newWorker(), await newWorker()];
    const login = `u${randomUUID().slice(0, 8)}`;
    const password = randomUUID();
    await core.call(userRoutes.create, {
      body: { login, name: login, language: 'en', role: 'operator', worker, active: true, password },
    });
    const { token } = await core.call(authRoutes.login, { body: { login, password } }, { token: null });
    expect((await badge(other, 'in', '06:00', { token })).status).toBe(403);
    const mine = await badge(worker, 'in', '06:00', { token });
    expect([mine.status, mine.body.source]).toEqual([201, 'office']);
    await badge(worker, 'out', '13:00', { token });
    expect(await told(worker)).toEqual(['04T06:00–04T13:00 office']);
  });
});

describe('the end of the shift', () => {
  it('cuts off who forgot to badge out, half an hour later; a late badge says better', async () => {
    clockTo('06:00');
    const worker = await newWorker();
    await badge(worker, 'in', '06:00');
    const here = async () => (await core.call(attendanceRoutes.present)).some((one) => one.worker === worker);
    clockTo('14:29');
    await core.running.app.get(AttendanceService).cutOff();
    expect(await here()).toBe(true);
    clockTo('14:31');
    await core.running.app.get(AttendanceService).cutOff();
    expect(await here()).toBe(false);
    expect(await told(worker)).toEqual(['04T06:00–04T14:00 shift-end']);
    expect((await announced(worker)).at(-1)).toEqual(['out', '04T14:00', true]);
    clockTo('16:00');
    await badge(worker, 'out', '15:10');
    expect(await told(worker)).toEqual(['04T06:00–04T15:10 badge']);
  });

  it('is found by the clock', async () => {
    clockTo('06:00');
    const worker = await newWorker();
    await badge(worker, 'in', '06:00');
    clockTo('15:00');
    await until(async () => (await told(worker))[0] === '04T06:00–04T14:00 shift-end');
  }, 20_000);
});

describe('badges at a device', () => {
  const report = (station: string, message: Record<string, unknown>, receivedAt = at('14:10')) =>
    database().write('main', async (tx) =>
      tx.announce('device.reported', { station, line: 'bakery', channel: 'badge', message, receivedAt }),
    );

  it('are recorded once by the key of the message, with the time of the device', async () => {
    clockTo('14:10');
    const worker = await newWorker();
    const message = {
      boot: 'b1',
      seq: 1,
      at: Date.parse(at('05:58')),
      badge: `B-${worker}`,
      direction: 'in',
    };
    await report('bakery-2', message);
    await report('bakery-2', message);
    await report('bakery-2', { ...message, seq: 2, at: 12_345, direction: 'out' });
    await until(async () => (await told(worker)).includes('04T05:58–04T14:10 badge'));
    const rows = await core.database.query('select source from badge_reading where worker = $1', [worker]);
    expect(rows).toEqual([{ source: 'device' }, { source: 'device' }]);
  });

  it('that nobody carries are told to the quarantine', async () => {
    await report('bakery-1', {
      boot: 'b1',
      seq: 9,
      at: Date.parse(at('06:00')),
      badge: 'LOST',
      direction: 'in',
    });
    const refused = () =>
      core.database.query<{ payload: { code: string; facts: object; message: { seq: number } } }>(
        `select payload from outbox where name = 'device.refused'`,
      );
    await until(async () => (await refused()).length === 1);
    expect((await refused())[0]?.payload).toMatchObject({
      code: 'reference.unknown',
      facts: { kind: 'badge', id: 'LOST' },
      message: { seq: 9 },
    });
  });
});

describe('a break', () => {
  const attendedSec = (worker: string) =>
    database().read('main', async (tx) =>
      (
        await core.running.app
          .get(AttendedTime)
          .seconds(tx, { from: new Date(at('00:00', '12')), to: new Date(at('10:00', '12')) })
      ).get(worker),
    );
  const standing = async (worker: string) =>
    (await core.call(attendanceRoutes.present))
      .filter((one) => one.worker === worker)
      .map(({ outAt, closedBy }) => [local(outAt), closedBy]);

  it('is not attended, and whoever is on it is still at work', async () => {
    clockTo('09:05', '12');
    const worker = await newWorker();
    await badge(worker, 'in', '06:00', { day: '12' });
    expect((await badge(worker, 'break', '09:00', { day: '12' })).body).toMatchObject({ closedBy: 'break' });
    await badge(worker, 'break', '09:01', { day: '12' });
    expect(await standing(worker)).toEqual([['12T09:00', 'break']]);
    const missing = await database().read('main', (tx) => core.running.app.get(AttendedTime).missing(tx));
    expect(missing.some((one) => one.worker === worker)).toBe(false);
    const [shift] = await core.call(shiftRoutes.list, {
      query: { from: at('07:00', '12'), to: at('08:00', '12'), line: 'bakery' },
    });
    expect(shift?.present).toContain(worker);
    clockTo('10:00', '12');
    await badge(worker, 'back', '09:20', { day: '12' });
    expect(await standing(worker)).toEqual([['', null]]);
    expect(await told(worker)).toEqual(['12T06:00–12T09:00 break', '12T09:20– here']);
    expect(await attendedSec(worker)).toBe(3 * 3600 + 40 * 60);
    expect((await announced(worker)).map(([direction, , expected]) => [direction, expected])).toEqual([
      ['in', true],
      ['break', true],
      ['back', true],
    ]);
  });

  it('of somebody who is not here is refused, and leaves nothing behind', async () => {
    clockTo('09:05', '13');
    const worker = await newWorker();
    const refused = await badge(worker, 'break', '09:00', { day: '13' });
    expect([refused.status, refused.body.code]).toEqual([409, 'attendance.absent']);
    await badge(worker, 'in', '06:00', { day: '13' });
    expect(await told(worker)).toEqual(['13T06:00– here']);
  });

  it('may be told late, and ends with the day', async () => {
    clockTo('14:10', '16');
    const worker = await newWorker();
    await badge(worker, 'in', '06:00', { day: '16' });
    await badge(worker, 'out', '14:00', { day: '16' });
    await badge(worker, 'back', '09:20', { day: '16' });
    await badge(worker, 'break', '09:00', { day: '16' });
    expect(await told(worker)).toEqual(['16T06:00–16T09:00 break', '16T09:20–16T14:00 badge']);
    await badge(worker, 'break', '13:30', { day: '16' });
    expect((await told(worker)).at(-1)).toBe('16T09:20–16T13:30 badge');
    expect(await standing(worker)).toEqual([]);
  });
});

describe('what others read', () => {
  it('a shift tells who is present', async () => {
    clockTo('08:00', '05');
    const worker = await newWorker();
    await badge(worker, 'in', '05:50', { day: '05' });
    const [early] = await core.call(shiftRoutes.list, {
      query: { from: at('07:00', '05'), to: at('08:00', '05'), line: 'bakery' },
    });
    expect(early?.crew).toBe('early');
    expect(early?.present).toContain(worker);
    expect(early?.rostered).toContain(worker);
  });

  it('attended seconds in a window end now for those who are here', async () => {
    clockTo('08:00', '06');
    const [here, gone] = [await newWorker(), await newWorker()];
    await badge(here, 'in', '05:30', { day: '06' });
    await badge(gone, 'in', '06:00', { day: '06' });
    await badge(gone, 'out', '06:10', { day: '06' });
    core.running.app.get(Clock).resumeAt(Date.parse(at('08:00', '06')));
    const seconds = await database().read('main', (tx) =>
      core.running.app
        .get(AttendedTime)
        .seconds(tx, { from: new Date(at('06:05', '06')), to: new Date(at('07:00', '06')) }),
    );
    expect([seconds.get(here), seconds.get(gone)]).toEqual([3300, 300]);
  });

  it('who is expected and not here is missing', async () => {
    clockTo('06:30', '10');
    const [here, away] = [await newWorker(), await newWorker()];
    await badge(here, 'in', '06:00', { day: '10' });
    const missing = await database().read('main', (tx) => core.running.app.get(AttendedTime).missing(tx));
    const found = missing.find((one) => one.worker === away);
    expect([found?.line, local(new Date(found?.until ?? 0).toISOString())]).toEqual(['bakery', '10T14:00']);
    expect(missing.some((one) => one.worker === here)).toBe(false);
  });

  it('belongs to its plant', async () => {
    clockTo('08:00', '11');
    const token = await otherPlant(core);
    const worker = await newWorker();
    await badge(worker, 'in', '06:00', { day: '11' });
    expect(await core.call(attendanceRoutes.present, {}, { token })).toEqual([]);
    expect((await badge(worker, 'in', '06:00', { day: '11', token })).body.code).toBe('reference.unknown');
  });
});
