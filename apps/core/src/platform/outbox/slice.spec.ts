import { sliceMs } from './slice';

it.each([
  [-50, 25],
  [0, 25],
  [200, 25],
  [800, 100],
  [8000, 1000],
  [60_000, 1000],
])('events that have waited %i ms are handed out for %i ms at a time', (waited, slice) => {
  expect(sliceMs(waited)).toBe(slice);
});
