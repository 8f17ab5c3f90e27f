import type { ItemKind, MovementKind, Place } from '@takt/contracts';
import { Exact, decimalText } from '@takt/production';

/** Why a movement happened; what does not apply is absent. */
export interface Cause {
  readonly report?: string | null;
  readonly operation?: string | null;
  readonly workOrder?: string | null;
  readonly order?: string | null;
  readonly orderLine?: number | null;
  readonly worker?: string | null;
}

/** A line of the stock ledger that is about to be written. Quantity and value are decimal text with the same sign. */
export interface MovementDraft {
  readonly kind: MovementKind;
  readonly item: string;
  /** null: not kept in lots, or more was taken than the lots hold */
  readonly lot: string | null;
  readonly place: Place;
  /** into the place positive, out of it negative; 0: the value alone changes */
  readonly qty: string;
  readonly unit: string;
  /** in the currency of the plant */
  readonly value: string;
  /** epoch ms */
  readonly occurredAt: number;
  readonly cause: Cause;
  /** the movement that this one takes back */
  readonly reverses: string | null;
  /** the movement whose value this one restates; its quantity is 0 */
  readonly corrects: string | null;
  readonly note: string;
}

/** A line of the stock ledger as it is kept. */
export interface LedgerEntry extends MovementDraft {
  readonly id: string;
  /** position in the ledger: grows with every line */
  readonly seq: number;
  /** epoch ms */
  readonly recordedAt: number;
}

/** Quantity and value together. */
export interface Balance {
  readonly qty: Exact;
  readonly value: Exact;
}

/** Nothing. */
export const EMPTY: Balance = { qty: new Exact(0), value: new Exact(0) };

/** Where a finished lot of an item belongs: bought material to `raw`, everything that a work order completes to `finished`. */
export function homePlace(kind: ItemKind): Place {
  return kind === 'raw' ? 'raw' : 'finished';
}

/** What a draft says beside item, quantity and value. */
export interface DraftFacts {
  readonly kind: MovementKind;
  readonly place: Place;
  readonly occurredAt: number;
  readonly cause: Cause;
  readonly lot?: string | null;
  readonly note?: string;
}

/**
 * A draft of a movement.
 * @param item id and unit
 * @param qty signed
 * @param value signed
 * @param facts the rest
 */
export function draft(
  item: { readonly id: string; readonly unit: string },
  qty: Exact,
  value: Exact,
  facts: DraftFacts,
): MovementDraft {
  const { lot = null, note = '', ...rest } = facts;
  return {
    ...rest,
    item: item.id,
    unit: item.unit,
    qty: decimalText(qty),
    value: decimalText(value),
    lot,
    note,
    reverses: null,
    corrects: null,
  };
}

/** Lines in the order in which they count: when they happened, then as they were written. */
export function inOrder<T extends Pick<LedgerEntry, 'occurredAt' | 'seq'>>(entries: readonly T[]): T[] {
  return [...entries].sort((a, b) => a.occurredAt - b.occurredAt || a.seq - b.seq);
}

/** The sum of some lines. */
export function balanceOf(entries: readonly Pick<MovementDraft, 'qty' | 'value'>[]): Balance {
  return entries.reduce<Balance>(
    (sum, { qty, value }) => ({ qty: sum.qty.plus(qty), value: sum.value.plus(value) }),
    EMPTY,
  );
}

/** Which lines count. */
export interface AsOf {
  /** what had happened by then, epoch ms, inclusive; absent: everything */
  readonly at?: number;
  /** what had been written by then, epoch ms, inclusive: the figures as they were known */
  readonly knownAt?: number;
}

/** The lines that had happened, and were known, by an instant. */
export function entriesAsOf<T extends Pick<LedgerEntry, 'occurredAt' | 'recordedAt'>>(
  entries: readonly T[],
  { at = Infinity, knownAt = Infinity }: AsOf,
): T[] {
  return entries.filter((entry) => entry.occurredAt <= at && entry.recordedAt <= knownAt);
}

/** A key of a break-down of stock. */
export type StockKey = 'item' | 'place' | 'lot';

/** Stock of one combination of keys; keys that were not asked for are null. */
export interface StockLine extends Balance {
  readonly item: string | null;
  readonly place: Place | null;
  readonly lot: string | null;
  /** below zero: something was not recorded. A visible exception, never an error */
  readonly negative: boolean;
}

/**
 * Stock and value at an instant: sums over the ledger, broken down by keys; lines that sum to nothing are left out.
 * @param entries the ledger, in any order
 * @param by keys of the break-down; empty: one line for all
 * @param asOf which lines count
 */
export function stockAt(
  entries: readonly LedgerEntry[],
  by: readonly StockKey[],
  asOf: AsOf = {},
): StockLine[] {
  const sums = new Map<string, StockLine>();
  for (const entry of entriesAsOf(entries, asOf)) {
    const pick = <K extends StockKey>(key: K) => (by.includes(key) ? entry[key] : null);
    const keys = { item: pick('item'), place: pick('place'), lot: pick('lot') };
    const name = JSON.stringify([keys.item, keys.place, keys.lot]);
    const before = sums.get(name) ?? EMPTY;
    const qty = before.qty.plus(entry.qty);
    sums.set(name, {
      ...keys,
      qty,
      value: before.value.plus(entry.value),
      negative: qty.isNegative() && !qty.isZero(),
    });
  }
  return [...sums.values()].filter((line) => !line.qty.isZero() || !line.value.isZero());
}
