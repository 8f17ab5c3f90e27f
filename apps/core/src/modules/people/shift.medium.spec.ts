import { lineRoutes, plantRoutes, shiftRoutes, workerRoutes, type RequestOf } from '@takt/contracts';
import { startCore, type TestCore } from '../../../test/core';
import { otherPlant } from '../../../test/other-plant';
import { staffedLine, weekdayShifts, workerBody } from '../../../test/people';
import { Database } from '../../platform/database';
import { ShiftBookReader } from './shift-book.reader';

let core: TestCore;
beforeAll(async () => {
  core = await startCore({ CLOCK_START: '2026-03-04T08:00:00+08:00' }); // a Wednesday
  const plant = await core.call(plantRoutes.current);
  await core.call(
    plantRoutes.update,
    { params: { plant: 'main' }, body: { ...withoutKey(plant), timeZone: 'Asia/Shanghai' } },
    { ifMatch: 1 },
  );
  await staffedLine(core, 'bakery');
  await core.call(workerRoutes.putSkill, { params: { skill: 'bake' }, body: { name: 'Bake' } });
  for (const [id, crew] of [
    ['ANN', 'early'],
    ['BEN', 'early'],
    ['CAT', 'night'],
  ] as const)
    await core.call(workerRoutes.put, {
      params: { worker: id },
      body: workerBody({ name: id, line: 'bakery', crew, skills: [{ skill: 'bake', expiresOn: null }] }),
    });
});
afterAll(() => core.stop());

function withoutKey<T extends { id: string; revision: number }>({ id: _, revision: __, ...rest }: T) {
  return rest;
}

const at = (day: string, time: string): string => `2026-03-${day}T${time}:00+08:00`;
type Exception = NonNullable<RequestOf<typeof shiftRoutes.addException>['body']>;
const add = (change: Partial<Exception>) =>
  core.send(shiftRoutes.addException, {
    body: {
      kind: 'closed',
      line: null,
      station: null,
      worker: null,
      startAt: at('04', '06:00'),
      endAt: at('04', '14:00'),
      note: '',
      ...change,
    },
  });
const shiftsOf = (from: string, to: string, line?: string) =>
  core.call(shiftRoutes.list, { query: { from, to, ...(line === undefined ? {} : { line }) } });
const announced = () =>
  core.database.query<{ payload: { kind: string; worker: string | null } }>(
    `select payload from outbox where name = 'shift.changed' order by id`,
  );

describe('patterns', () => {
  it.each<[string, object, string]>([
    [
      'overlapping shifts',
      { shifts: [weekdayShifts[0], { ...weekdayShifts[1], start: '13:00' }] },
      'shift.overlap',
    ],
    [
      'a shift that ends as it begins',
      { shifts: [{ ...weekdayShifts[0], start: '08:00', end: '08:00', breaks: [] }] },
      'shift.invalid',
    ],
    [
      'a break outside its shift',
      { shifts: [{ ...weekdayShifts[0], breaks: [{ start: '15:00', end: '15:30' }] }] },
      'shift.invalid',
    ],
  ])('refuse %s', async (_, change, code) => {
    const { status, body } = await core.send(shiftRoutes.putPattern, {
      params: { pattern: 'bad' },
      body: { name: 'Bad', ...change } as never,
    });
    expect([status, body.code]).toEqual([422, code]);
  });

  it('must exist before a line names them', async () => {
    const { body } = await core.send(lineRoutes.put, {
      params: { line: 'gift' },
      body: { name: 'Gift', position: 2, shiftPattern: 'nothing' },
    });
    expect([body.code, body.facts]).toEqual([
      'reference.unknown',
      { field: 'shiftPattern', kind: 'shift pattern', id: 'nothing' },
    ]);
  });
});

describe('shifts', () => {
  it('fall on their day, over midnight, with breaks taken out and the crew as roster', async () => {
    const shifts = await shiftsOf(at('04', '00:00'), at('05', '00:00'));
    expect(shifts.map(({ crew, day, rostered }) => [crew, day, rostered])).toEqual([
      ['night', '2026-03-03', ['CAT']],
      ['early', '2026-03-04', ['ANN', 'BEN']],
      ['late', '2026-03-04', []],
      ['night', '2026-03-04', ['CAT']],
    ]);
    expect(shifts[1]?.work).toEqual([
      { startAt: '2026-03-03T22:00:00.000Z', endAt: '2026-03-04T02:00:00.000Z' },
      { startAt: '2026-03-04T02:30:00.000Z', endAt: '2026-03-04T06:00:00.000Z' },
    ]);
    expect(await shiftsOf(at('04', '00:00'), at('05', '00:00'), 'moon')).toEqual([]);
  });

  it.each([
    ['that ends before it begins', at('05', '00:00'), at('04', '00:00')],
    ['of 32 days', '2026-03-01T00:00:00Z', '2026-04-02T00:00:00Z'],
  ])('refuse a window %s', async (_, from, to) => {
    const { status, body } = await core.send(shiftRoutes.list, { query: { from, to } });
    expect([status, body.code]).toEqual([422, 'shift.window']);
  });

  it('refuse 1970', async () => {
    const { body } = await core.send(shiftRoutes.list, {
      query: { from: '1970-01-01T00:00:00Z', to: at('05', '00:00') },
    });
    expect([body.code, body.faults?.[0]?.path]).toEqual(['request.invalid', 'query.from']);
  });
});

