import { daysBetween, fromFieldText, instantOf, offsetMs, startOfDay, toFieldText, wallClock } from './zone';

const amsterdam = 'Europe/Amsterdam';
const shanghai = 'Asia/Shanghai';
const at = (text: string) => Date.parse(text);
const iso = (ms: number) => new Date(ms).toISOString();

it('reads the wall clock of a zone', () => {
  expect(wallClock(at('2026-01-01T23:30:05Z'), shanghai)).toEqual({
    year: 2026,
    month: 1,
    day: 2,
    hour: 7,
    minute: 30,
    second: 5,
  });
});
it('shows midnight as hour 0', () => expect(wallClock(at('2026-01-01T16:00:00Z'), shanghai).hour).toBe(0));
it('knows the offset in winter and summer', () => {
  expect(offsetMs(at('2026-01-15T12:00:00Z'), amsterdam)).toBe(3_600_000);
  expect(offsetMs(at('2026-07-15T12:00:00Z'), amsterdam)).toBe(7_200_000);
});
it('finds the instant of a reading', () => {
  const wall = { year: 2026, month: 7, day: 1, hour: 6, minute: 0, second: 0 };
  expect(iso(instantOf(wall, amsterdam))).toBe('2026-07-01T04:00:00.000Z');
  expect(iso(instantOf(wall, shanghai))).toBe('2026-06-30T22:00:00.000Z');
});
it('moves a reading that daylight saving skips on by the gap', () => {
  const wall = { year: 2026, month: 3, day: 29, hour: 2, minute: 30, second: 0 };
  expect(iso(instantOf(wall, amsterdam))).toBe('2026-03-29T01:30:00.000Z');
});
it('takes the first of two equal readings', () => {
  const wall = { year: 2026, month: 10, day: 25, hour: 2, minute: 30, second: 0 };
  expect(iso(instantOf(wall, amsterdam))).toBe('2026-10-25T00:30:00.000Z');
});
it('begins the day at local midnight, also on the day of 23 hours', () => {
  const noon = at('2026-03-29T10:00:00Z');
  expect(iso(startOfDay(noon, amsterdam))).toBe('2026-03-28T23:00:00.000Z');
  expect(iso(startOfDay(noon, amsterdam, 1))).toBe('2026-03-29T22:00:00.000Z');
});
it('counts calendar days, not 24 hours', () => {
  expect(daysBetween(at('2026-01-01T22:59:00Z'), at('2026-01-01T23:01:00Z'), amsterdam)).toBe(1);
  expect(daysBetween(at('2026-01-02T00:00:00Z'), at('2026-01-01T17:00:00Z'), shanghai)).toBe(0);
});
it('goes to a field and back', () => {
  const ms = at('2026-10-05T21:45:00Z');
  expect(toFieldText(ms, shanghai)).toBe('2026-10-06T05:45');
  expect(fromFieldText('2026-10-06T05:45', shanghai)).toBe(ms);
  expect(fromFieldText('', shanghai)).toBeUndefined();
});
