import { Injectable } from '@nestjs/common';
import type { Changeover, Item } from '@takt/contracts';
import type { ProductData } from '@takt/production';
import type { Tx } from '../../platform/database';
import { BomRepository } from './bom.repository';
import { ChangeoverRepository } from './changeover.repository';
import { ItemRepository } from './item.repository';
import { RoutingRepository } from './routing.repository';

/** Items, bills of materials and routings by item id, changeover matrices by their own id. */
export interface ProductView extends ProductData {
  readonly items: ReadonlyMap<string, Item>;
  readonly changeovers: ReadonlyMap<string, Changeover>;
}

/** What production and planning read of the products: few statements, whatever the number of items. */
@Injectable()
export class ProductCatalog {
  constructor(
    private readonly items: ItemRepository,
    private readonly boms: BomRepository,
    private readonly routings: RoutingRepository,
    private readonly changeovers: ChangeoverRepository,
  ) {}

  /** Everything of the plant, in five statements. Inactive items are among them: work on them may still be open. */
  async whole(tx: Tx): Promise<ProductView> {
    return {
      items: await this.items.byId(tx),
      boms: await this.boms.byItem(tx),
      routings: await this.routings.byItem(tx),
      changeovers: await this.matrices(tx),
    };
  }

  /** Some items with everything that goes into them on any level, in five statements. Unknown ids are left out. */
  async below(tx: Tx, items: readonly string[]): Promise<ProductView> {
    const boms = await this.boms.below(tx, items);
    const components = [...boms.values()].flatMap((lines) => lines.map(({ component }) => component));
    const ids = [...new Set([...items, ...components])];
    return {
      items: await this.items.byId(tx, ids),
      boms,
      routings: await this.routings.byItem(tx, ids),
      changeovers: await this.matrices(tx),
    };
  }

  private async matrices(tx: Tx): Promise<Map<string, Changeover>> {
    return new Map((await this.changeovers.all(tx)).map((matrix) => [matrix.id, matrix]));
  }
}
