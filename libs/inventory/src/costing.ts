import type { ItemKind } from '@takt/contracts';
import { Exact, type Amount } from '@takt/production';
import type { Balance } from './ledger';

/** How stock is valued: at the standard cost of the item, or at the moving average of what came in. */
export type Costing = 'standard' | 'moving-average';

/** What the ledger reads of an item. */
export interface LedgerItem {
  readonly id: string;
  readonly kind: ItemKind;
  readonly unit: string;
  /** decimal text ≥ 0, per unit */
  readonly standardCost: string;
  readonly shelfLifeDays: number | null;
}

/**
 * Value of one unit that leaves stock.
 * @param item its standard cost
 * @param pool all stock of the item outside work in progress: its moving average; used when there is any
 * @param costing how the plant values
 */
export function unitCost(item: Pick<LedgerItem, 'standardCost'>, pool: Balance, costing: Costing): Exact {
  const averaged = costing === 'moving-average' && pool.qty.greaterThan(0);
  return averaged ? pool.value.div(pool.qty) : new Exact(item.standardCost);
}

/** Value of a quantity taken out of a balance: its share, and all of it with the last piece, so that nothing is left over. */
export function shareOf(balance: Balance, qty: Amount): Exact {
  if (!balance.qty.greaterThan(0)) return new Exact(0);
  return balance.qty.lessThanOrEqualTo(qty) ? balance.value : balance.value.times(qty).div(balance.qty);
}

/**
 * Value that leaves a moving-average pool with a quantity: its average, all that is left with the last piece; beyond what is there
 * still the average.
 * @param pool before
 * @param qty > 0
 * @param fallback value of the quantity when the pool is empty or negative
 */
export function valueOut(pool: Balance, qty: Exact, fallback: Exact): Exact {
  if (!pool.qty.greaterThan(0)) return fallback;
  return qty.greaterThan(pool.qty) ? pool.value.div(pool.qty).times(qty) : shareOf(pool, qty);
}
