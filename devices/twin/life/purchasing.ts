import { inventoryRoutes, type Supply } from '@takt/contracts';
import type { Draw } from '../draw';
import type { Factory } from '../factory';
import type { Stage } from './stage';

const HOUR = 3_600_000;
const PLANNER = { kind: 'office', login: 'planner' } as const;
const CHECK_EVERY_SEC = 6 * 3600;
const LATE = 0.14;
/** share of the lead time after which the supplier says that it will be late */
const TOLD_AFTER = 0.7;
const iso = (at: number): string => new Date(at).toISOString();

/** The store and its suppliers: what runs low is ordered and announced, some of it comes late, what comes is booked in. */
export class Purchasing {
  private readonly draw: Draw;
  private readonly coming = new Set<string>();

  constructor(
    private readonly stage: Stage,
    private readonly factory: Pick<Factory, 'suppliers' | 'items'>,
  ) {
    this.draw = stage.draw('purchasing');
  }

  /** Takes up what was announced before, and begins to look after the store. */
  open(): void {
    const query = { filter: 'open:yes', limit: 200 };
    this.stage.ask({ as: PLANNER, route: inventoryRoutes.supplies, query }, (answer) => {
      for (const supply of answer.ok ? answer.body.items : []) this.await(supply);
      this.stage.after(this.draw.between(60, 600), () => this.check());
    });
  }

  private check(): void {
    this.stage.after(CHECK_EVERY_SEC, () => this.check());
    this.stage.ask({ as: PLANNER, route: inventoryRoutes.stock, query: { place: 'raw' } }, (answer) => {
      if (!answer.ok) return;
      const onHand = new Map(answer.body.levels.map(({ item, onHand: qty }) => [item, Number(qty)]));
      for (const supplier of this.factory.suppliers) {
        const stock = onHand.get(supplier.item) ?? 0;
        const isLow = stock < supplier.usePerDay * supplier.orderAtDays;
        if (isLow && !this.coming.has(supplier.item)) this.order(supplier, stock);
      }
    });
  }

  private order(
    { item, usePerDay, orderUpToDays, hours }: Factory['suppliers'][number],
    stock: number,
  ): void {
    const qty = Math.ceil(usePerDay * orderUpToDays - stock);
    if (qty <= 0) return;
    this.coming.add(item);
    const expectedAt = iso(this.stage.now() + hours * HOUR * this.draw.between(0.8, 1.05));
    const body = { item, qty: String(qty), expectedAt, note: '' };
    this.stage.ask({ as: PLANNER, route: inventoryRoutes.expect, body }, (answer) => {
      if (answer.ok) this.await(answer.body);
      else this.coming.delete(item);
    });
  }

  private await({ id, item, qty, expectedAt }: Supply): void {
    this.coming.add(item);
    const at = Date.parse(expectedAt);
    const now = this.stage.now();
    if (!this.draw.chance(LATE) || at <= now) {
      this.stage.at(at, () => this.receive(id, item, qty));
      return;
    }
    const later = at + this.draw.between(3, 14) * HOUR;
    this.stage.at(now + (at - now) * TOLD_AFTER, () =>
      this.stage.ask({
        as: PLANNER,
        route: inventoryRoutes.postpone,
        params: { supply: id },
        body: { expectedAt: iso(later) },
      }),
    );
    this.stage.at(later, () => this.receive(id, item, qty));
  }

  private receive(supply: string, item: string, qty: string): void {
    const unitCost = this.factory.items.find(({ id }) => id === item)?.standardCost;
    this.stage.ask(
      {
        as: PLANNER,
        route: inventoryRoutes.receive,
        body: {
          commandId: this.stage.uuid(),
          item,
          qty,
          supply,
          supplierLot: `L${Math.floor(this.stage.now() / 1000)
            .toString(36)
            .toUpperCase()}`,
          at: iso(this.stage.now()),
          ...(unitCost === undefined ? {} : { unitCost }),
        },
      },
      () => this.coming.delete(item),
    );
  }
}
