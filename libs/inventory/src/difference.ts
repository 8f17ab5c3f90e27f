import { refuse, type Refusal } from '@takt/contracts';
import { Exact, checkWhole, decimalText, type Amount } from '@takt/production';

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
 * Says of a shortage of what lies somewhere without a lot that the item lies there in lots.
 * @param refusal why something cannot be taken for which no lot was named
 * @param lots ids of the lots of the item at the place
 * @returns `stock.short` with {reason: `without-lot`, lots}: up to three of them; any other refusal, and one without lots, as it is
 */
export function nameLots(refusal: Refusal | null, lots: readonly string[]): Refusal | null {
  if (refusal?.code !== 'stock.short' || lots.length === 0) return refusal;
  const named = lots.slice(0, NAMED_LOTS).join(', ') + (lots.length > NAMED_LOTS ? ' …' : '');
  return refuse('stock.short', { ...refusal.facts, reason: 'without-lot', lots: named });
}
