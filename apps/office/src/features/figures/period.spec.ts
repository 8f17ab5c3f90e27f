import { stepOf, windowBefore, windowOf } from './period';

const midnight = (plusDays: number) => Date.parse('2026-03-11T00:00:00Z') + plusDays * 86_400_000;

it('begins and ends with days; the day that runs counts', () => {
  expect(windowOf('today', midnight)).toEqual({
    from: '2026-03-11T00:00:00.000Z',
    to: '2026-03-12T00:00:00.000Z',
  });
  expect(windowOf('7d', midnight)).toEqual({
    from: '2026-03-05T00:00:00.000Z',
    to: '2026-03-12T00:00:00.000Z',
  });
});
it('has a window before it of the same length', () =>
  expect(windowBefore({ from: '2026-03-05T00:00:00Z', to: '2026-03-12T00:00:00Z' })).toEqual({
    from: '2026-02-26T00:00:00.000Z',
    to: '2026-03-05T00:00:00Z',
  }));
it('steps as finely as can be read, and as the figure allows', () => {
  const of = (period: Parameters<typeof windowOf>[0]) => windowOf(period, midnight);
  expect(stepOf(of('today'), ['hour', 'day', 'month'])).toBe('hour');
  expect(stepOf(of('today'), ['day', 'month'])).toBe('day');
  expect(stepOf(of('30d'), ['hour', 'day', 'month'])).toBe('day');
  expect(stepOf(of('365d'), ['hour', 'day', 'month'])).toBe('month');
  expect(stepOf(of('30d'), ['plant'])).toBeUndefined();
});
