import { Inject, Injectable } from '@nestjs/common';
import { isRefusal, refuse, type Place, type Refusal } from '@takt/contracts';
import {
  checkDifference,
  checkWithoutLot,
  freeOf,
  stockFor,
  type Costing,
  type LotStock,
  type MovementDraft,
  type Occasion,
  type Valued,
} from '@takt/inventory';
import { Exact, bookedAt, decimalText, sum, type Amount } from '@takt/production';
import { Clock } from '../../platform/clock';
import type { Caller } from '../../platform/context';
import type { Tx } from '../../platform/database';
import { PlantRepository } from '../plant';
import { ItemRepository } from '../product';
import { LedgerRepository, type Recording } from './ledger.repository';
import { LotRepository } from './lot.repository';
import { ReservationRepository } from './reservation.repository';

/** An item with its value and its lots, as somebody may take them. */
export interface Shelf extends Valued {
  readonly lots: readonly LotStock[];
}

/** Reads stock for decisions, and writes what was decided into the ledger. */
@Injectable()
export class StockRoom {
  constructor(
    private readonly items: ItemRepository,
    private readonly plants: PlantRepository,
    private readonly ledger: LedgerRepository,
    private readonly lots: LotRepository,
    private readonly reservations: ReservationRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** When, by whom and why something is booked by hand. @returns `movement.date` */
  occasion(at: string | undefined, { worker }: Caller, note?: string): Occasion | Refusal {
    const instant = bookedAt(at, this.clock.now());
    return isRefusal(instant) ? instant : { at: instant, cause: { worker }, note };
  }

  /** @returns `reference.unknown` · `lot.other-item` when a lot that somebody names is not of the item, else null */
  async foreignLot(tx: Tx, item: string, lot: string | null): Promise<Refusal | null> {
    if (lot === null) return null;
    const owner = await this.lots.itemOf(tx, lot);
    if (owner === null) return refuse('reference.unknown', { field: 'lot', kind: 'lot', id: lot });
    return owner === item ? null : refuse('lot.other-item', { lot, owner, item });
  }

  /** Nothing of a lot that somebody names is there: because it has expired, where it has. @returns `lot.expired` · `stock.short` */
  async gone(tx: Tx, { item, lot, needed }: { item: string; lot: string; needed: string }): Promise<Refusal> {
    const expiresAt = await this.lots.expiryOf(tx, lot);
    if (expiresAt === null || expiresAt > this.clock.now())
      return refuse('stock.short', { item, available: '0', needed });
    const since = new Date(expiresAt).toISOString();
    return refuse('lot.expired', { lot, item, expiresAt: since, needed, reason: 'written-off' });
  }

  /**
   * What is wrong with a difference that somebody books in a lot at a place or, with `lot` null, in what lies there without one.
   * @param difference signed
   * @returns `reference.unknown` · `lot.other-item` · `quantity.fraction` · `stock.short` · `lot.expired` · `stock.lot-needed` · null
   */
  async wrongDifference(
    tx: Tx,
    item: Valued['item'],
    { place, lot }: { readonly place: Place; readonly lot: string | null },
    difference: Amount,
  ): Promise<Refusal | null> {
    const foreign = await this.foreignLot(tx, item.id, lot);
    if (foreign) return foreign;
    const { qty: there } = await this.ledger.lotBalance(tx, item.id, place, lot ?? '');
    if (lot !== null) {
      const wrong = checkDifference(item, there, difference);
      const needed = decimalText(new Exact(difference).negated());
      return wrong?.code === 'stock.short' && there.isZero()
        ? this.gone(tx, { item: item.id, lot, needed })
        : wrong;
    }
    return checkWithoutLot(item, there, difference, await this.ledger.lotsAt(tx, item.id, place));
  }

  /** How the plant values its stock. */
  async costing(tx: Tx): Promise<Costing> {
    return (await this.plants.plant(tx))?.costing ?? 'standard';
  }

  /** An item with the value of its stock; null: there is no such item. */
  async valued(tx: Tx, id: string): Promise<Valued | null> {
    const item = await this.items.find(tx, id);
    return item && { item, pool: await this.ledger.pool(tx, id), costing: await this.costing(tx) };
  }

  /** An item that somebody names, with the value of its stock. @returns `reference.unknown` */
  async named(tx: Tx, id: string): Promise<Valued | Refusal> {
    return (await this.valued(tx, id)) ?? refuse('reference.unknown', { field: 'item', kind: 'item', id });
  }

  /**
   * An item with its lots.
   * @param holder for whom stock may be kept that he takes now; null: nobody
   * @throws Error when there is no such item
   */
  async shelf(tx: Tx, id: string, holder: string | null): Promise<Shelf> {
    const valued = await this.valued(tx, id);
    if (!valued) throw new Error(`item ${id} of a stock decision is gone`);
    const kept = await this.reservations.ofItem(tx, id);
    return { ...valued, lots: stockFor(await this.lots.stock(tx, id), kept, holder, this.clock.now()) };
  }

  /** Free stock of an item: fresh, and kept for nobody. */
  async free(tx: Tx, item: string): Promise<Exact> {
    const { lots } = await this.shelf(tx, item, null);
    return freeOf(lots, { at: this.clock.now() });
  }

  /** Writes lines into the ledger. Announces `stock.moved` for each item, kind and place. @returns their ids */
  async write(tx: Tx, drafts: readonly MovementDraft[], recording: Omit<Recording, 'at'>): Promise<string[]> {
    const ids = await this.ledger.append(tx, drafts, { ...recording, at: this.clock.now() });
    const moves = new Map<string, MovementDraft[]>();
    for (const draft of drafts) {
      const key = `${draft.item} ${draft.kind} ${draft.place}`;
      moves.set(key, [...(moves.get(key) ?? []), draft]);
    }
    for (const [first, ...more] of [...moves.values()]) {
      if (first === undefined) continue;
      const { item, kind, place, occurredAt } = first;
      const qty = decimalText(sum([first, ...more].map((draft) => draft.qty)));
      tx.announce('stock.moved', { item, kind, place, qty, at: new Date(occurredAt).toISOString() });
    }
    return ids;
  }
}
