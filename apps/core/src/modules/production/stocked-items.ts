import { Inject, Injectable } from '@nestjs/common';
import type { Item } from '@takt/contracts';
import { Exact, estimateFinish } from '@takt/production';
import { Clock } from '../../platform/clock';
import type { Tx } from '../../platform/database';
import { ItemRepository, ProductCatalog } from '../product';

/** Items that are kept in stock. */
@Injectable()
export class StockedItems {
  constructor(
    private readonly items: ItemRepository,
    private readonly catalog: ProductCatalog,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** All of the plant, by id. */
  async all(tx: Tx): Promise<Item[]> {
    const items = [...(await this.items.byId(tx)).values()];
    return items
      .filter(
        ({ active, replenishment, stockMin }) =>
          active && replenishment === 'make-to-stock' && new Exact(stockMin).greaterThan(0),
      )
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** How long a lot of an item takes on an empty shop, in ms. */
  async leadMs(tx: Tx, { id, lotSize }: Item): Promise<number> {
    const now = this.clock.now();
    const data = await this.catalog.below(tx, [id]);
    return (estimateFinish(id, lotSize, data, { now, queueSec: new Map() })?.finishAt ?? now) - now;
  }
}
