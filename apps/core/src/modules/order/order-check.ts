import { Inject, Injectable } from '@nestjs/common';
import { refuse, type Customer, type Refusal } from '@takt/contracts';
import { checkOrderable, checkOrderDates, checkWhole, Exact, type OrderDate } from '@takt/production';
import { Clock } from '../../platform/clock';
import type { Tx } from '../../platform/database';
import { CustomerRepository, ItemRepository, ProductCatalog } from '../product';

interface OrderedItem {
  readonly item: string;
  readonly qty: string;
}

interface OrderedLine extends OrderedItem {
  /** epoch ms */
  readonly requestedAt: number;
}

/** Checks what an order refers to. */
@Injectable()
export class OrderCheck {
  constructor(
    private readonly customers: CustomerRepository,
    private readonly items: ItemRepository,
    private readonly catalog: ProductCatalog,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** A customer who may order. @returns `reference.unknown` */
  async customer(tx: Tx, id: string): Promise<Customer | Refusal> {
    const customer = (await this.customers.byId(tx, [id])).get(id);
    return customer?.active
      ? customer
      : refuse('reference.unknown', { field: 'customer', kind: 'customer', id });
  }

  /** The customer of an order that exists, active or not. */
  async customerOf(tx: Tx, id: string): Promise<Customer> {
    const customer = (await this.customers.byId(tx, [id])).get(id);
    if (!customer) throw new Error(`customer ${id} of an order is gone`);
    return customer;
  }

  /**
   * Items that may be ordered, in quantities that there are, for dates that can be meant.
   * @returns `order.date` · `reference.unknown` · `item.inactive` · `item.not-sold` · `order.fraction` · null
   */
  async ordered(tx: Tx, lines: readonly OrderedLine[]): Promise<Refusal | null> {
    const dates = lines.map(({ requestedAt: at }, i) => ({ field: `lines.${i}.requestedAt`, at }));
    const undated = this.dates(dates);
    if (undated) return undated;
    const items = await this.items.byId(
      tx,
      lines.map(({ item }) => item),
    );
    for (const [i, { item: id }] of lines.entries()) {
      const item = items.get(id);
      if (!item) return refuse('reference.unknown', { field: `lines.${i}.item`, kind: 'item', id });
      const refusal = checkOrderable(item);
      if (refusal) return refusal;
    }
    return this.whole(tx, lines);
  }

  /** Dates that can be meant. @returns `order.date` · null */
  dates(dates: readonly OrderDate[]): Refusal | null {
    return checkOrderDates(dates, this.clock.now());
  }

  /** Pieces and boxes are ordered, and shipped, whole. @returns `order.fraction` (or `code`) · null */
  async whole(
    tx: Tx,
    lines: readonly OrderedItem[],
    code: 'order.fraction' | 'quantity.fraction' = 'order.fraction',
  ): Promise<Refusal | null> {
    const split = lines.filter(({ qty }) => !new Exact(qty).isInteger());
    if (split.length === 0) return null;
    const items = await this.items.byId(
      tx,
      split.map(({ item }) => item),
    );
    for (const { item: id, qty } of split) {
      const item = items.get(id);
      const refusal = item ? checkWhole(item, qty, { code }) : null;
      if (refusal) return refusal;
    }
    return null;
  }

  /** Items that can be made. @returns `item.no-routing` · null */
  async makeable(tx: Tx, lines: readonly { readonly item: string }[]): Promise<Refusal | null> {
    const ids = lines.map(({ item }) => item);
    if (ids.length === 0) return null;
    const { routings } = await this.catalog.below(tx, ids);
    const stuck = ids.find((id) => !routings.has(id));
    return stuck === undefined ? null : refuse('item.no-routing', { item: stuck });
  }
}
