import { gapPercent, mean, median } from './statistics';

test('mean and median', () => {
  expect(mean([1, 2, 6])).toBe(3);
  expect(median([6, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 9])).toBe(3);
});

test('gap to the best known value', () => {
  expect(gapPercent(102, 100)).toBe(2);
  expect(gapPercent(0, 0)).toBe(0);
  expect(gapPercent(7, 0)).toBeUndefined();
  expect(gapPercent(7, undefined)).toBeUndefined();
});
