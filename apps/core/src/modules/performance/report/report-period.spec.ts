import type { PatternShift } from '@takt/contracts';
import { PlantAsWas } from '../roll-up/as-was';
import { lastPeriod, nextPeriod, type PeriodKind, type PeriodMark } from './report-period';

const at = (text: string): number => Date.parse(`${text}+08:00`);
const shift = (crew: string, start: string, end: string, weekdays = [1, 2, 3, 4, 5, 6, 7]): PatternShift => ({
  ...{ crew, name: crew, weekdays, start, end, breaks: [] },
});
const line = (shifts: PatternShift[]) => [{ validFrom: 0, facts: { zone: 'Asia/Shanghai', shifts } }];
// 2026-03-02 is a Monday.
const plant = new PlantAsWas({
  zone: 'Asia/Shanghai',
  lines: new Map([
    [
      'a',
      line([
        shift('early', '06:00', '14:00'),
        shift('late', '14:00', '22:00'),
        shift('night', '22:00', '06:00', [1, 2, 3, 4, 5]),
      ]),
    ],
    ['b', line([shift('dawn', '01:00', '05:00', [2]), shift('part', '10:00', '14:00', [1])])],
  ]),
  stations: new Map(),
  exceptions: [],
});

/** The periods that follow one another from an instant on. */
function row(kind: PeriodKind, from: string, count: number): string[] {
  const found: string[] = [];
  let mark: PeriodMark = { at: at(from), key: '' };
  for (let i = 0; i < count; i++) {
    const next = nextPeriod(plant, kind, mark);
    if (!next) break;
    found.push(`${next.key} to ${new Date(next.to + 8 * 3_600_000).toISOString().slice(0, 16)}`);
    mark = { at: next.to, key: next.key };
  }
  return found;
}

it('shifts follow one another in the order in which they end; those that end together come one after the other', () => {
  expect(row({ span: 'shift', line: null }, '2026-03-02T13:00', 6)).toEqual([
    '2026-03-02T06:00/early to 2026-03-02T14:00',
    '2026-03-02T10:00/part to 2026-03-02T14:00',
    '2026-03-02T14:00/late to 2026-03-02T22:00',
    '2026-03-03T01:00/dawn to 2026-03-03T05:00',
    '2026-03-02T22:00/night to 2026-03-03T06:00',
    '2026-03-03T06:00/early to 2026-03-03T14:00',
  ]);
});

it('of one line only its own; where a line rests for days the next is found', () => {
  expect(row({ span: 'shift', line: 'b' }, '2026-03-03T06:00', 2)).toEqual([
    '2026-03-09T10:00/part to 2026-03-09T14:00',
    '2026-03-10T01:00/dawn to 2026-03-10T05:00',
  ]);
});

it('a day ends with the night shift that opened on it, a month with its last day', () => {
  expect(row({ span: 'day', line: 'a' }, '2026-03-05T12:00', 3)).toEqual([
    '2026-03-05 to 2026-03-06T06:00',
    '2026-03-06 to 2026-03-07T06:00',
    '2026-03-07 to 2026-03-08T00:00',
  ]);
  expect(row({ span: 'month', line: null }, '2026-03-20T12:00', 2)).toEqual([
    '2026-03 to 2026-04-01T06:00',
    '2026-04 to 2026-05-01T06:00',
  ]);
  expect(row({ span: 'month', line: null }, '2026-04-01T03:00', 1)).toEqual(['2026-03 to 2026-04-01T06:00']);
});

it('the last period is the one that has ended', () => {
  const last = (kind: PeriodKind, now: string) => lastPeriod(plant, kind, at(now))?.key;
  expect(last({ span: 'shift', line: 'a' }, '2026-03-03T05:59')).toBe('2026-03-02T14:00/late');
  expect(last({ span: 'shift', line: 'a' }, '2026-03-03T06:00')).toBe('2026-03-02T22:00/night');
  expect(last({ span: 'shift', line: 'b' }, '2026-03-09T09:00')).toBe('2026-03-03T01:00/dawn');
  expect(last({ span: 'day', line: null }, '2026-03-03T05:59')).toBe('2026-03-01');
  expect(last({ span: 'month', line: null }, '2026-03-20T00:00')).toBe('2026-02');
});

it('a line without shifts has days, and no shift to tell of', () => {
  const open = new PlantAsWas({
    zone: 'Asia/Shanghai',
    lines: new Map(),
    stations: new Map(),
    exceptions: [],
  });
  const mark = { at: at('2026-03-05T12:00'), key: '' };
  expect(nextPeriod(open, { span: 'shift', line: null }, mark)).toBeNull();
  expect(lastPeriod(open, { span: 'shift', line: null }, mark.at)).toBeNull();
  expect(nextPeriod(open, { span: 'day', line: null }, mark)).toMatchObject({
    key: '2026-03-05',
    to: at('2026-03-06T00:00'),
  });
});
