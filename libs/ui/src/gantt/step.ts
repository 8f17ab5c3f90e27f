import { firstAfter, type GanttBar, type PlanIndex } from './plan';

/** Where the keyboard goes. */
export type Direction = 'left' | 'right' | 'up' | 'down';

/** The bar of a row that is nearest to an instant. */
function nearest(bars: readonly GanttBar[], atMs: number): GanttBar | undefined {
  const at = firstAfter(bars, atMs);
  const after = bars[at];
  const before = bars[at - 1];
  if (!after || !before) return after ?? before;
  if (after.startMs <= atMs) return after;
  return after.startMs - atMs < atMs - before.endMs ? after : before;
}

/**
 * The bar that an arrow key leads to: the one before or after in its row, or the nearest in time in the next row that has one.
 * @param index plan
 * @param from id of the bar to go from; undefined or gone: the first bar around the instant
 * @param direction arrow
 * @param aroundMs instant in the middle of the screen, epoch ms
 * @returns undefined when there is no bar that way
 */
export function step(
  index: PlanIndex,
  from: string | undefined,
  direction: Direction,
  aroundMs: number,
): GanttBar | undefined {
  const bar = from === undefined ? undefined : index.barOf.get(from);
  if (!bar) return index.rows.map(({ bars }) => nearest(bars, aroundMs)).find((found) => found !== undefined);
  const row = index.rowOf.get(bar.row) ?? 0;
  if (direction === 'left' || direction === 'right') {
    const bars = index.rows[row]?.bars ?? [];
    return bars[bars.indexOf(bar) + (direction === 'left' ? -1 : 1)];
  }
  const down = direction === 'down';
  const middleMs = (bar.startMs + bar.endMs) / 2;
  for (let at = row + (down ? 1 : -1); at >= 0 && at < index.rows.length; at += down ? 1 : -1) {
    const found = nearest(index.rows[at]?.bars ?? [], middleMs);
    if (found) return found;
  }
  return undefined;
}
