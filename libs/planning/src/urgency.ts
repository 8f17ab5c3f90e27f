import type { TriggerKind } from '@takt/contracts';

/** Work comes or goes: most of the plan stays, and the new work finds its place soon. */
const ORDERS: ReadonlySet<TriggerKind> = new Set<TriggerKind>([
  'order-created',
  'order-changed',
  'order-cancelled',
  'work-order-created',
]);
/** Somebody stands and waits for the new plan: it is worth more soon than a little better. */
const URGENT: ReadonlySet<TriggerKind> = new Set<TriggerKind>([
  ...ORDERS,
  'station-down',
  'station-recovered',
  'worker-absent',
  'material-late',
  'hold',
  'manual',
]);
/** From the request to the end of the search, when somebody waits; the rest of the second and a half publishes and shows. */
const ANSWERED_MS = 800;
/** The same for orders alone. */
const ORDERED_MS = 500;
/** A search that is shorter does not find a place for a new order among 2,000 operations. */
const LEAST_MS = 300;

/**
 * How long a replan searches. With nobody waiting, as long as it may; else what the time since the request has left.
 * @param triggers kinds of what it answers
 * @param waitedMs real ms since the oldest request
 * @param mostMs real ms that a replan may search
 */
export function searchMs(triggers: readonly TriggerKind[], waitedMs: number, mostMs: number): number {
  const urgent = triggers.filter((kind) => URGENT.has(kind));
  if (urgent.length === 0) return mostMs;
  const answeredMs = urgent.every((kind) => ORDERS.has(kind)) ? ORDERED_MS : ANSWERED_MS;
  return Math.min(mostMs, Math.max(LEAST_MS, answeredMs - waitedMs));
}
