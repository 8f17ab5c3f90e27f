import { Exact, type Amount } from '@takt/production';

/** A change of a level at an instant, such as the value of a movement. */
export interface Change {
  /** epoch ms */
  readonly at: number;
  /** signed */
  readonly by: Amount;
}

/** A level over a window: its area Σ level · ms, and how long the window is. Areas and lengths of parts add up. */
export interface Area {
  readonly area: Exact;
  readonly ms: number;
}

/**
 * The area under a level in a window: Σ level · ms. The level before the window is the sum of the earlier changes; a change counts from
 * its instant on.
 * @param changes in any order, with all that happened before the window
 * @param window epoch ms, half-open, start ≤ end
 */
export function areaOver(changes: readonly Change[], window: readonly [start: number, end: number]): Area {
  const [start, end] = window;
  const area = changes
    .filter(({ at }) => at < end)
    .reduce((sum, { at, by }) => sum.plus(new Exact(by).times(end - Math.max(at, start))), new Exact(0));
  return { area, ms: end - start };
}

/**
 * The time-weighted average of a level over a window, (1/T)·Σ level·dt: neither the mean of opening and closing, nor a mean per row.
 * @returns null for an empty window
 */
export function averageOver(
  changes: readonly Change[],
  window: readonly [start: number, end: number],
): Exact | null {
  const { area, ms } = areaOver(changes, window);
  return ms > 0 ? area.div(ms) : null;
}
