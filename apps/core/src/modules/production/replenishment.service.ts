import { Inject, Injectable, Logger } from '@nestjs/common';
import { isRefusal, type Item } from '@takt/contracts';
import { decimalText, replenishLots, sum } from '@takt/production';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database';
import { OpenOutput } from './open-output';
import { LedgerPort } from './ports';
import { Releaser } from './releaser';
import { StockedItems } from './stocked-items';

/** Work for stock is due after as much again as it takes: it may be late more easily than work for a customer. */
const DUE_FACTOR = 3;

/** Releases work orders for make-to-stock items that fall below their minimum. */
@Injectable()
export class ReplenishmentService {
  private readonly logger = new Logger('replenish');

  constructor(
    private readonly database: Database,
    private readonly catalog: StockedItems,
    private readonly output: OpenOutput,
    private readonly ledger: LedgerPort,
    private readonly releaser: Releaser,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Looks at every make-to-stock item of a plant. */
  async replenish(plant: string): Promise<void> {
    const { items, lots } = await this.database.read(plant, async (tx) => {
      const stocked = await this.catalog.all(tx);
      return { items: stocked, lots: await this.missing(tx, stocked) };
    });
    for (const item of items) if ((lots.get(item.id) ?? []).length > 0) await this.release(plant, item);
  }

  private async missing(tx: Tx, items: readonly Item[]): Promise<Map<string, string[]>> {
    const positions = await this.ledger.positions(
      tx,
      items.map(({ id }) => id),
    );
    const found = new Map<string, string[]>();
    for (const item of items) {
      const { onHand = '0', reserved = '0' } = positions.get(item.id) ?? {};
      const open = await this.output.free(tx, item.id);
      found.set(item.id, replenishLots(item, { stockMin: item.stockMin, onHand, reserved, open }));
    }
    return found;
  }

  private async release(plant: string, item: Item): Promise<void> {
    const outcome = await this.database.write(plant, async (tx) => {
      await this.ledger.free(tx, [item.id]);
      // Seen again under the lock of the item: an order may have come first.
      const lots = (await this.missing(tx, [item])).get(item.id) ?? [];
      if (lots.length === 0) return null;
      const now = this.clock.now();
      const leadMs = await this.catalog.leadMs(tx, item);
      return this.releaser.release(tx, item.id, decimalText(sum(lots)), {
        ...{ kind: 'make-to-stock', order: null, orderLine: null, weight: 1, releaseAt: now },
        dueAt: now + DUE_FACTOR * leadMs,
      });
    });
    if (isRefusal(outcome))
      this.logger.warn({ plant, item: item.id, ...outcome }, 'an item cannot be replenished');
  }
}
