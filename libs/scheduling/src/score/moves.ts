import type { Baseline, Price } from '../problem';
import type { PlacedOperation } from '../schedule';

/** What it costs that operations are not where the baseline has them; fixed and unplaced ones count nothing. */
export function moves(
  baseline: readonly Baseline[],
  placed: ReadonlyMap<string, PlacedOperation>,
  fixed: ReadonlySet<string>,
  { moveSecond, moveStation }: Price,
): number {
  let sum = 0;
  for (const { op, station, start } of baseline) {
    const now = placed.get(op);
    if (!now || fixed.has(op)) continue;
    sum += moveSecond * Math.abs(now.runStart - start) + (now.station === station ? 0 : moveStation);
  }
  return sum;
}
