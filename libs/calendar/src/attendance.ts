import type { WorkCalendar } from './calendar';
import { shiftsIn } from './shift';
import { HOUR_MS } from './zone';

/** A presence that has not ended. */
export interface OpenPresence {
  /** epoch ms */
  readonly inAt: number;
}

/**
 * What a badge does: begins or ends a presence, or nothing. `repeated`: already in, or out without being in; `stale`: it lies before
 * the presence that is open and came late.
 */
export type BadgeOutcome =
  | { readonly kind: 'in'; readonly inAt: number }
  | { readonly kind: 'out'; readonly inAt: number; readonly outAt: number }
  | { readonly kind: 'repeated' | 'stale' };

/**
 * Decides a badge; a double tap and a repeated delivery change nothing.
 * @param open the presence of the worker that has not ended, or null
 * @param direction what the reader said
 * @param at epoch ms
 */
export function decideBadge(open: OpenPresence | null, direction: 'in' | 'out', at: number): BadgeOutcome {
  if (open === null) return direction === 'in' ? { kind: 'in', inAt: at } : { kind: 'repeated' };
  if (at < open.inAt) return { kind: 'stale' };
  return direction === 'out' ? { kind: 'out', inAt: open.inAt, outAt: at } : { kind: 'repeated' };
}

/** Who badges in so long before a shift comes for that shift. */
const EARLY_MS = 2 * HOUR_MS;
/** Longest presence outside any shift. */
const LONGEST_MS = 12 * HOUR_MS;

/**
 * When a presence ended whose badge-out was forgotten: at the end of the shift whose start was nearest, once the grace after it is
 * over; outside any shift after 12 hours.
 * @param open the presence
 * @param calendar of the person's line
 * @param graceMs time after the shift in which people still badge out
 * @param now epoch ms
 * @returns epoch ms, or null: still present as far as one knows
 */
export function forgottenEnd(
  open: OpenPresence,
  calendar: WorkCalendar,
  graceMs: number,
  now: number,
): number | null {
  const { inAt } = open;
  const [shift] = shiftsIn(calendar, [inAt, inAt + EARLY_MS]).sort(
    (a, b) => Math.abs(a.startAt - inAt) - Math.abs(b.startAt - inAt),
  );
  const end = shift?.endAt ?? inAt + LONGEST_MS;
  return now >= end + graceMs ? end : null;
}
