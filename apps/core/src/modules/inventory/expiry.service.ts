import { Inject, Injectable } from '@nestjs/common';
import { expiredLots, takeOut, type MovementDraft } from '@takt/inventory';
import { Exact } from '@takt/production';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database';
import { LedgerRepository } from './ledger.repository';
import { LotRepository } from './lot.repository';
import { StockLoss } from './stock-loss';
import { StockRoom, type Shelf } from './stock-room';

/** Recorder of write-offs by expiry: figures tell them from what people threw away. */
export const EXPIRY = 'expiry';

/** Writes off what has passed its shelf life, at the instant at which it did. A person who knows better takes the movement back. */
@Injectable()
export class ExpiryService {
  constructor(
    private readonly database: Database,
    private readonly lots: LotRepository,
    private readonly room: StockRoom,
    private readonly ledger: LedgerRepository,
    private readonly loss: StockLoss,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Looks at every lot of a plant. @returns how many were written off */
  async writeOff(plant: string): Promise<number> {
    const items = await this.database.read(plant, (tx) => this.lots.itemsExpired(tx, this.clock.now()));
    let count = 0;
    for (const item of items) count += await this.database.write(plant, (tx) => this.ofItem(tx, item));
    return count;
  }

  private async ofItem(tx: Tx, item: string): Promise<number> {
    await this.loss.lockLines(tx, item);
    await this.ledger.lock(tx, [item]);
    const spared = await this.lots.spared(tx, item, EXPIRY);
    const shelf = await this.room.shelf(tx, item, null);
    const old = expiredLots(shelf.lots, this.clock.now()).filter(({ lot }) => !spared.has(lot ?? ''));
    if (old.length === 0) return 0;
    await this.room.write(tx, await this.drafts(tx, shelf, old), { by: EXPIRY });
    await this.loss.settle(tx, item, EXPIRY);
    return old.length;
  }

  /** It leaves when it expired; what moved later leaves after that. */
  private async drafts(tx: Tx, shelf: Shelf, old: Shelf['lots']): Promise<MovementDraft[]> {
    const last = await this.lots.lastMoved(tx, shelf.item.id);
    const taken = old.map(({ lot, place, onHand }) => ({ lot, place, qty: new Exact(onHand) }));
    const drafts = takeOut(shelf, taken, { at: this.clock.now(), cause: {}, kind: 'scrap', note: 'expired' });
    return drafts.map((draft, i) => ({
      ...draft,
      occurredAt: Math.min(
        draft.occurredAt,
        Math.max(old[i]?.expiresAt ?? 0, last.get(draft.lot ?? '') ?? 0),
      ),
    }));
  }
}
