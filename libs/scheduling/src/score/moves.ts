import type { Baseline, Price } from '../problem';
import type { Moved, PlacedOperation } from '../schedule';

/** What leaves the baseline, and what that costs; fixed and unplaced operations count nothing. */
export function moved(
  baseline: readonly Baseline[],
  placed: ReadonlyMap<string, PlacedOperation>,
  fixed: ReadonlySet<string>,
  { moveSecond, moveStation }: Price,
): Moved {
  const sum = { operations: 0, stations: 0, seconds: 0 };
  for (const { op, station, start } of baseline) {
    const now = placed.get(op);
    if (!now || fixed.has(op)) continue;
    const by = Math.abs(now.runStart - start);
    const elsewhere = now.station !== station;
    if (by > 0 || elsewhere) sum.operations++;
    if (elsewhere) sum.stations++;
    sum.seconds += by;
  }
  return { ...sum, cost: moveSecond * sum.seconds + moveStation * sum.stations };
}
