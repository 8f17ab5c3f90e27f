import type { Movement } from '@takt/contracts';

/** How much of a lot a customer has. */
export interface LotOut {
  readonly lot: string;
  readonly qty: number;
}

/** Below this a quantity is rounding: quantities have six decimals at most. */
const NOTHING = 1e-7;

/**
 * The lots that a customer has for an order line: what was shipped less what came back; the one that left last first.
 * @param line number of the order line
 * @param moved shipments and returns of the order: what leaves is below zero
 */
export function lotsOut(
  line: number,
  moved: readonly Pick<Movement, 'orderLine' | 'lot' | 'qty' | 'occurredAt'>[],
): readonly LotOut[] {
  const own = moved
    .filter(({ orderLine }) => orderLine === line)
    .sort((a, b) => Date.parse(b.occurredAt) - Date.parse(a.occurredAt));
  const left = own.flatMap(({ lot, qty }) => (lot !== null && Number(qty) < 0 ? [[lot, 0] as const] : []));
  const lots = new Map<string, number>(left);
  for (const { lot, qty } of own) if (lot !== null) lots.set(lot, (lots.get(lot) ?? 0) - Number(qty));
  return [...lots].flatMap(([lot, qty]) => (qty > NOTHING ? [{ lot, qty }] : []));
}
