import { nextAttemptMs, pauseMs } from './retry';

it('attempts pause longer and longer, for most of a day, and then end', () => {
  const pauses = [1, 2, 3, 4, 5, 6, 7, 8].map((attempts) => nextAttemptMs(attempts) ?? 0);
  expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
  expect(pauses.reduce((sum, ms) => sum + ms, 0) / 3_600_000).toBeGreaterThan(20);
  expect(nextAttemptMs(9)).toBeNull();
});

it('other deliveries wait five minutes at most', () => {
  expect([1, 4, 5, 9].map(pauseMs)).toEqual([2000, 300_000, 300_000, 300_000]);
});
