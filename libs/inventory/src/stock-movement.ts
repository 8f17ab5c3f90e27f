import { isRefusal, refuse, type Place, type Refusal } from '@takt/contracts';
import { Exact, decimalText, type Amount } from '@takt/production';
import { shareOf, unitCost, valueOut, type Costing, type LedgerItem } from './costing';
import { draft, homePlace, type Balance, type Cause, type LedgerEntry, type MovementDraft } from './ledger';
import { allocateStrictly, type LotStock, type TakeRule, type Taken } from './lot';

/** An item with the value of its stock. */
export interface Valued {
  readonly item: LedgerItem;
  /** all stock of the item outside work in progress */
  readonly pool: Balance;
  readonly costing: Costing;
}

/** When and why, and what a person says about it. */
export interface Occasion {
  /** epoch ms */
  readonly at: number;
  readonly cause: Cause;
  readonly note?: string;
}

const costOf = ({ item, pool, costing }: Valued): Exact => unitCost(item, pool, costing);

/** Value that leaves with a quantity > 0, as the ledger will hold it. */
function leaving({ item, pool, costing }: Valued, qty: Exact): Exact {
  const standard = new Exact(item.standardCost).times(qty);
  return new Exact(decimalText(costing === 'standard' ? standard : valueOut(pool, qty, standard)));
}

/**
 * Bought material comes in.
 * @param valued the item
 * @param qty > 0
 * @param lot its new lot
 * @param occasion when and why; `unitCost` paid per unit, used for moving averages only
 */
export function receive(
  valued: Valued,
  qty: Amount,
  lot: string | null,
  occasion: Occasion & { readonly unitCost?: Amount | null },
): MovementDraft {
  const { item, costing } = valued;
  const paid = costing === 'moving-average' && occasion.unitCost != null;
  const cost = paid ? new Exact(occasion.unitCost ?? 0) : costOf(valued);
  const facts = {
    kind: 'receipt',
    place: homePlace(item.kind),
    occurredAt: occasion.at,
    cause: occasion.cause,
  } as const;
  return draft(item, new Exact(qty), cost.times(qty), { ...facts, lot, note: occasion.note });
}

/** What was there when the ledger began, at standard cost. */
export function open(item: LedgerItem, qty: Amount, lot: string | null, at: number): MovementDraft {
  const facts = { kind: 'opening', place: homePlace(item.kind), occurredAt: at, cause: {}, lot } as const;
  return draft(item, new Exact(qty), new Exact(item.standardCost).times(qty), facts);
}

/**
 * Corrects a count.
 * @param valued the item
 * @param qty difference, signed; not 0
 * @param where place and lot that were counted
 * @param occasion when, who, and the reason as note
 */
export function adjust(
  valued: Valued,
  qty: Amount,
  where: { readonly place: Place; readonly lot: string | null },
  occasion: Occasion,
): MovementDraft {
  const facts = {
    kind: 'adjustment',
    occurredAt: occasion.at,
    cause: occasion.cause,
    note: occasion.note,
  } as const;
  const counted = new Exact(qty);
  const value = counted.isNegative()
    ? leaving(valued, counted.negated()).negated()
    : costOf(valued).times(qty);
  return draft(valued.item, counted, value, { ...facts, ...where });
}

/**
 * Brings stock to a new standard cost: the value changes, the quantity does not.
 * @param item with its new standard cost
 * @param lines stock of the item by place and lot
 * @param occasion when, who, why
 */
export function revalue(
  item: LedgerItem,
  lines: readonly (Balance & { readonly place: Place; readonly lot: string | null })[],
  occasion: Occasion,
): MovementDraft[] {
  return lines
    .map(({ place, lot, qty, value }) => ({ place, lot, gain: qty.times(item.standardCost).minus(value) }))
    .filter(({ gain }) => !gain.isZero())
    .map(({ place, lot, gain }) =>
      draft(item, new Exact(0), gain, {
        kind: 'adjustment',
        place,
        lot,
        occurredAt: occasion.at,
        cause: occasion.cause,
        note: occasion.note,
      }),
    );
}

/**
 * Moves stock from one place to another, such as into quarantine and back: out and in, with the same value.
 * @param valued the item
 * @param qty > 0
 * @param way lot, from, to
 * @param occasion when and why
 */
