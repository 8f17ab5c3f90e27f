import {
  balanceOf,
  stockAt,
  type Balance,
  type Costing,
  type LedgerEntry,
  type LedgerItem,
  type LotStock,
  type MovementDraft,
  type Valued,
} from '../src';

/** A ledger in memory: writes drafts and answers as a plant would. */
export class Book {
  entries: LedgerEntry[] = [];

  constructor(private readonly costing: Costing = 'standard') {}

  write(...drafts: readonly MovementDraft[]): LedgerEntry[] {
    const written = drafts.map((one, i): LedgerEntry => {
      const seq = this.entries.length + i + 1;
      return { ...one, id: `m${seq}`, seq, recordedAt: 1000 + seq };
    });
    this.entries = [...this.entries, ...written];
    return written;
  }

  pool(item: string): Balance {
    return balanceOf(this.entries.filter((entry) => entry.item === item && entry.place !== 'wip'));
  }

  wip(workOrder: string): Balance {
    return balanceOf(
      this.entries.filter((entry) => entry.place === 'wip' && entry.cause.workOrder === workOrder),
    );
  }

  valued(item: LedgerItem): Valued {
    return { item, pool: this.pool(item.id), costing: this.costing };
  }

  lots(item: string, expiry: Readonly<Record<string, number>> = {}): LotStock[] {
    const lines = stockAt(this.entries, ['item', 'place', 'lot']).filter(
      (line) => line.item === item && line.place !== 'wip',
    );
    return lines.map((line) => ({
      lot: line.lot,
      place: line.place ?? 'raw',
      onHand: line.qty.toFixed(),
      reserved: '0',
      madeAt: 0,
      expiresAt: line.lot === null ? null : (expiry[line.lot] ?? null),
    }));
  }

  /** `item place lot qty value` of everything that is there. */
  stock(): string[] {
    return stockAt(this.entries, ['item', 'place', 'lot'])
      .map(
        ({ item, place, lot, qty, value }) =>
          `${item} ${place} ${lot ?? '–'}: ${qty.toFixed()} = ${value.toFixed()}`,
      )
      .sort();
  }
}

/** A flour that costs 2 a kilogram. */
export const flour: LedgerItem = {
  id: 'flour',
  kind: 'raw',
  unit: 'kg',
  standardCost: '2',
  shelfLifeDays: 100,
};
/** A cake that is worth 5. */
export const cake: LedgerItem = {
  id: 'cake',
  kind: 'finished',
  unit: 'pcs',
  standardCost: '5',
  shelfLifeDays: 5,
};
