import { refuse, type Place, type Refusal } from '@takt/contracts';
import { Exact, decimalText, notBelowZero, type Amount } from '@takt/production';

/** Milliseconds of a day of shelf life. */
const DAY_MS = 86_400_000;

/** Stock of one lot at one place. Quantities are decimal text. */
export interface LotStock {
  /** null: stock that is not kept in lots */
  readonly lot: string | null;
  readonly place: Place;
  readonly onHand: string;
  /** reserved for somebody else than who takes now */
  readonly reserved: string;
  /** epoch ms */
  readonly madeAt: number;
  /** epoch ms, exclusive: may be used until just before; null: keeps */
  readonly expiresAt: number | null;
}

/** The instant at which a lot expires; null: the item keeps. */
export function expiryOf(madeAt: number, shelfLifeDays: number | null): number | null {
  return shelfLifeDays === null ? null : madeAt + shelfLifeDays * DAY_MS;
}

/** Days of shelf life left at an instant, perhaps fractional, negative when expired; null: the lot keeps. */
export function daysLeft(expiresAt: number | null, at: number): number | null {
  return expiresAt === null ? null : (expiresAt - at) / DAY_MS;
}

const fresh = (lot: LotStock, at: number, minDays: number): boolean => {
  const left = daysLeft(lot.expiresAt, at);
  return left === null || (left > 0 && left >= minDays);
};

/** Lots in the order in which they leave: first expired first, then first made, then by name; what keeps comes last. */
export function firstExpiredFirst(lots: readonly LotStock[]): LotStock[] {
  return [...lots].sort(
    (a, b) =>
      (a.expiresAt ?? Infinity) - (b.expiresAt ?? Infinity) ||
      a.madeAt - b.madeAt ||
      ((a.lot ?? '') < (b.lot ?? '') ? -1 : 1),
  );
}

/** A quantity taken from a lot. */
export interface Taken {
  readonly lot: string | null;
  readonly place: Place;
  readonly qty: Exact;
}

/** What a need gets from the lots. */
export interface Allocation {
  readonly taken: readonly Taken[];
  /** not covered */
  readonly short: Exact;
}

/** Which lots may be taken. */
export interface TakeRule {
  /** epoch ms */
  readonly at: number;
  /** shelf life that must be left then, in days */
  readonly minDays?: number;
  /** the lot that somebody scanned: it is taken first, whatever its date */
  readonly scanned?: string | null;
}

/**
 * Allocates a need to lots, first expired first. Quarantine, expired lots, and lots with too little life left are passed over.
 * @param lots stock of one item
 * @param qty > 0
 * @param rule which lots may be taken
 */
export function allocate(lots: readonly LotStock[], qty: Amount, rule: TakeRule): Allocation {
  const { at, minDays = 0, scanned = null } = rule;
  const named = lots.filter((lot) => scanned !== null && lot.lot === scanned);
  const others = lots.filter(
    (lot) => !named.includes(lot) && lot.place !== 'quarantine' && fresh(lot, at, minDays),
  );
  const taken: Taken[] = [];
  let short = new Exact(qty);
  for (const lot of [...named, ...firstExpiredFirst(others)]) {
    const free = notBelowZero(new Exact(lot.onHand).minus(named.includes(lot) ? 0 : lot.reserved));
    const part = Exact.min(free, short);
    if (part.greaterThan(0)) taken.push({ lot: lot.lot, place: lot.place, qty: part });
    short = short.minus(part);
  }
  return { taken, short };
}

/** A need that stock cannot cover. */
export interface Shortage {
  readonly item: string;
  readonly needed: string;
  readonly available: string;
  readonly missing: string;
}

/** Names a shortage; null when nothing is missing. */
export function shortageOf(item: string, needed: Amount, short: Exact): Shortage | null {
  if (short.isZero()) return null;
  const available = new Exact(needed).minus(short);
  return {
    item,
    needed: decimalText(needed),
    available: decimalText(available),
    missing: decimalText(short),
  };
}

/**
 * Allocates what leaves for a customer: all of it or nothing, from lots with enough life left.
 * @param item id
 * @param lots stock of the item; `reserved` without what is reserved for this order line
 * @param qty > 0
 * @param rule instant and shelf life that the customer asks for
 * @returns `lot.expired` when there is enough stock but too little of it is young enough, `stock.short`, or the lots
 */
export function allocateStrictly(
  item: string,
  lots: readonly LotStock[],
  qty: Amount,
  rule: TakeRule,
): readonly Taken[] | Refusal {
  const { taken, short } = allocate(lots, qty, rule);
  if (short.isZero()) return taken;
  const old = firstExpiredFirst(
    lots.filter(
      (lot) => lot.place !== 'quarantine' && new Exact(lot.onHand).minus(lot.reserved).greaterThan(0),
    ),
  ).find((lot) => !fresh(lot, rule.at, rule.minDays ?? 0));
  if (old !== undefined && old.expiresAt !== null && ageless(lots, qty, rule))
    return refuse('lot.expired', {
      lot: old.lot ?? '—',
      item,
      expiresAt: new Date(old.expiresAt).toISOString(),
      days: rule.minDays ?? 0,
    });
  return refuse('stock.short', {
    item,
    available: decimalText(new Exact(qty).minus(short)),
    needed: decimalText(qty),
  });
}

/** Would the stock suffice if it did not age? */
function ageless(lots: readonly LotStock[], qty: Amount, rule: TakeRule): boolean {
  const keeping = lots.map((lot) => ({ ...lot, expiresAt: null }));
  return allocate(keeping, qty, rule).short.isZero();
}

/** Lots that have expired and still lie there: to be written off as waste. Quarantine included. */
export function expiredLots(lots: readonly LotStock[], at: number): LotStock[] {
  return lots.filter((lot) => {
    const left = daysLeft(lot.expiresAt, at);
    return left !== null && left <= 0 && new Exact(lot.onHand).greaterThan(0);
  });
}
