import type { Replenishment, WorkOrderKind } from '@takt/contracts';
import { Exact, decimalText, notBelowZero, sum, type Amount } from './quantity';

/** Pieces that a work order will make for an order line. */
export interface Peg {
  readonly workOrder: string;
  readonly order: string;
  readonly line: number;
  /** still to come; decimal text > 0 */
  readonly qty: string;
  /** promise of the line, epoch ms: who is served first */
  readonly promiseAt: number;
}

const byPromise = (a: Peg, b: Peg): number =>
  a.promiseAt - b.promiseAt || (a.order < b.order ? -1 : Number(a.order > b.order)) || a.line - b.line;

/** What each line gets, and what stays pegged. */
export interface PegService {
  readonly served: readonly Peg[];
  /** what remains of each peg, those with nothing left out */
  readonly kept: readonly Peg[];
}

/**
 * Hands a quantity to the lines that wait for it, the earliest promise first.
 * @param pegs of one work order
 * @param qty ≥ 0; what is left over is free
 */
export function servePegs(pegs: readonly Peg[], qty: Amount): PegService {
  const served: Peg[] = [];
  const kept: Peg[] = [];
  let left = notBelowZero(qty);
  for (const peg of [...pegs].sort(byPromise)) {
    const part = Exact.min(left, peg.qty);
    const rest = new Exact(peg.qty).minus(part);
    if (part.greaterThan(0)) served.push({ ...peg, qty: decimalText(part) });
    if (rest.greaterThan(0)) kept.push({ ...peg, qty: decimalText(rest) });
    left = left.minus(part);
  }
  return { served, kept };
}

/**
 * Takes from the pegs what a work order can no longer make, from the latest promise first.
 * @param pegs of one work order
 * @param expected good pieces that it will still make
 * @returns the pegs that hold, and what their lines lose
 */
export function trimPegs(
  pegs: readonly Peg[],
  expected: Amount,
): { kept: readonly Peg[]; lost: readonly Peg[] } {
  const { served, kept } = servePegs(pegs, expected);
  return { kept: served, lost: kept };
}

/** Good pieces that a work order will still make for nobody: expected − pegged, not below 0. */
export function freeOutput(pegs: readonly Pick<Peg, 'qty'>[], expected: Amount): Exact {
  return notBelowZero(new Exact(expected).minus(sum(pegs.map(({ qty }) => qty))));
}

/** When and how much a work order matters, from the lines that wait for it. */
export interface Urgency {
  /** epoch ms */
  readonly dueAt: number;
  /** 1 … 100 */
  readonly weight: number;
}

/**
 * A work order is due with the earliest promise of the lines that wait for it and weighs as much as the heaviest of them; one for
 * stock is never due later than it was. Without lines nothing changes.
 * @param workOrder as it is
 * @param pegs what lines wait for
 */
export function urgencyOf(
  workOrder: Urgency & { readonly kind: WorkOrderKind },
  pegs: readonly { readonly promiseAt: number; readonly weight: number }[],
): Urgency {
  const { kind, dueAt, weight } = workOrder;
  if (pegs.length === 0) return { dueAt, weight };
  const promises = pegs.map(({ promiseAt }) => promiseAt);
  return {
    dueAt: Math.min(...promises, ...(kind === 'make-to-stock' ? [dueAt] : [])),
    weight: Math.max(...pegs.map((peg) => peg.weight)),
  };
}

/**
 * What a work order that has not begun shall make when lines need less of it: exactly that when it was released for them; a full lot
 * of an item that is kept in stock stays whole, and work for stock is left alone.
 * @param workOrder kind and quantity
 * @param replenishment of its item
 * @param needed by the lines that are left
 * @returns decimal text; `0`: it is not needed
 */
export function neededOf(
  workOrder: { readonly kind: WorkOrderKind; readonly qty: string },
  replenishment: Replenishment,
  needed: Amount,
): string {
  const need = new Exact(needed);
  if (workOrder.kind !== 'make-to-order') return workOrder.qty;
  if (need.isZero()) return '0';
  return replenishment === 'make-to-stock' ? workOrder.qty : decimalText(Exact.min(need, workOrder.qty));
}
