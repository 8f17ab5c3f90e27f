/** Work in progress beside what Little's law expects of it. */
export interface LittleCheck {
  /** throughput × mean lead time */
  readonly expected: number;
  /** measured / expected; null when nothing is expected */
  readonly ratio: number | null;
  /** they differ by more than the tolerance: something is started and never reported as ended, or counted twice */
  readonly alarm: boolean;
}

/** Work in progress may differ from throughput × lead time by this share before it is an alarm. */
export const LITTLE_TOLERANCE = 0.25;

/**
 * Compares work in progress with throughput × lead time (Little's law). Over a window that is long against the lead time they agree;
 * where they do not, one of the three is recorded wrongly.
 * @param measured time-weighted work in progress over the window, in orders
 * @param ended orders that ended in the window
 * @param meanLeadSec their mean lead time
 * @param windowSec length of the window, > 0
 */
export function littleCheck(
  measured: number,
  ended: number,
  meanLeadSec: number,
  windowSec: number,
): LittleCheck {
  const expected = (ended / windowSec) * meanLeadSec;
  const ratio = expected > 0 ? measured / expected : null;
  const alarm = ratio === null ? measured > 0 : Math.abs(ratio - 1) > LITTLE_TOLERANCE;
  return { expected, ratio, alarm };
}
