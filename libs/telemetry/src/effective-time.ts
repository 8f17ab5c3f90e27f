import { CLOCK_AHEAD_MAX_MS, INSTANT_RANGE } from '@takt/contracts';

/** How the clock of a device stood when it sent a message. */
export type DeviceClock = 'ok' | 'ahead' | 'unset';

/** When a message counts as having happened. */
export interface EffectiveTime {
  /** epoch ms, never after the receipt */
  readonly at: number;
  /** `ahead`: moved back to the receipt; `unset`: the device did not know the time, the receipt is taken */
  readonly clock: DeviceClock;
}

const OLDEST_MS = Date.parse(INSTANT_RANGE.from);

/**
 * When a message counts as having happened. It depends on the message alone, so that neither order nor repetition of
 * delivery changes it. Before 2000 (or before what is kept) the device has no clock: the receipt counts. Up to 24 h ahead: the
 * receipt counts. Behind: believed, it is a late message from a store; see {@link clockLag} for clocks that are slow.
 * @param at device clock, epoch ms
 * @param receivedAt receipt in core, epoch ms
 * @param oldest earliest instant that is believed, epoch ms; the year 2000 when absent
 * @returns null: more than 24 h ahead, to be quarantined as `clock-ahead`
 */
export function effectiveTime(at: number, receivedAt: number, oldest = OLDEST_MS): EffectiveTime | null {
  if (at - receivedAt > CLOCK_AHEAD_MAX_MS) return null;
  if (at < oldest) return { at: receivedAt, clock: 'unset' };
  return at > receivedAt ? { at: receivedAt, clock: 'ahead' } : { at, clock: 'ok' };
}

/**
 * How far a device's clock seems to be behind (positive) or ahead (negative), in ms: the smallest delay among its recent
 * messages, for at least one of them came without delay. For display; times are not corrected by it, because a device
 * that empties its store looks the same.
 * @param samples recent messages of one device; null when there are none
 */
export function clockLag(
  samples: readonly { readonly at: number; readonly receivedAt: number }[],
): number | null {
  return samples.length === 0 ? null : Math.min(...samples.map(({ at, receivedAt }) => receivedAt - at));
}
