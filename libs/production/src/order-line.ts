import type { OrderLineStatus, OrderRisk } from '@takt/contracts';
import { Exact, decimalText, notBelowZero, type Amount } from './quantity';

/** How an order line is covered. The two parts sum to its quantity. */
export interface Netting {
  readonly qtyFromStock: string;
  readonly qtyToMake: string;
}

/**
 * Nets an order line against free stock.
 * @param qty ordered
 * @param free finished stock on hand − reserved; below zero counts as none
 */
export function netAgainstStock(qty: Amount, free: Amount): Netting {
  const fromStock = Exact.min(qty, notBelowZero(free));
  return { qtyFromStock: decimalText(fromStock), qtyToMake: decimalText(new Exact(qty).minus(fromStock)) };
}

/** The facts of an order line from which status and risk follow. Quantities decimal text, instants epoch ms. */
export interface OrderLineFacts {
  readonly order: string;
  readonly line: number;
  readonly qty: string;
  readonly qtyFromStock: string;
  /** finished and reserved for the line, not yet shipped */
  readonly qtyReady: string;
  readonly qtyShipped: string;
  readonly status: OrderLineStatus;
  readonly requestedAt: number;
  /** the first promise */
  readonly committedAt: number | null;
  /** the promise as moved since */
  readonly latestCommittedAt: number | null;
  readonly forecastAt: number | null;
}

/**
 * The status of an order line from its facts: shipped in full, in part, ready, in production, or open. A cancelled line
 * stays cancelled.
 * @param line its quantities
 * @param begun has work on it begun?
 */
export function lineStatus(
  line: Pick<OrderLineFacts, 'qty' | 'qtyReady' | 'qtyShipped' | 'status'>,
  begun: boolean,
): OrderLineStatus {
  if (line.status === 'cancelled') return 'cancelled';
  const shipped = new Exact(line.qtyShipped);
  if (shipped.greaterThanOrEqualTo(line.qty)) return 'shipped';
  if (shipped.greaterThan(0)) return 'part-shipped';
  if (shipped.plus(line.qtyReady).greaterThanOrEqualTo(line.qty)) return 'ready';
  return begun ? 'in-production' : 'open';
}

/** The date that an order line is held to now: the newest promise, else the wish. */
export function promiseOf(
  line: Pick<OrderLineFacts, 'requestedAt' | 'committedAt' | 'latestCommittedAt'>,
): number {
  return line.latestCommittedAt ?? line.committedAt ?? line.requestedAt;
}

/**
 * How an order line stands. `late`: the promise has passed or the plan misses it; `at-risk`: the plan keeps it by less than the
 * margin; `unplanned`: not ready and in no plan; `done`: shipped or cancelled.
 * @param line its facts
 * @param marginMs slack below which it is at risk
 * @param now epoch ms
 */
export function lineRisk(line: OrderLineFacts, marginMs: number, now: number): OrderRisk {
  if (line.status === 'shipped' || line.status === 'cancelled') return 'done';
  const promise = promiseOf(line);
  if (now > promise) return 'late';
  if (new Exact(line.qtyReady).plus(line.qtyShipped).greaterThanOrEqualTo(line.qty)) return 'on-time';
  if (line.forecastAt === null) return 'unplanned';
  if (line.forecastAt > promise) return 'late';
  return promise - line.forecastAt < marginMs ? 'at-risk' : 'on-time';
}

/**
 * The instant by which open lines are sorted, the urgent first: the promise, earlier by as much as the plan misses it. So a
 * line that will be two days late comes before one that is due a day sooner and will be on time.
 * @param line its facts
 * @returns epoch ms; null when it is shipped or cancelled
 */
export function lineUrgency(line: OrderLineFacts): number | null {
  if (line.status === 'shipped' || line.status === 'cancelled') return null;
  const promise = promiseOf(line);
  const ready = new Exact(line.qtyReady).plus(line.qtyShipped).greaterThanOrEqualTo(line.qty);
  return ready || line.forecastAt === null ? promise : promise - Math.max(0, line.forecastAt - promise);
}
