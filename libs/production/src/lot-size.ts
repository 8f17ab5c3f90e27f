import type { ReleasedLots } from '@takt/contracts';
import { Exact, decimalText, sum, type Amount } from './quantity';
import type { ProductItem } from './product';

/** No demand is split into more work orders than this; lots become larger instead. */
export const LOTS_MAX = 100;

/**
 * The quantities of the work orders that cover a quantity. Make-to-stock: full lots, so that the surplus goes to stock;
 * otherwise lots of at most the lot size, the last one the rest. At most {@link LOTS_MAX} lots.
 * @param item its lot size and how it is replenished
 * @param qty > 0
 */
export function lotsFor(item: Pick<ProductItem, 'lotSize' | 'replenishment'>, qty: Amount): string[] {
  const wanted = new Exact(qty);
  const regular = wanted.div(item.lotSize).ceil();
  const size = regular.greaterThan(LOTS_MAX) ? wanted.div(LOTS_MAX).ceil() : new Exact(item.lotSize);
  const lots = Array.from({ length: wanted.div(size).ceil().toNumber() }, () => size);
  if (item.replenishment === 'make-to-stock') return lots.map(decimalText);
  return lots.map((lot, i) => decimalText(Exact.min(lot, wanted.minus(size.times(i)))));
}

/**
 * What became of a quantity that somebody asked for: full lots may be more.
 * @param qty that was asked for, > 0
 * @param lots the work orders that make it, quantities as decimal text
 */
export function releasedLots(
  qty: Amount,
  lots: readonly { readonly id: string; readonly qty: string }[],
): ReleasedLots {
  const released = sum(lots.map((lot) => lot.qty));
  return {
    qtyAsked: decimalText(qty),
    qtyReleased: decimalText(released),
    rounded: released.greaterThan(qty),
    workOrders: lots.map(({ id, qty: part }) => ({ id, qty: part })),
  };
}

/** Stock of a make-to-stock item against its minimum. */
export interface StockPosition {
  /** lowest stock that is wanted; 0: none is kept */
  readonly stockMin: Amount;
  readonly onHand: Amount;
  readonly reserved: Amount;
  /** what open work orders and expected receipts will add, beyond what they are reserved for */
  readonly open: Amount;
}

/**
 * The work orders that bring a make-to-stock item back to its minimum: none while stock − reserved + open ≥ minimum, else
 * as many full lots as it takes.
 */
export function replenishLots(
  item: Pick<ProductItem, 'lotSize' | 'replenishment' | 'active'>,
  position: StockPosition,
): string[] {
  if (!item.active || item.replenishment !== 'make-to-stock') return [];
  const projected = new Exact(position.onHand).minus(position.reserved).plus(position.open);
  const missing = new Exact(position.stockMin).minus(projected);
  return missing.greaterThan(0) ? lotsFor(item, missing) : [];
}
