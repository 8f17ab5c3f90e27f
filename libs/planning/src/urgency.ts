import type { TriggerKind } from '@takt/contracts';

/** Somebody stands and waits for the new plan: it is worth more soon than a little better. */
const URGENT: ReadonlySet<TriggerKind> = new Set<TriggerKind>([
  'order-created',
  'order-changed',
  'order-cancelled',
  'work-order-created',
  'station-down',
  'station-recovered',
  'worker-absent',
  'material-late',
  'hold',
  'manual',
]);
/** From the request to the end of the search, when somebody waits; the rest of the second and a half publishes and shows. */
const ANSWERED_MS = 800;
/** A search that is shorter brings little. */
const LEAST_MS = 200;

/**
 * How long a replan searches. With nobody waiting, as long as it may; else what the time since the request has left.
 * @param triggers kinds of what it answers
 * @param waitedMs real ms since the oldest request
 * @param mostMs real ms that a replan may search
 */
export function searchMs(triggers: readonly TriggerKind[], waitedMs: number, mostMs: number): number {
  if (!triggers.some((kind) => URGENT.has(kind))) return mostMs;
  return Math.min(mostMs, Math.max(LEAST_MS, ANSWERED_MS - waitedMs));
}