export function transfer(
  valued: Valued,
  qty: Amount,
  way: { readonly lot: string | null; readonly from: Place; readonly to: Place },
  occasion: Occasion,
): MovementDraft[] {
  const value = leaving(valued, new Exact(qty));
  const facts = {
    kind: 'transfer',
    occurredAt: occasion.at,
    cause: occasion.cause,
    lot: way.lot,
    note: occasion.note,
  } as const;
  return [
    draft(valued.item, new Exact(qty).negated(), value.negated(), { ...facts, place: way.from }),
    draft(valued.item, new Exact(qty), value, { ...facts, place: way.to }),
  ];
}

/** Takes lots out of stock; the value of the parts sums to the value of the whole. */
export function takeOut(
  valued: Valued,
  taken: readonly Taken[],
  occasion: Occasion & { readonly kind: 'shipment' | 'backflush' | 'issue' | 'scrap' },
): MovementDraft[] {
  let { pool } = valued;
  return taken.map(({ lot, place, qty }) => {
    const value = leaving({ ...valued, pool }, qty);
    pool = { qty: pool.qty.minus(qty), value: pool.value.minus(value) };
    return draft(valued.item, qty.negated(), value.negated(), {
      kind: occasion.kind,
      place,
      lot,
      occurredAt: occasion.at,
      cause: occasion.cause,
      note: occasion.note,
    });
  });
}

/**
 * Ships a quantity, first expired first, all of it or nothing.
 * @param valued the item
 * @param lots its stock; `reserved` without what is reserved for this order line
 * @param qty > 0
 * @param occasion when, for which order line, and the shelf life that the customer asks for
 * @returns `stock.short` · `lot.expired`, or one movement a lot
 */
export function ship(
  valued: Valued,
  lots: readonly LotStock[],
  qty: Amount,
  occasion: Occasion & Pick<TakeRule, 'minDays'>,
): MovementDraft[] | Refusal {
  const { at, minDays } = occasion;
  const taken = allocateStrictly(valued.item.id, lots, qty, { at, minDays });
  return isRefusal(taken) ? taken : takeOut(valued, taken, { ...occasion, kind: 'shipment' });
}

/**
 * A customer sends goods back: into quarantine, at the value at which they left.
 * @param shipment the movement with which they left
 * @param qty > 0, in the unit of the item
 * @param occasion when and why
 * @returns `stock.short` when more comes back than had left
 */
export function takeBack(shipment: LedgerEntry, qty: Amount, occasion: Occasion): MovementDraft | Refusal {
  const shipped: Balance = {
    qty: new Exact(shipment.qty).negated(),
    value: new Exact(shipment.value).negated(),
  };
  if (shipped.qty.lessThan(qty))
    return refuse('stock.short', {
      item: shipment.item,
      available: decimalText(shipped.qty),
      needed: decimalText(qty),
    });
  return draft({ id: shipment.item, unit: shipment.unit }, new Exact(qty), shareOf(shipped, qty), {
    kind: 'return',
    place: 'quarantine',
    lot: shipment.lot,
    occurredAt: occasion.at,
    cause: { ...shipment.cause, ...occasion.cause },
    note: occasion.note,
  });
}

/**
 * Takes a movement back by its counter-entry, at the time at which it happened, so that stock and figures are restated from
 * there on. Nothing is deleted.
 * @param entry the movement
 * @param corrections value corrections of it
 * @param reversedBy its counter-entry, when there is one already
 * @param note the reason
 * @returns `thing.exists` {id, reason: `taken-back` · `counter-entry` · `correction`} when it was taken back already, or is itself a
 * counter-entry or a value correction
 */
export function reverse(
  entry: LedgerEntry,
  corrections: readonly LedgerEntry[],
  reversedBy: string | null,
  note: string,
): MovementDraft | Refusal {
  const others = { 'taken-back': reversedBy, 'counter-entry': entry.reverses, correction: entry.corrects };
  for (const [reason, id] of Object.entries(others))
    if (id !== null) return refuse('thing.exists', { kind: 'reversal', id, reason });
  const value = corrections.reduce((sum, one) => sum.plus(one.value), new Exact(entry.value));
  const { id, seq: _seq, recordedAt: _recordedAt, ...facts } = entry;
  return {
    ...facts,
    qty: decimalText(new Exact(entry.qty).negated()),
    value: decimalText(value.negated()),
    reverses: id,
    note,
  };
}
