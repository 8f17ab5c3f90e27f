import { stopLosses } from './stop-losses';

const fact = (id: string, denominator: number, values: Record<string, string | null>) => ({
  id,
  denominator,
  values,
});

test('a stop is one loss, however many facts tell of it; short ones have no reason', () =>
  expect(
    stopLosses([
      fact('a', 100, { stop: 's1', reason: null }),
      fact('b', 20, { stop: 's1', reason: 'jam' }),
      fact('c', 200, { stop: 's2', reason: null }),
      fact('d', 15, { stop: null, reason: 'jam' }),
    ]),
  ).toEqual([
    { short: false, reason: 'jam', sec: 120 },
    { short: false, reason: null, sec: 200 },
    { short: true, reason: null, sec: 15 },
  ]));
