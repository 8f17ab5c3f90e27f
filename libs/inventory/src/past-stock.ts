import { refuse, type Place, type Refusal } from '@takt/contracts';
import { Exact, decimalText, sum, type Amount } from '@takt/production';
import type { LotStock } from './lot';
import type { TakenAway } from './taken-away';
import type { Change } from './time-weighted';

/** What lay somewhere from an instant on, until something changed. */
interface Level {
  /** epoch ms */
  readonly at: number;
  readonly qty: Exact;
}

/** Stock of a lot at a place: now, and what has changed since an instant (that instant excluded). */
export interface StockSince {
  readonly there: Amount;
  readonly since: readonly Change[];
}

/** Every level from an instant until now, the first at that instant; what happened at one instant counts as a whole. */
function levels({ there, since }: StockSince, at: number): [Level, ...Level[]] {
  let qty = new Exact(there).minus(sum(since.map(({ by }) => by)));
  const first: Level = { at, qty };
  const later = new Map<number, Level>();
  for (const change of [...since].sort((a, b) => a.at - b.at)) {
    qty = qty.plus(change.by);
    later.set(change.at, { at: change.at, qty });
  }
  return [first, ...later.values()];
}

/**
 * The least that lay somewhere at any instant from one until now: more than that cannot have left then.
 * @param stock now, and what has changed since
 * @param at epoch ms
 */
export function lowestSince(stock: StockSince, at: number): Exact {
  return Exact.min(...levels(stock, at).map(({ qty }) => qty));
}

/** Changes of an item by lot and place. */
export interface PlacedChange extends Change {
  readonly lot: string | null;
  readonly place: Place;
}

/**
 * Lots with what may leave them at an instant: no more than lay there then, and has lain there ever since.
 * @param lots stock of one item now
 * @param since what changed in the item after the instant
 * @param at epoch ms
 */
export function lotsThen(lots: readonly LotStock[], since: readonly PlacedChange[], at: number): LotStock[] {
  if (since.length === 0) return [...lots];
  return lots.map((lot) => {
    const own = since.filter((one) => one.lot === lot.lot && one.place === lot.place);
    return { ...lot, onHand: decimalText(lowestSince({ there: lot.onHand, since: own }, at)) };
  });
}

const iso = (at: number): string => new Date(at).toISOString();

/**
 * Checks that what leaves a lot at an instant lay there then, and that nobody has taken it since: stock below zero in the past is as
 * wrong as now.
 * @param taken what leaves, and from where
 * @param at when, epoch ms
 * @param stock of that lot at that place
 * @returns `stock.short` {item, available, needed}; where there is enough now {reason: `then`, lot, place, at, shortAt: when least lay
 * there, enoughFrom: the first instant from which on there is enough} · null
 */
export function checkThen(taken: TakenAway, at: number, stock: StockSince): Refusal | null {
  const { item, lot, place, qty: needed } = taken;
  const all = levels(stock, at);
  const [least] = [...all].sort((a, b) => a.qty.comparedTo(b.qty)) as [Level];
  if (least.qty.greaterThanOrEqualTo(needed)) return null;
  const enough = all[all.findLastIndex(({ qty }) => qty.lessThan(needed)) + 1];
  if (enough === undefined)
    return refuse('stock.short', { item, available: decimalText(stock.there), needed });
  return refuse('stock.short', {
    ...{ item, lot: lot ?? '—', place, needed, available: decimalText(least.qty), reason: 'then' },
    ...{ at: iso(at), shortAt: iso(least.at), enoughFrom: iso(enough.at) },
  });
}
