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
