import * as fc from 'fast-check';
import { distributionOf, histogramOf } from './distribution';

const HOUR = 3600;

it('has bins that a person counts in, and the tail in the last', () => {
  const hours = [0.5, 1.5, 1.6, 2.5, ...Array.from({ length: 36 }, () => 1), 90];
  expect(histogramOf(distributionOf(hours.map((one) => one * HOUR)), 12)).toEqual([
    { from: 0, to: 900, count: 0 },
    { from: 900, to: 1800, count: 0 },
    { from: 1800, to: 2700, count: 1 },
    { from: 2700, to: 3600, count: 0 },
    { from: 3600, to: 4500, count: 36 },
    { from: 4500, to: 5400, count: 0 },
    { from: 5400, to: 6300, count: 2 },
    { from: 6300, to: null, count: 2 },
  ]);
  expect(histogramOf(distributionOf([]), 12)).toEqual([]);
});

it('counts every value once, sketched or not', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 5_000_000 }), { minLength: 1, maxLength: 60 }),
      fc.constantFrom(1, 300),
      (some, times) => {
        const values = Array.from({ length: times }, () => some).flat();
        const bins = histogramOf(distributionOf(values), 12);
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
        expect(bins.length).toBeLessThanOrEqual(13);
      },
    ),
    { numRuns: 40 },
  );
});
