import {
  refuse,
  type OrderLineStatus,
  type OrderRisk,
  type Refusal,
  type WorkOrderStatus,
} from '@takt/contracts';
import { mayStep } from './life-cycle';
import { orderLineLife } from './lives';
import { Exact, decimalText, notBelowZero, sum, type Amount } from './quantity';

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

/** A work order of an order line. */
export interface LineWorkOrder {
  readonly id: string;
  readonly qty: string;
  readonly status: WorkOrderStatus;
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

function closed(line: OrderLineFacts, verb: 'ship' | 'change' | 'cancel'): Refusal | null {
  return mayStep(orderLineLife, line.status, verb)
    ? null
    : refuse('order.closed', { order: line.order, line: line.line, status: line.status });
}

/** What a change of quantity asks for. */
export interface LineChange {
  /** beyond what is covered: net it against stock and release the rest */
  readonly more: string;
  /** work orders that have not begun and are no longer needed */
  readonly cancel: readonly string[];
  /** ready stock that the line gives back */
  readonly giveBack: string;
  /** made for the line, needed no longer, and begun: goes to free stock when done */
  readonly surplus: string;
}

function shrink(line: OrderLineFacts, spare: Exact, workOrders: readonly LineWorkOrder[]): LineChange {
  let left = spare;
  const cancel: string[] = [];
  const unbegun = workOrders.filter(({ status }) => status === 'released');
  for (const workOrder of [...unbegun].sort((a, b) => new Exact(b.qty).comparedTo(a.qty)))
    if (left.greaterThanOrEqualTo(workOrder.qty)) {
      cancel.push(workOrder.id);
      left = left.minus(workOrder.qty);
    }
  const giveBack = Exact.min(left, line.qtyReady);
  return { more: '0', cancel, giveBack: decimalText(giveBack), surplus: decimalText(left.minus(giveBack)) };
}

/**
 * Decides a new quantity for an order line without waste: more is asked for beyond what is covered; for less, work that has not
 * begun is cancelled first (the largest that fits), then ready stock is given back, and what has begun goes on to stock.
 * @param line its facts
 * @param qty the new quantity
 * @param workOrders of the line; only released and running ones count as coming
 * @returns `order.closed` · `order.below-shipped`, or what to do
 */
export function decideLineChange(
  line: OrderLineFacts,
  qty: string,
  workOrders: readonly LineWorkOrder[],
): LineChange | Refusal {
  const refusal = closed(line, 'change');
  if (refusal) return refusal;
  if (new Exact(qty).lessThan(line.qtyShipped))
    return refuse('order.below-shipped', {
      shipped: line.qtyShipped,
      qty,
      order: line.order,
      line: line.line,
    });
  const coming = workOrders.filter(({ status }) => status === 'released' || status === 'running');
  const covered = sum([line.qtyShipped, line.qtyReady, ...coming.map((workOrder) => workOrder.qty)]);
  const gap = new Exact(qty).minus(covered);
  if (gap.greaterThanOrEqualTo(0)) return { more: decimalText(gap), cancel: [], giveBack: '0', surplus: '0' };
  return shrink(line, gap.negated(), coming);
}

/**
 * Decides to cancel an order line: work that has not begun is cancelled, ready stock is given back, work that has begun goes on
 * to stock. What is shipped stays shipped.
 * @returns `order.closed`, or what to do
 */
export function decideLineCancel(
  line: OrderLineFacts,
  workOrders: readonly LineWorkOrder[],
): LineChange | Refusal {
  const refusal = closed(line, 'cancel');
  if (refusal) return refusal;
  const begun = workOrders.filter(({ status }) => status === 'running');
  return {
    more: '0',
    cancel: workOrders.filter(({ status }) => status === 'released').map(({ id }) => id),
    giveBack: line.qtyReady,
    surplus: decimalText(sum(begun.map(({ qty }) => qty))),
  };
}

/**
 * Decides how much of a line is shipped: what was asked for, at most what is ready and still open.
 * @param qty asked for; null: all that is ready
 * @returns `order.closed` · `order.nothing-to-ship`, or the quantity > 0
 */
export function decideShipment(line: OrderLineFacts, qty: Amount | null): string | Refusal {
  const refusal = closed(line, 'ship');
  if (refusal) return refusal;
  const open = notBelowZero(new Exact(line.qty).minus(line.qtyShipped));
  const shipped = Exact.min(qty ?? open, open, line.qtyReady);
  return shipped.greaterThan(0)
    ? decimalText(shipped)
    : refuse('order.nothing-to-ship', { order: line.order, line: line.line });
}
