import { CLOCK_AHEAD_MAX_MS, refuse, type Refusal } from '@takt/contracts';
import { ORDER_DATE_DAYS } from './order-date';

const DAY_MS = 86_400_000;

/** How far back people may book what they moved, in days: as far as orders may be entered late. */
export const BOOKED_LATE_DAYS = ORDER_DATE_DAYS.before;

/**
 * When something that people book counts as having happened. What lies ahead by no more than clocks may be off happened now, as with
 * messages of devices. The rule is the same for every movement by hand and every shipment; the history of another system comes in
 * as work orders and reports, which keep their own times.
 * @param at as it was sent, ISO 8601; absent: now
 * @param now epoch ms
 * @returns epoch ms, not after now; or `movement.date` {value, now, from, reason: `future` · `old`}
 */
export function bookedAt(at: string | undefined, now: number): number | Refusal {
  const told = at === undefined ? now : Date.parse(at);
  const from = now - BOOKED_LATE_DAYS * DAY_MS;
  const [value, current, earliest] = [told, now, from].map((instant) => new Date(instant).toISOString());
  const facts = { value: value ?? '', now: current ?? '', from: earliest ?? '' };
  if (told - now > CLOCK_AHEAD_MAX_MS) return refuse('movement.date', { ...facts, reason: 'future' });
  return told < from ? refuse('movement.date', { ...facts, reason: 'old' }) : Math.min(told, now);
}
