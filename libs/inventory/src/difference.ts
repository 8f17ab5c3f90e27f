import { refuse, type ItemKind, type Place, type Refusal } from '@takt/contracts';
import { Exact, checkWhole, decimalText, mostMeant, notBelowZero, type Amount } from '@takt/production';
import { homePlace } from './ledger';

/** How many lots are named to who named none. */
const NAMED_LOTS = 3;

/**
 * Checks a difference that people book at a place: pieces stay whole, and nothing is taken, or counted away, that is not there. A
 * stock below zero may still be counted up.
 * @param item whose stock it is
 * @param there its stock, before
 * @param difference signed
 * @returns `quantity.fraction` · `stock.short` {item, available, needed} · null
 */
export function checkDifference(
  item: { readonly id: string; readonly unit: string },
  there: Exact,
  difference: Amount,
): Refusal | null {
  const change = new Exact(difference);
  const left = there.plus(change);
  const split = checkWhole(item, change, { left });
  if (split) return split;
  if (!change.isNegative() || !left.isNegative()) return null;
  const [available, needed] = [decimalText(there), decimalText(change.negated())];
  return refuse('stock.short', { item: item.id, available, needed });
}

/**
 * Checks a difference that people book without naming a lot. Every item is kept in lots: what comes in and what is made gets one.
 * Without a lot lies only what was consumed beyond what was recorded (below zero), or what lies so from before: it may be counted to
 * nothing, moved and written off, never grow.
 * @param item whose stock it is
 * @param there what lies there without a lot, before
 * @param difference signed
 * @param lots ids of the lots of the item at the place
 * @returns `quantity.fraction` · `stock.lot-needed` {item, qty, available, lots}: up to three of them; {reason: `no-lots`} when more is
 * found where there are none · `stock.short` where nothing lies in lots either · null
 */
export function checkWithoutLot(
  item: { readonly id: string; readonly unit: string },
  there: Exact,
  difference: Amount,
  lots: readonly string[],
): Refusal | null {
  const wrong = checkDifference(item, there, difference);
  if (wrong?.code === 'quantity.fraction') return wrong;
  const change = new Exact(difference);
  const grows = change.greaterThan(0) && there.plus(change).greaterThan(0);
  if (!grows && (wrong === null || lots.length === 0)) return wrong;
  const named = lots.slice(0, NAMED_LOTS).join(', ') + (lots.length > NAMED_LOTS ? ' …' : '');
  return refuse('stock.lot-needed', {
    ...{ item: item.id, qty: decimalText(change), available: decimalText(there) },
    ...(lots.length === 0 ? { reason: 'no-lots' } : { lots: named }),
  });
}

/**
 * Checks where stock is put by hand: where its item belongs, or into quarantine. What lies elsewhere from before may leave.
 * @returns `stock.odd-place` {item, place, home} · null
 */
export function checkPlace(
  item: { readonly id: string; readonly kind: ItemKind },
  place: Place,
): Refusal | null {
  const home = homePlace(item.kind);
  return place === home || place === 'quarantine'
    ? null
    : refuse('stock.odd-place', { item: item.id, place, home });
}

/**
 * Checks what is found in a lot at a count: no more than can have been overlooked.
 * @param item whose stock it is
 * @param found > 0
 * @param known stock of the item outside work in progress (below 0 counts as none), and the most that ever came in at once, if any
 * @returns `count.too-much` {item, qty, unit, onHand, limit} · null
 */
export function checkFound(
  item: { readonly id: string; readonly unit: string },
  found: Amount,
  { onHand, largest }: { readonly onHand: Amount; readonly largest: Amount | null },
): Refusal | null {
  const there = notBelowZero(onHand);
  const limit = mostMeant(Exact.max(there, largest ?? 0));
  if (new Exact(limit).greaterThanOrEqualTo(found)) return null;
  const facts = {
    item: item.id,
    qty: decimalText(found),
    unit: item.unit,
    onHand: decimalText(there),
    limit,
  };
  return refuse('count.too-much', facts);
}
