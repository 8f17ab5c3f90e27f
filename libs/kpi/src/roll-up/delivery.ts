import type { OtdBasis } from '@takt/contracts';
import { Exact, sum, type Amount } from '@takt/production';
import type { Sums } from '../input';

/** An order line with its promises and what was shipped. */
export interface DeliveryFact {
  /** ordered */
  readonly qty: Amount;
  /** epoch ms; null: no such promise was given */
  readonly promises: Readonly<Record<OtdBasis, number | null>>;
  /** without what was taken back */
  readonly shipments: readonly { readonly at: number; readonly qty: Amount }[];
  /** nothing more will be shipped: shipped in full, or closed short */
  readonly closed: boolean;
  /** cancelled before anything was shipped: not promised any more */
  readonly cancelled: boolean;
}

/** What a promise that came due adds, at the instant of the promise. */
export interface DeliveryOutcome {
  readonly basis: OtdBasis;
  /** epoch ms: the bucket that holds it */
  readonly promisedAt: number;
  readonly sums: Sums;
}

const BASES = ['requested', 'committed', 'latest'] as const;
const SUFFIX = { requested: 'Requested', committed: 'Committed', latest: 'Latest' } as const;

interface Kept {
  readonly promisedAt: number;
  readonly onTime: boolean;
  readonly inFull: boolean;
}

function keptBy(line: DeliveryFact, basis: OtdBasis): Kept | null {
  const promisedAt = line.promises[basis];
  if (promisedAt === null || line.cancelled) return null;
  const byThen = line.shipments.filter(({ at }) => at <= promisedAt);
  const inFull = sum(byThen.map(({ qty }) => qty)).greaterThanOrEqualTo(line.qty);
  const allByThen = line.closed && line.shipments.length > 0 && byThen.length === line.shipments.length;
  return { promisedAt, inFull, onTime: inFull || allByThen };
}

const count = (hit: boolean): Exact => new Exact(hit ? 1 : 0);

/**
 * How an order line kept its promises. A line counts when its promise has come due, shipped early or not; open overdue lines are
 * misses, a line that is shipped in parts is on time when the last part is, and short is on time but not in full.
 * @param line its facts
 * @param now epoch ms
 * @returns one outcome for each basis that came due
 */
export function lineDelivery(line: DeliveryFact, now: number): DeliveryOutcome[] {
  return BASES.flatMap((basis) => {
    const kept = keptBy(line, basis);
    if (kept === null || kept.promisedAt > now) return [];
    const suffix = SUFFIX[basis];
    const sums: Sums = {
      [`linesDue${suffix}`]: 1,
      [`linesOnTime${suffix}`]: count(kept.onTime),
      [`linesInFull${suffix}`]: count(kept.inFull),
    };
    return [{ basis, promisedAt: kept.promisedAt, sums }];
  });
}

/**
 * How a whole order kept its promises: by its last line, on time when every line was, in full when every line was. An order with a
 * line that was never promised on a basis does not count on it; cancelled lines are left out.
 * @param lines of the order
 * @param now epoch ms
 */
export function orderDelivery(lines: readonly DeliveryFact[], now: number): DeliveryOutcome[] {
  const live = lines.filter((line) => !line.cancelled);
  return BASES.flatMap((basis) => {
    const kept = live.flatMap((line) => keptBy(line, basis) ?? []);
    const promisedAt = Math.max(...kept.map((one) => one.promisedAt));
    if (kept.length === 0 || kept.length < live.length || promisedAt > now) return [];
    const suffix = SUFFIX[basis];
    const sums: Sums = {
      [`ordersDue${suffix}`]: 1,
      [`ordersOnTime${suffix}`]: count(kept.every((one) => one.onTime)),
      [`ordersInFull${suffix}`]: count(kept.every((one) => one.inFull)),
    };
    return [{ basis, promisedAt, sums }];
  });
}
