import type { Slide } from './paint-bars';
import type { PlanIndex } from './plan';
import { boxOf, type Box } from './view';

/** A replanned bar slides to its new place for this long, in ms. */
export const SLIDE_MS = 220;
/** With more bars than this a new plan is simply shown: nobody can follow them. */
const SLIDE_MAX = 400;

const between = (from: number, to: number, share: number) => from + (to - from) * share;

/**
 * Where bars are on their way from one plan to the next.
 * @param before plan that was shown
 * @param after plan that is shown now
 * @returns undefined when nothing moved, or too much; else a function of the share of the way, 0 to 1
 */
export function slideBetween(before: PlanIndex, after: PlanIndex): ((share: number) => Slide) | undefined {
  const moved = [...after.barOf.values()].filter((bar) => {
    const old = before.barOf.get(bar.id);
    return old && (old.row !== bar.row || old.startMs !== bar.startMs) && after.rowOf.has(old.row);
  });
  if (moved.length === 0 || moved.length > SLIDE_MAX) return undefined;
  const ids = new Set(moved.map(({ id }) => id));
  return (share) => {
    const eased = 1 - (1 - share) ** 3;
    return (bar, there, view): Box => {
      const old = ids.has(bar.id) ? before.barOf.get(bar.id) : undefined;
      if (!old) return there;
      const here = boxOf(old, after.rowOf.get(old.row) ?? 0, view);
      return {
        x: between(here.x, there.x, eased),
        y: between(here.y, there.y, eased),
        width: between(here.width, there.width, eased),
        height: there.height,
      };
    };
  };
}
