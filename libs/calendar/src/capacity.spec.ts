import type { CalendarException, WorkCalendar } from './calendar';
import { availabilityOf, rosterOf, skillCapacity, type Person } from './capacity';
import { measure, type Interval } from './interval';
import { shiftsIn } from './shift';

const H = 3_600_000;
const zone = 'Asia/Shanghai';
const at = (hour: number) => Date.parse('2026-03-04T00:00+08:00') + hour * H; // a Wednesday
const window: Interval = [at(0), at(24)];
const shift = (crew: string, start: string, end: string) => ({
  crew,
  name: crew,
  weekdays: [1, 2, 3, 4, 5],
  start,
  end,
  breaks: [],
});
const pattern = { shifts: [shift('early', '06:00', '14:00'), shift('late', '14:00', '22:00')] };
const person = (id: string, crew: string | null, more: Partial<Person> = {}): Person => ({
  id,
  line: 'bakery',
  crew,
  skills: [{ skill: 'baker', expiresOn: null }],
  active: true,
  ...more,
});
const absent = (worker: string, from: number, to: number): CalendarException => ({
  kind: 'absence',
  line: null,
  station: null,
  worker,
  startAt: at(from),
  endAt: at(to),
});
const linesWith = (...exceptions: CalendarException[]) => {
  const bakery: WorkCalendar = { zone, pattern, exceptions, line: 'bakery' };
  return new Map([['bakery', bakery]]);
};
const people = [person('A', 'early'), person('B', 'early'), person('C', 'late')];

describe('capacity of people', () => {
  it('counts the crews of the shifts', () => {
    expect(skillCapacity('baker', people, linesWith(), window)).toEqual([
      [at(6), at(14), 2],
      [at(14), at(22), 1],
    ]);
    expect(skillCapacity('packer', people, linesWith(), window)).toEqual([]);
  });

  it('falls with an absence, also within a shift', () => {
    expect(skillCapacity('baker', people, linesWith(absent('B', 8, 10)), window)).toEqual([
      [at(6), at(8), 2],
      [at(8), at(10), 1],
      [at(10), at(14), 2],
      [at(14), at(22), 1],
    ]);
  });

  it('ends with the day on which a skill expires', () => {
    const expiring = (expiresOn: string) => [
      person('A', 'early', { skills: [{ skill: 'baker', expiresOn }] }),
    ];
    expect(skillCapacity('baker', expiring('2026-03-04'), linesWith(), window)).toEqual([[at(6), at(14), 1]]);
    expect(skillCapacity('baker', expiring('2026-03-03'), linesWith(), window)).toEqual([]);
  });

  it('leaves out inactive people and people without a line; who has no crew works every shift', () => {
    const hours = (who: Person) => measure(availabilityOf(who, linesWith(), window)) / H;
    expect(hours(person('A', 'early'))).toBe(8);
    expect(hours(person('A', null))).toBe(16);
    expect(hours(person('A', 'early', { active: false }))).toBe(0);
    expect(hours(person('A', 'early', { line: null }))).toBe(0);
    expect(hours(person('A', 'early', { line: 'gifts' }))).toBe(0);
  });

  it('offers everybody of the line for extra work and overtime', () => {
    const extra: CalendarException = { ...absent('A', 22, 23), kind: 'extra', worker: null, line: 'bakery' };
    const overtime: CalendarException = { ...extra, kind: 'overtime', startAt: at(23), endAt: at(24) };
    expect(skillCapacity('baker', people, linesWith(extra, overtime), window).at(-1)).toEqual([
      at(22),
      at(24),
      3,
    ]);
  });

  it('lists who is expected in a shift', () => {
    const lines = linesWith(absent('A', 0, 24), absent('B', 6, 8));
    const [early] = shiftsIn(lines.get('bakery')!, window);
    expect(rosterOf(early, people, lines.get('bakery')!)).toEqual(['B']);
  });
});
