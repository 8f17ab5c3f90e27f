import { Exact, decimalText, notBelowZero, sum, type Amount } from '@takt/production';
import { allocate, type LotStock, type TakeRule } from './lot';

/** A quantity of a lot that is kept for somebody. */
export interface Reservation {
  readonly item: string;
  /** null: not kept in lots */
  readonly lot: string | null;
  /** decimal text > 0 */
  readonly qty: string;
  /** for whom: an order line `O-17/1` or a work order */
  readonly holder: string;
}

/**
 * Reserves what is free, first expired first.
 * @param need item, quantity, and for whom
 * @param lots stock of the item; `reserved` by everybody
 * @param rule instant, and shelf life that must be left
 * @returns the reservations, and what could not be reserved
 */
export function reserve(
  need: { readonly item: string; readonly qty: Amount; readonly holder: string },
  lots: readonly LotStock[],
  rule: TakeRule,
): { reservations: Reservation[]; short: string } {
  const { taken, short } = allocate(lots, need.qty, rule);
  const { item, holder } = need;
  return {
    reservations: taken.map(({ lot, qty }) => ({ item, lot, qty: decimalText(qty), holder })),
    short: decimalText(short),
  };
}

/** What is reserved of a lot by everybody but one holder, decimal text: what that holder must leave alone. */
export function reservedByOthers(
  reservations: readonly Reservation[],
  lot: { readonly item: string; readonly lot: string | null },
  holder: string | null,
): string {
  const others = reservations.filter(
    (one) => one.item === lot.item && one.lot === lot.lot && one.holder !== holder,
  );
  return decimalText(sum(others.map((one) => one.qty)));
}

/**
 * Uses up or gives back reservations of a holder, oldest first in the order given.
 * @param reservations of one item and holder
 * @param qty that is no longer reserved
 * @returns those that remain, with what remains of them
 */
export function releaseReserved(reservations: readonly Reservation[], qty: Amount): Reservation[] {
  let left = new Exact(qty);
  return reservations.flatMap((one) => {
    const released = Exact.min(left, one.qty);
    left = left.minus(released);
    const rest = notBelowZero(new Exact(one.qty).minus(released));
    return rest.isZero() ? [] : [{ ...one, qty: decimalText(rest) }];
  });
}
