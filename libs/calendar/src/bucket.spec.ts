import type { PatternShift } from '@takt/contracts';
import * as fc from 'fast-check';
import { bucketAt, bucketOf, bucketsIn, cellAt, cellsIn, splitByCells } from './bucket';
import type { WorkCalendar } from './calendar';
import type { Interval } from './interval';

const H = 3_600_000;
const at = (text: string) => Date.parse(text);
const shift = (crew: string, start: string, end: string): PatternShift => ({
  crew,
  name: crew,
  weekdays: [1, 2, 3, 4, 5, 6],
  start,
  end,
  breaks: [],
});
const calendarIn = (zone: string): WorkCalendar => ({
  zone,
  pattern: { shifts: [shift('day', '06:30', '18:30'), shift('night', '22:00', '06:30')] },
  exceptions: [],
  line: 'bakery',
});
const shanghai = calendarIn('Asia/Shanghai');

describe('cells', () => {
  it('are clock hours, cut where a shift begins or ends', () => {
    const cells = cellsIn(shanghai, [at('2026-03-04T05:00+08:00'), at('2026-03-04T08:00+08:00')]);
    expect(
      cells.map((cell) => [(cell.endAt - cell.startAt) / H, cell.hour.slice(11, 16), cell.shift, cell.day]),
    ).toEqual([
      [1, '05:00', '2026-03-03T22:00/night', '2026-03-03'],
      [0.5, '06:00', '2026-03-03T22:00/night', '2026-03-03'],
      [0.5, '06:00', '2026-03-04T06:30/day', '2026-03-04'],
      [1, '07:00', '2026-03-04T06:30/day', '2026-03-04'],
    ]);
  });

  it('count a pulse on a boundary once, with what begins there', () => {
    const cells = cellsIn(shanghai, [at('2026-03-04T00:00+08:00'), at('2026-03-05T00:00+08:00')]);
    const found = cells.filter((cell) => cell === cellAt(cells, at('2026-03-04T06:30+08:00')));
    expect(found.map((cell) => cell.shift)).toEqual(['2026-03-04T06:30/day']);
  });

  it('tell the hour that comes twice from itself', () => {
    const cells = cellsIn(calendarIn('America/New_York'), [at('2026-11-01T05:00Z'), at('2026-11-01T07:00Z')]);
    expect(cells.map((cell) => cell.hour)).toEqual(['2026-11-01T01:00-04:00', '2026-11-01T01:00-05:00']);
  });

  it.each([
    ['Asia/Shanghai', '2026-03-08', 24],
    ['America/New_York', '2026-03-08', 23],
    ['America/New_York', '2026-11-01', 25],
    ['Europe/Amsterdam', '2026-10-25', 25],
    ['Australia/Lord_Howe', '2026-04-05', 24.5],
    ['Asia/Kolkata', '2026-03-08', 24],
  ])('cover a day in %s on %s without gap: %d hours', (zone, day, hours) => {
    const plant: WorkCalendar = { zone, pattern: null, exceptions: [] };
    const bounds = bucketOf(plant, 'day', day)!;
    const cells = cellsIn(plant, [bounds.startAt, bounds.endAt]);
    expect(cells.reduce((sum, cell) => sum + cell.endAt - cell.startAt, 0) / H).toBe(hours);
    cells.slice(1).forEach((cell, i) => expect(cell.startAt).toBe(cells[i].endAt));
    expect(new Set(cells.map((cell) => cell.hour)).size).toBe(cells.length);
  });

  it('split an interval into parts that sum to the whole', () => {
    const window: Interval = [at('2026-10-24T00:00+02:00'), at('2026-10-27T00:00+01:00')];
    const cells = cellsIn(calendarIn('Europe/Amsterdam'), window);
    const inside = fc.integer({ min: window[0], max: window[1] });
    fc.assert(
      fc.property(inside, inside, (a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        const parts = splitByCells(cells, [start, end]);
        expect(parts.reduce((sum, { part }) => sum + part[1] - part[0], 0)).toBe(end - start);
        for (const { cell, part } of parts) expect(cellAt(cells, part[0])).toBe(cell);
      }),
    );
  });
});

describe('buckets', () => {
  const saturdayMorning = at('2026-03-07T03:00+08:00');
  it('give the Friday night shift to Friday', () => {
    expect(bucketAt(shanghai, 'day', saturdayMorning)).toEqual({
      kind: 'day',
      key: '2026-03-06',
      startAt: at('2026-03-06T06:30+08:00'),
      endAt: at('2026-03-07T06:30+08:00'),
    });
    expect(bucketAt(shanghai, 'shift', saturdayMorning)?.key).toBe('2026-03-06T22:00/night');
    expect(bucketAt(shanghai, 'shift', at('2026-03-07T20:00+08:00'))).toBeUndefined();
  });

  it('give the night of the last day to its month and week', () => {
    expect(bucketAt(shanghai, 'month', at('2026-05-01T02:00+08:00'))).toEqual({
      kind: 'month',
      key: '2026-04',
      startAt: at('2026-04-01T06:30+08:00'),
      endAt: at('2026-05-01T06:30+08:00'),
    });
    expect(bucketAt(shanghai, 'week', at('2026-03-02T03:00+08:00'))?.key).toBe('2026-W10'); // Sunday has no night shift
    expect(bucketAt(shanghai, 'week', at('2026-03-08T03:00+08:00'))?.key).toBe('2026-W10');
  });

  it('have the bounds that their cells have', () => {
    const window: Interval = [at('2026-03-06T12:00+08:00'), at('2026-03-08T12:00+08:00')];
    for (const kind of ['hour', 'shift', 'day', 'week', 'month'] as const)
      for (const bucket of bucketsIn(shanghai, kind, window)) {
        const cells = cellsIn(shanghai, [bucket.startAt, bucket.endAt]);
        expect(new Set(cells.map((cell) => cell[kind]))).toEqual(new Set([bucket.key]));
        expect([cells[0].startAt, cells.at(-1)?.endAt]).toEqual([bucket.startAt, bucket.endAt]);
      }
  });
});
