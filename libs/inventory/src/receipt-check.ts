import { refuse, type Refusal } from '@takt/contracts';
import { Exact, decimalText, mostMeant, notBelowZero, type Amount } from '@takt/production';
import { unitCost, type LedgerItem } from './costing';
import type { Valued } from './stock-movement';

/** What comes in for the first time, unannounced, is at most so much. */
const FIRST_MOST = 100_000;
/** What has come in before may come in, unannounced, as so many times the most of before, and always as this many. */
const TIMES_KNOWN = 10;
const KNOWN_LEAST = 1_000;
/** A price may be so many times what a unit is worth; where that is not known, at most so high. */
const TIMES_COST = 100;
const COST_MOST = 1_000_000;

/** What is known of how an item comes in. */
export interface KnownReceipts {
  /** what is still to come of the announced receipt that this one belongs to; null: it was not announced */
  readonly announced: Amount | null;
  /** stock of the item outside work in progress; below 0 counts as none */
  readonly onHand: Amount;
  /** the most that ever came in at once; null: nothing has */
  readonly largest: Amount | null;
}

/**
 * Checks how much comes in. A planner who announces a large delivery is the second look at it: unannounced, there comes in at most ten
 * times what has come in before or lies there.
 * @param item whose receipt it is
 * @param qty > 0
 * @param known what is known of its receipts
 * @returns `receipt.too-much` {item, qty, unit, limit; announced · largest; reason: `announced` · `first`} · null
 */
export function checkReceived(
  item: { readonly id: string; readonly unit: string },
  qty: Amount,
  { announced, onHand, largest }: KnownReceipts,
): Refusal | null {
  const limited = (limit: Amount, facts: Record<string, string>): Refusal | null =>
    new Exact(limit).greaterThanOrEqualTo(qty)
      ? null
      : refuse('receipt.too-much', {
          ...{ item: item.id, qty: decimalText(qty), unit: item.unit, limit: decimalText(limit) },
          ...facts,
        });
  if (announced !== null)
    return limited(mostMeant(announced), { announced: decimalText(announced), reason: 'announced' });
  if (largest === null) return limited(FIRST_MOST, { reason: 'first' });
  const known = Exact.max(largest, notBelowZero(onHand));
  return limited(Exact.max(KNOWN_LEAST, known.times(TIMES_KNOWN)), { largest: decimalText(known) });
}

/**
 * Checks the price of a receipt against what a unit is worth: the standard cost, or the moving average where it is higher.
 * @param valued the item
 * @param paid per unit; undefined: not told
 * @returns `receipt.cost` {item, unit, unitCost, limit, known} · null
 */
export function checkPaid(valued: Valued, paid: Amount | undefined): Refusal | null {
  if (paid === undefined) return null;
  const { item, pool, costing } = valued;
  const known = Exact.max(item.standardCost, notBelowZero(unitCost(item, pool, costing)));
  const limit = known.isZero() ? new Exact(COST_MOST) : known.times(TIMES_COST);
  if (limit.greaterThanOrEqualTo(paid)) return null;
  const [cost, most, worth] = [decimalText(paid), decimalText(limit), decimalText(known)];
  return refuse('receipt.cost', {
    item: item.id,
    unit: item.unit,
    unitCost: cost,
    limit: most,
    known: worth,
  });
}

/** A lot as a receipt finds or makes it. Instants epoch ms. */
export interface ArrivingLot {
  readonly id: string;
  readonly item: string;
  readonly expiresAt: number | null;
}

/** What comes into a lot. Instants epoch ms. */
export interface ArrivingGoods {
  readonly item: LedgerItem['id'];
  /** did somebody name the lot? Else it has a number of its own that nobody knows yet */
  readonly named: boolean;
  /** undefined: not told */
  readonly expiresAt: number | undefined;
  readonly at: number;
}

/**
 * Checks the lot of a receipt: it is of the item, has one date, and was good when it came in. What arrives expired is sent back, not
 * stocked; what has expired since it came in is taken in and written off.
 * @param lot as it is kept now
 * @param receipt what comes in
 * @returns `lot.other-item` · `lot.other-date` · `receipt.expired` {item, expiresAt, at; lot where it was named, else reason: `no-lot`} · null
 */
export function checkArriving(lot: ArrivingLot, receipt: ArrivingGoods): Refusal | null {
  const { item, named, expiresAt, at } = receipt;
  if (lot.item !== item) return refuse('lot.other-item', { lot: lot.id, owner: lot.item, item });
  const kept = lot.expiresAt === null ? '—' : iso(lot.expiresAt);
  if (expiresAt !== undefined && expiresAt !== lot.expiresAt)
    return refuse('lot.other-date', { lot: lot.id, item, expiresAt: iso(expiresAt), kept });
  if (lot.expiresAt === null || lot.expiresAt > at) return null;
  const facts = { item, expiresAt: kept, at: iso(at) };
  return refuse('receipt.expired', named ? { ...facts, lot: lot.id } : { ...facts, reason: 'no-lot' });
}

const iso = (at: number): string => new Date(at).toISOString();
