import { inventoryRoutes, type StockLevel } from '@takt/contracts';
import { useFormat, useRead } from '@takt/ui';
import { useOfficeText } from '../../lib/texts';

/** What stands for stock without a lot among the choices; no lot has this id. */
const WITHOUT = '-';

/** What may be counted, moved or written off at a place: a lot, or what lies there without one. */
export interface LotHere {
  /** value of the choice */
  readonly value: string;
  /** the lot as it is sent; undefined: without one */
  readonly lot: string | undefined;
  readonly onHand: number;
  readonly label: string;
}

/** The lots of a stock level, first to expire first, and what lies there without one, if anything; undefined while they are read. */
export function useLotsHere({ item, place, onHand }: StockLevel): readonly LotHere[] | undefined {
  const say = useOfficeText();
  const format = useFormat();
  const lots = useRead(inventoryRoutes.lots, {
    query: { limit: 500, sort: 'expiresAt', filter: `item:${item},place:${place}` },
  }).data;
  if (!lots) return undefined;
  const choice = (value: string, name: string, qty: number): LotHere => ({
    value,
    lot: value === WITHOUT ? undefined : value,
    onHand: qty,
    label: `${name} · ${format.qty(qty)}`,
  });
  const named = lots.items.map((lot) => choice(lot.id, lot.id, Number(lot.onHand)));
  const rest = named.reduce((left, each) => left - each.onHand, Number(onHand));
  const without = Number(rest.toFixed(6));
  return without === 0 || lots.nextCursor !== null
    ? named
    : [...named, choice(WITHOUT, say('stock.without-lot'), without)];
}
