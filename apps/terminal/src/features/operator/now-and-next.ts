import type { Operation } from '@takt/contracts';

const order = ['running', 'paused', 'held', 'ready', 'waiting'];

/**
 * What a station makes now and what comes next: what runs goes before what is paused, that before what can start, and so
 * on; among equals the plan decides.
 * @param operations open operations of the station
 */
export function nowAndNext(operations: readonly Operation[]): {
  readonly now: Operation | undefined;
  readonly next: Operation | undefined;
} {
  const startOf = ({ plannedStartAt }: Operation) =>
    plannedStartAt === null ? Number.POSITIVE_INFINITY : Date.parse(plannedStartAt);
  const [now, next] = operations
    .filter(({ status }) => order.includes(status))
    .sort(
      (a, b) =>
        order.indexOf(a.status) - order.indexOf(b.status) ||
        startOf(a) - startOf(b) ||
        (a.id < b.id ? -1 : Number(a.id > b.id)),
    );
  return { now, next };
}
