import { refuse, type Refusal } from '@takt/contracts';
import { Exact, checkWhole, decimalText } from '@takt/production';
import { balanceOf, type LedgerEntry, type MovementDraft } from './ledger';
import { takeBack, type Occasion } from './stock-movement';

/** What a customer sends back, and of what. */
export interface ReturnAsked {
  readonly order: string;
  readonly line: number;
  /** null: the one that left last */
  readonly lot: string | null;
  /** decimal text > 0 */
  readonly qty: string;
}

const isShipment = ({ kind, qty }: LedgerEntry): boolean =>
  kind === 'shipment' && new Exact(qty).isNegative();

/**
 * Decides what comes back from a customer: never more of a lot than is out there, not before it had left, and whole pieces.
 * @param moved what has left for the order line and come back, in the order of the ledger
 * @param asked what comes back
 * @param occasion when and why
 * @returns `return.nothing-shipped` · `return.lot` · `return.before-shipment` · `quantity.fraction` · `return.too-much`, or the movement
 */
export function decideReturn(
  moved: readonly LedgerEntry[],
  asked: ReturnAsked,
  occasion: Occasion,
): MovementDraft | Refusal {
  const { order, line, qty } = asked;
  const shipments = moved.filter(isShipment);
  const newest = shipments.at(-1);
  if (!newest) return refuse('return.nothing-shipped', { order, line });
  const lot = asked.lot ?? newest.lot;
  const [first] = shipments.filter((one) => one.lot === lot).sort((a, b) => a.occurredAt - b.occurredAt);
  if (!first) {
    const lots = [...new Set(shipments.map((one) => one.lot ?? '—'))].join(', ');
    return refuse('return.lot', { lot, order, line, lots });
  }
  if (occasion.at < first.occurredAt) {
    const [value, shippedAt] = [occasion.at, first.occurredAt].map((at) => new Date(at).toISOString());
    return refuse('return.before-shipment', { order, line, value: value ?? '', shippedAt: shippedAt ?? '' });
  }
  const lines = moved.filter((one) => one.lot === lot);
  const { qty: gone, value } = balanceOf(lines);
  // Nothing is left out there: the balance is 0, and 0 has no sign.
  const shipment = { ...first, qty: decimalText(gone), value: decimalText(value) };
  const out = decimalText(gone.negated());
  const { item, unit } = first;
  if (gone.negated().lessThan(qty))
    return refuse('return.too-much', { qty, out, unit, lot: lot ?? '—', order, line });
  return (
    checkWhole({ id: item, unit }, qty, { left: new Exact(out).minus(qty) }) ??
    takeBack(shipment, qty, occasion)
  );
}
