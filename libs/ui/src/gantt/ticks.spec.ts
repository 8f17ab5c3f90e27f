import { ticks } from './ticks';

const zone = 'Europe/Amsterdam';
const at = (text: string) => Date.parse(text);
const local = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
});
const written = (from: string, to: string, scale: number) =>
  ticks(at(from), at(to), scale, zone).map(
    ({ atMs, label }) => `${label} ${local.format(atMs).replace(',', '')}`,
  );

it('stands on round times of the plant', () =>
  expect(written('2026-03-11T05:10:00Z', '2026-03-11T08:00:00Z', 20_000)).toEqual([
    'time Wed 06:30',
    'time Wed 07:00',
    'time Wed 07:30',
    'time Wed 08:00',
    'time Wed 08:30',
  ]));
it('labels midnight with the day', () =>
  expect(written('2026-03-11T20:00:00Z', '2026-03-12T03:00:00Z', 110_000)).toEqual([
    'time Wed 22:00',
    'day Thu 00:00',
    'time Thu 02:00',
  ]));
it('stays on round times on the day of 23 hours, and says each once', () =>
  expect(written('2026-03-28T23:00:00Z', '2026-03-29T06:00:00Z', 50_000)).toEqual([
    'day Sun 00:00',
    'time Sun 01:00',
    'time Sun 03:00',
    'time Sun 04:00',
    'time Sun 05:00',
    'time Sun 06:00',
    'time Sun 07:00',
  ]));
it('shows Mondays when days are too narrow', () =>
  expect(written('2026-03-01T00:00:00Z', '2026-03-25T00:00:00Z', 5_000_000)).toEqual([
    'day Mon 00:00',
    'day Mon 00:00',
    'day Mon 00:00',
    'day Mon 00:00',
  ]));
it('keeps the labels apart', () => {
  for (const scale of [2_000, 10_000, 60_000, 400_000, 2_000_000, 7_000_000]) {
    const found = ticks(at('2026-03-20T00:00:00Z'), at('2026-03-20T00:00:00Z') + 1500 * scale, scale, zone);
    const gaps = found.slice(1).map(({ atMs }, place) => (atMs - (found[place]?.atMs ?? 0)) / scale);
    expect(Math.min(...gaps)).toBeGreaterThan(28); // the hour that daylight saving takes away narrows one gap
    expect(found.length).toBeGreaterThan(2);
  }
});
