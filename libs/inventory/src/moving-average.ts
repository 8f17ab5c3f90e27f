import { Exact, decimalText } from '@takt/production';
import { shareOf, valueOut } from './costing';
import { EMPTY, draft, inOrder, type Balance, type LedgerEntry, type MovementDraft } from './ledger';

type Values = Map<string, Exact>;

const intoWorkKinds: ReadonlySet<string> = new Set(['backflush', 'issue', 'rework']);
const workOf = (entry: LedgerEntry): string => entry.cause.workOrder ?? entry.lot ?? entry.item;
const rounded = (value: Exact): Exact => new Exact(decimalText(value));

/** Value that enters a pool. What was taken before it was there is valued like what comes in now. */
function intoPool(pool: Balance, qty: Exact, booked: Exact): Exact {
  const after = pool.qty.plus(qty);
  const crosses = pool.qty.lessThan(0) && !after.lessThan(0) && qty.greaterThan(0);
  return crosses ? after.times(booked.div(qty)).minus(pool.value) : booked;
}

/** Replays the ledger and says what each line should have been worth. */
class Replay {
  private readonly pools = new Map<string, Balance>();
  private readonly works = new Map<string, Balance>();
  /** value on its way, by work order or item: out of one place and not yet into the other */
  private readonly intoWork: Values = new Map();
  private readonly outOfWork: Values = new Map();
  private readonly moving: Values = new Map();
  private readonly worth: Values = new Map();

  /**
   * @param corrected value corrections so far, by line
   * @param items that are replayed; lines of others are worth what they are; null: all
   */
  constructor(
    private readonly corrected: ReadonlyMap<string, Exact>,
    private readonly items: ReadonlySet<string> | null,
  ) {}

  /** Value that the line should have, signed. */
  take(entry: LedgerEntry): Exact {
    if (this.items !== null && !this.items.has(entry.item)) return this.asItIs(entry);
    const value = rounded(entry.reverses === null ? this.valueOf(entry) : this.counterValue(entry));
    this.worth.set(entry.id, value);
    const balances = entry.place === 'wip' ? this.works : this.pools;
    const key = entry.place === 'wip' ? workOf(entry) : entry.item;
    const before = balances.get(key) ?? EMPTY;
    balances.set(key, { qty: before.qty.plus(entry.qty), value: before.value.plus(value) });
    return value;
  }

  private asItIs(entry: LedgerEntry): Exact {
    const value = new Exact(entry.value).plus(this.corrected.get(entry.id) ?? 0);
    if (entry.reverses === null && intoWorkKinds.has(entry.kind) && entry.qty.startsWith('-'))
      send(this.intoWork, workOf(entry), value.negated());
    return value;
  }

  private counterValue(entry: LedgerEntry): Exact {
    return this.worth.get(entry.reverses ?? '')?.negated() ?? new Exact(entry.value);
  }

  private valueOf(entry: LedgerEntry): Exact {
    return entry.place === 'wip' ? this.inWork(entry) : this.inPool(entry);
  }

  private inWork(entry: LedgerEntry): Exact {
    const key = workOf(entry);
    const wip = this.works.get(key) ?? EMPTY;
    const qty = new Exact(entry.qty);
    if (entry.kind === 'wip-in') return collect(this.intoWork, key);
    if (entry.kind === 'adjustment' && qty.isZero()) return wip.value.negated();
    if (!qty.isNegative()) return new Exact(entry.value);
    const value = shareOf(wip, qty.negated());
    if (entry.kind === 'wip-out' || entry.kind === 'rework') send(this.outOfWork, key, value);
    return value.negated();
  }

  private inPool(entry: LedgerEntry): Exact {
    const pool = this.pools.get(entry.item) ?? EMPTY;
    const qty = new Exact(entry.qty);
    const booked = new Exact(entry.value);
    if (qty.isNegative()) {
      const value = valueOut(pool, qty.negated(), booked.negated());
      if (intoWorkKinds.has(entry.kind)) send(this.intoWork, workOf(entry), value);
      if (entry.kind === 'transfer') send(this.moving, entry.item, value);
      return value.negated();
    }
    if (entry.kind === 'completion' || entry.kind === 'rework')
      return intoPool(pool, qty, collect(this.outOfWork, workOf(entry)));
    if (entry.kind === 'transfer') return collect(this.moving, entry.item);
    if (entry.kind === 'adjustment' && qty.greaterThan(0) && pool.qty.greaterThan(0))
      return pool.value.div(pool.qty).times(qty);
    return qty.isZero() ? booked : intoPool(pool, qty, booked);
  }
}

function send(values: Values, key: string, value: Exact): void {
  values.set(key, rounded(value).plus(values.get(key) ?? 0));
}

function collect(values: Values, key: string): Exact {
  const value = values.get(key) ?? new Exact(0);
  values.delete(key);
  return value;
}

/**
 * Restates a ledger that is valued at moving averages, after a movement has been written late or taken back: replays what happened
 * in its order, and says by how much the value of each line differs from what it should be. The differences are new lines with
 * quantity 0 at the time of the line they correct; nothing is changed. Restating twice gives nothing more, and a restated ledger is
 * worth what it would be if everything had been written in order.
 * @param entries all lines of the items concerned and of what is made from them, with all that their work orders consumed, in any order
 * @param items whose lines are restated: those concerned and what is made from them; absent: all
 * @returns one line for each that is not worth what it should be
 */
export function restateMovingAverage(
  entries: readonly LedgerEntry[],
  items: ReadonlySet<string> | null = null,
): MovementDraft[] {
  const corrected = new Map<string, Exact>();
  for (const { corrects, value } of entries)
    if (corrects !== null) corrected.set(corrects, new Exact(value).plus(corrected.get(corrects) ?? 0));
  const replay = new Replay(corrected, items);
  return inOrder(entries.filter((entry) => entry.corrects === null)).flatMap((entry) => {
    const gain = replay
      .take(entry)
      .minus(entry.value)
      .minus(corrected.get(entry.id) ?? 0);
    return gain.isZero() ? [] : [correction(entry, gain)];
  });
}

function correction(entry: LedgerEntry, gain: Exact): MovementDraft {
  const { place, occurredAt, cause, lot } = entry;
  const item = { id: entry.item, unit: entry.unit };
  const line = draft(item, new Exact(0), gain, { kind: 'adjustment', place, occurredAt, cause, lot });
  return { ...line, corrects: entry.id };
}
