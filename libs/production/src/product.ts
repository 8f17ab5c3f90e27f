import type { BomLine, Item, RoutingOperation } from '@takt/contracts';

/** What production reads of an item. */
export type ProductItem = Pick<Item, 'id' | 'unit' | 'kind' | 'replenishment' | 'lotSize' | 'active'>;

/** Items, bills of materials and routings of a plant, as far as a decision needs them; keyed by item id. */
export interface ProductData {
  readonly items: ReadonlyMap<string, ProductItem>;
  readonly boms: ReadonlyMap<string, readonly BomLine[]>;
  readonly routings: ReadonlyMap<string, readonly RoutingOperation[]>;
}