describe('exceptions', () => {
  it('take an absent worker from the roster, and come back when removed', async () => {
    const { body: absence } = await add({ kind: 'absence', worker: 'BEN' });
    const early = async () =>
      (await shiftsOf(at('04', '06:00'), at('04', '13:00'))).map(({ rostered }) => rostered);
    expect(await early()).toEqual([['ANN']]);
    await core.call(shiftRoutes.removeException, { params: { exception: absence.id } });
    expect(await early()).toEqual([['ANN', 'BEN']]);
    const again = await core.send(shiftRoutes.removeException, { params: { exception: absence.id } });
    expect(again.body.code).toBe('thing.unknown');
    expect((await announced()).slice(-2).map(({ payload }) => [payload.kind, payload.worker])).toEqual([
      ['absence', 'BEN'],
      ['absence', 'BEN'],
    ]);
  });

  it.each<[string, Partial<Exception>, string]>([
    ['an end before the start', { endAt: at('04', '05:00') }, 'shift.invalid'],
    ['two things at once', { line: 'bakery', station: 'bakery-1' }, 'shift.invalid'],
    ['an absence of nobody', { kind: 'absence' }, 'shift.invalid'],
    ['an unknown worker', { kind: 'absence', worker: 'GHOST' }, 'reference.unknown'],
    ['an unknown station', { kind: 'maintenance', station: 'moon' }, 'reference.unknown'],
    ['an unknown line', { line: 'moon' }, 'reference.unknown'],
  ])('refuse %s', async (_, change, code) => {
    const before = (await announced()).length;
    expect((await add(change)).body.code).toBe(code);
    expect((await announced()).length).toBe(before);
  });

  it('are listed for a line with those of its stations, its workers and the whole plant', async () => {
    await staffedLine(core, 'gift');
    for (const change of [
      { station: 'bakery-1', note: 'station' },
      { station: 'gift-1', note: 'elsewhere' },
      { note: 'plant' },
      { kind: 'absence' as const, worker: 'CAT', note: 'worker' },
    ])
      await add({ ...change, startAt: at('20', '06:00'), endAt: at('20', '07:00') });
    const notes = async (line?: string) =>
      (
        await core.call(shiftRoutes.exceptions, {
          query: { from: at('20', '00:00'), to: at('21', '00:00'), ...(line === undefined ? {} : { line }) },
        })
      )
        .map(({ note }) => note)
        .sort();
    expect(await notes('bakery')).toEqual(['plant', 'station', 'worker']);
    expect(await notes()).toEqual(['elsewhere', 'plant', 'station', 'worker']);
  });
});

describe('the shift book', () => {
  const day = [Date.parse(at('12', '00:00')), Date.parse(at('13', '00:00'))] as const;
  const book = (plant: string) =>
    core.running.app
      .get(Database)
      .read(plant, (tx) =>
        core.running.app.get(ShiftBookReader).read(tx, { from: new Date(day[0]), to: new Date(day[1]) }),
      );
  const times = (set: readonly (readonly number[])[]): string[] =>
    set.map(([from = 0, to = 0, count]) =>
      [from, to]
        .map((instant) => new Date(instant + 8 * 3_600_000).toISOString().slice(11, 16))
        .concat(count === undefined ? [] : [`×${count}`])
        .join(' '),
    );

  it('knows maintenance, overtime and the people of each skill', async () => {
    const on = { startAt: at('12', '12:00'), endAt: at('12', '13:00') };
    await add({ kind: 'maintenance', station: 'bakery-1', ...on });
    await add({ kind: 'closed', line: 'bakery', startAt: at('12', '14:00'), endAt: at('13', '06:00') });
    await add({ kind: 'overtime', line: 'bakery', startAt: at('12', '14:00'), endAt: at('12', '16:00') });
    await add({ kind: 'absence', worker: 'ANN', startAt: at('12', '11:00'), endAt: at('12', '23:00') });
    const read = await book('main');
    expect(times(read.work('bakery-1', day))).toEqual([
      '00:00 02:00',
      '02:30 10:00',
      '10:30 12:00',
      '13:00 14:00',
    ]);
    expect(times(read.work('bakery-2', day))).toEqual(['00:00 02:00', '02:30 10:00', '10:30 14:00']);
    expect(times(read.maintenance('bakery-1', day))).toEqual(['12:00 13:00']);
    expect(times(read.overtime('bakery-1', day))).toEqual(['14:00 16:00']);
    expect(read.skillCapacities(day).map(({ id, capacity }) => [id, times(capacity)])).toEqual([
      [
        'bake',
        [
          '00:00 02:00 ×1',
          '02:30 06:00 ×1',
          '06:00 10:00 ×2',
          '10:30 11:00 ×2',
          '11:00 14:00 ×1',
          '14:00 16:00 ×2',
        ],
      ],
    ]);
    const lines = new Map(read.lineCapacities(day).map(({ id, capacity }) => [id, times(capacity)]));
    expect(lines.get('gift')).toEqual([]);
    expect(lines.get('bakery')).toEqual(times(read.skillCapacities(day)[0]?.capacity ?? []));
  });

  it('is of one plant', async () => {
    const token = await otherPlant(core, 'other', 'Europe/Amsterdam');
    await staffedLine(core, 'bakery', token);
    const theirs = await book('other');
    expect([theirs.zone, theirs.workers, theirs.maintenance('bakery-1', day)]).toEqual([
      'Europe/Amsterdam',
      [],
      [],
    ]);
  });
});
