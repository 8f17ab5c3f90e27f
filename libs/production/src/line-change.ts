import { refuse, type Refusal, type WorkOrderStatus } from '@takt/contracts';
import { mayStep } from './life-cycle';
import { orderLineLife } from './lives';
import type { OrderLineFacts } from './order-line';
import { Exact, decimalText, notBelowZero, sum, type Amount } from './quantity';

/** Pieces that a work order makes for an order line. */
export interface LineWorkOrder {
  readonly id: string;
  /** still to come for this line; decimal text > 0 */
  readonly qty: string;
  readonly status: WorkOrderStatus;
}

/** Pieces that a work order need no longer make for the line. */
export interface GivenUp {
  readonly id: string;
  readonly qty: string;
}

/** What a change of quantity asks for. */
export interface LineChange {
  /** beyond what is covered: net it against stock and release the rest */
  readonly more: string;
  /** no longer needed of work orders that have not begun: they shrink, or are cancelled when nothing is left */
  readonly giveUp: readonly GivenUp[];
  /** ready stock that the line gives back */
  readonly giveBack: string;
  /** no longer needed of work orders that have begun: made all the same, for free stock */
  readonly surplus: readonly GivenUp[];
}

const NOTHING: LineChange = { more: '0', giveUp: [], giveBack: '0', surplus: [] };

/** @returns `order.closed` {order, line, status} when the line may not take the step, else null */
function closed(line: OrderLineFacts, verb: 'ship' | 'change' | 'cancel'): Refusal | null {
  return mayStep(orderLineLife, line.status, verb)
    ? null
    : refuse('order.closed', { order: line.order, line: line.line, status: line.status });
}

const largestFirst = (workOrders: readonly LineWorkOrder[]): LineWorkOrder[] =>
  [...workOrders].sort((a, b) => new Exact(b.qty).comparedTo(a.qty) || (a.id < b.id ? -1 : 1));

/** Takes pieces from work orders: whole ones while they fit, the largest first, then a part of the smallest that is left. */
function takeFrom(workOrders: readonly LineWorkOrder[], spare: Exact): { taken: GivenUp[]; left: Exact } {
  const taken: GivenUp[] = [];
  let left = spare;
  const kept: LineWorkOrder[] = [];
  for (const workOrder of largestFirst(workOrders)) {
    if (left.lessThan(workOrder.qty)) {
      kept.push(workOrder);
      continue;
    }
    taken.push({ id: workOrder.id, qty: workOrder.qty });
    left = left.minus(workOrder.qty);
  }
  const smallest = kept.at(-1);
  if (smallest && left.greaterThan(0)) {
    taken.push({ id: smallest.id, qty: decimalText(left) });
    left = new Exact(0);
  }
  return { taken, left };
}

function shrink(line: OrderLineFacts, spare: Exact, coming: readonly LineWorkOrder[]): LineChange {
  const has = (status: WorkOrderStatus) => coming.filter((workOrder) => workOrder.status === status);
  const unbegun = takeFrom(has('released'), spare);
  const giveBack = Exact.min(unbegun.left, line.qtyReady);
  const begun = takeFrom(has('running'), unbegun.left.minus(giveBack));
  return { more: '0', giveUp: unbegun.taken, giveBack: decimalText(giveBack), surplus: begun.taken };
}

/**
 * Decides a new quantity for an order line without waste: more is asked for beyond what is covered; for less, work that has not
 * begun is given up first, then ready stock is given back, and what has begun goes on to stock.
 * @param line its facts
 * @param qty the new quantity
 * @param workOrders that still make something for the line; only released and running ones count
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
  const gap = lineGap({ ...line, qty }, coming);
  return gap.isNegative() ? shrink(line, gap.negated(), coming) : { ...NOTHING, more: decimalText(gap) };
}

/**
 * What an order line lacks: ordered − shipped − ready − coming. Below zero: more is covered than is needed.
 * @param line its quantities
 * @param coming what work orders still make for it
 */
export function lineGap(
  line: Pick<OrderLineFacts, 'qty' | 'qtyReady' | 'qtyShipped'>,
  coming: readonly { readonly qty: Amount }[],
): Exact {
  return new Exact(line.qty).minus(sum([line.qtyShipped, line.qtyReady, ...coming.map((one) => one.qty)]));
}

/**
 * Decides to cancel an order line: work that has not begun is given up, ready stock is given back, work that has begun goes on
 * to stock. What is shipped stays shipped.
 * @returns `order.closed`, or what to do
 */
export function decideLineCancel(
  line: OrderLineFacts,
  workOrders: readonly LineWorkOrder[],
): LineChange | Refusal {
  const refusal = closed(line, 'cancel');
  if (refusal) return refusal;
  const all = (status: WorkOrderStatus): GivenUp[] =>
    workOrders.filter((workOrder) => workOrder.status === status).map(({ id, qty }) => ({ id, qty }));
  return { more: '0', giveUp: all('released'), giveBack: line.qtyReady, surplus: all('running') };
}

/** New dates of an order line, epoch ms; absent ones stay. */
export interface LineDates {
  readonly requestedAt?: number | undefined;
  readonly latestCommittedAt?: number | undefined;
}

/**
 * Decides a new wish or a moved promise. A line that has no promise yet gets its first one.
 * @returns `order.closed`, or the line afterwards
 */
export function decideLineDates<L extends OrderLineFacts>(line: L, dates: LineDates): L | Refusal {
  const refusal = closed(line, 'change');
  if (refusal) return refusal;
  const { requestedAt = line.requestedAt, latestCommittedAt } = dates;
  if (latestCommittedAt === undefined) return { ...line, requestedAt };
  return line.committedAt === null
    ? { ...line, requestedAt, committedAt: latestCommittedAt }
    : { ...line, requestedAt, latestCommittedAt };
}

/** The facts of a line that has been cancelled: what is shipped stays shipped, and is then all there is to it. */
export function cancelledLine<L extends OrderLineFacts>(line: L): L {
  const shipped = new Exact(line.qtyShipped).greaterThan(0);
  return shipped
    ? { ...line, qty: line.qtyShipped, qtyReady: '0', status: 'shipped' }
    : { ...line, qtyReady: '0', status: 'cancelled' };
}

/** The facts of a line after a shipment. */
export function shippedLine<L extends OrderLineFacts>(line: L, qty: Amount): L {
  return {
    ...line,
    qtyShipped: decimalText(new Exact(line.qtyShipped).plus(qty)),
    qtyReady: decimalText(notBelowZero(new Exact(line.qtyReady).minus(qty))),
  };
}

/**
 * Decides how much of a line is shipped: what was asked for, at most what is ready. More than is open is refused, not cut.
 * @param qty asked for; null: all that is ready
 * @returns `order.closed` · `order.above-open` · `order.nothing-to-ship`, or the quantity > 0
 */
export function decideShipment(line: OrderLineFacts, qty: Amount | null): string | Refusal {
  const refusal = closed(line, 'ship');
  if (refusal) return refusal;
  const open = notBelowZero(new Exact(line.qty).minus(line.qtyShipped));
  if (qty !== null && open.lessThan(qty))
    return refuse('order.above-open', {
      ...{ order: line.order, line: line.line },
      ...{ qty: decimalText(qty), open: decimalText(open) },
    });
  const shipped = Exact.min(qty ?? open, open, line.qtyReady);
  return shipped.greaterThan(0)
    ? decimalText(shipped)
    : refuse('order.nothing-to-ship', { order: line.order, line: line.line });
}
