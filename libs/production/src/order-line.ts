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
 * The first promise for a line: the wish where it can be had by then, else the earliest possible instant.
 * @param requestedAt epoch ms
 * @param possibleAt epoch ms; null: cannot be promised
 */
export function commitmentOf(requestedAt: number, possibleAt: number | null): number | null {
  return possibleAt === null ? null : Math.max(requestedAt, possibleAt);
}

/** How an order line stands, whatever the time is. */
export interface LineStanding {
  readonly status: OrderLineStatus;
  /** without regard to promises that have passed: {@link riskAt} */
  readonly risk: OrderRisk;
  /** epoch ms */
  readonly promiseAt: number;
  /** epoch ms: open lines are sorted by it, the urgent first; null: shipped or cancelled */
  readonly urgencyAt: number | null;
}

/** A line by its standing, at an instant: a promise that has passed is late, whatever the plan says. */
export function riskAt(standing: Pick<LineStanding, 'risk' | 'promiseAt'>, now: number): OrderRisk {
  return standing.risk !== 'done' && now > standing.promiseAt ? 'late' : standing.risk;
}

const isReady = (line: OrderLineFacts): boolean =>
  new Exact(line.qtyReady).plus(line.qtyShipped).greaterThanOrEqualTo(line.qty);

function plannedRisk(line: OrderLineFacts, marginMs: number): OrderRisk {
  if (line.status === 'shipped' || line.status === 'cancelled') return 'done';
  if (isReady(line)) return 'on-time';
  if (line.forecastAt === null) return 'unplanned';
  const slack = promiseOf(line) - line.forecastAt;
  if (slack < 0) return 'late';
  return slack < marginMs ? 'at-risk' : 'on-time';
}

/**
 * How an order line stands. `late`: the promise has passed or the plan misses it; `at-risk`: the plan keeps it by less than the
 * margin; `unplanned`: not ready and in no plan; `done`: shipped or cancelled.
 * @param line its facts
 * @param marginMs slack below which it is at risk
 * @param now epoch ms
 */
export function lineRisk(line: OrderLineFacts, marginMs: number, now: number): OrderRisk {
  return riskAt({ risk: plannedRisk(line, marginMs), promiseAt: promiseOf(line) }, now);
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
  const late = isReady(line) || line.forecastAt === null ? 0 : Math.max(0, line.forecastAt - promise);
  return promise - late;
}

/**
 * What follows from the facts of an order line.
 * @param line its facts; of its status only `cancelled` counts
 * @param begun has work on it begun?
 * @param marginMs slack below which it is at risk
 */
export function lineStanding(line: OrderLineFacts, begun: boolean, marginMs: number): LineStanding {
  const status = lineStatus(line, begun);
  const settled = { ...line, status };
  return {
    status,
    risk: plannedRisk(settled, marginMs),
    promiseAt: promiseOf(line),
    urgencyAt: lineUrgency(settled),
  };
}
