import { instantLabel, timeAxis } from './time-axis';

test('from seconds to pixels', () => {
  const { x } = timeAxis([0, 3600], 100, 720);
  expect([x(0), x(1800), x(3600)]).toEqual([100, 460, 820]);
});

test('a name about every 90 pixels, at round instants', () => {
  expect(timeAxis([0, 8 * 3600], 0, 900).ticks.map(({ label }) => label)).toEqual([
    '00:00',
    '01:00',
    '02:00',
    '03:00',
    '04:00',
    '05:00',
    '06:00',
    '07:00',
    '08:00',
  ]);
  expect(timeAxis([-30, 130], 0, 360).ticks.map(({ at }) => at)).toEqual([0, 60, 120]);
});

test('names of instants', () => {
  expect(instantLabel(2 * 86400 + 8 * 3600 + 90, 60)).toBe('2d 08:01');
  expect(instantLabel(45, 1)).toBe('00:00:45');
  expect(instantLabel(-1800, 60)).toBe('−00:30');
  expect(instantLabel(3 * 86400, 86400)).toBe('3d');
});
