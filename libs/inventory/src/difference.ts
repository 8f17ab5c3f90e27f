import { refuse, type Refusal } from '@takt/contracts';
import { Exact, checkWhole, decimalText, type Amount } from '@takt/production';

/**
 * Checks a difference that people book at a place: nothing is taken, or counted away, that is not there, and pieces stay whole. A
 * stock below zero may still be counted up.
 * @param item whose stock it is
 * @param there its stock, before
 * @param difference signed
 * @returns `stock.short` {item, available, needed} · `quantity.fraction` · null
 */
export function checkDifference(
  item: { readonly id: string; readonly unit: string },
  there: Exact,
  difference: Amount,
): Refusal | null {
  const change = new Exact(difference);
  const left = there.plus(change);
  if (!change.isNegative() || !left.isNegative()) return checkWhole(item, change, { left });
  const [available, needed] = [decimalText(there), decimalText(change.negated())];
  return refuse('stock.short', { item: item.id, available, needed });
}
