import { Injectable } from '@nestjs/common';
import { isRefusal, type Customer, type DomainEvent } from '@takt/contracts';
import { arrivedItems } from '@takt/production';
import { Database, type Tx } from '../../platform/database';
import { OnEvent, OnEvents, type AnyEvent } from '../../platform/outbox';
import { LineCover } from './line-cover';
import { OrderCheck } from './order-check';
import { OrderProgress } from './order-progress';
import { OrderRepository, type Line } from './order.repository';
import { ProductionPort, type LineKey } from './ports';

/** Covers order lines anew when stock comes in, or when the work for them will not deliver. */
@Injectable()
export class OrderEvents {
  constructor(
    private readonly database: Database,
    private readonly orders: OrderRepository,
    private readonly check: OrderCheck,
    private readonly covers: LineCover,
    private readonly progress: OrderProgress,
    private readonly production: ProductionPort,
  ) {}

  /** Stock has come in: lines that nothing is on its way for get what is free, the earliest promise first. */
  @OnEvents('stock.moved')
  async arrived(plant: string, events: readonly AnyEvent<'stock.moved'>[]): Promise<void> {
    const items = arrivedItems(events.map(({ payload }) => payload));
    if (items.length === 0) return;
    const waiting = await this.database.read(plant, (tx) => this.production.uncovered(tx, items));
    for (const key of waiting) await this.database.write(plant, (tx) => this.serve(tx, key));
  }

  private async serve(tx: Tx, key: LineKey): Promise<void> {
    const found = await this.lock(tx, key);
    if (!found) return;
    const { line } = await this.covers.net(tx, found.line, found.customer);
    await this.progress.save(tx, found.line, line);
  }

  /** What a line lacks comes from stock, or is made. A line whose item can no longer be made stays short, and shows as such. */
  @OnEvent('order.short')
  async short({ plant, payload }: DomainEvent<'order.short'>): Promise<void> {
    await this.database.write(plant, async (tx) => {
      const found = await this.lock(tx, payload);
      if (!found) return null;
      const covered = await this.covers.cover(tx, found.line, found.customer);
      if (isRefusal(covered)) return covered;
      await this.progress.save(tx, found.line, covered);
      return null;
    });
  }

  /** An open line and its customer, locked; null: there is nothing to do for it. */
  private async lock(tx: Tx, key: LineKey): Promise<{ line: Line; customer: Customer } | null> {
    const head = await this.orders.lock(tx, key.order);
    const line = await this.orders.lockLine(tx, key);
    if (!head || !line || line.status === 'cancelled' || line.status === 'shipped') return null;
    return { line, customer: await this.check.customerOf(tx, head.customer) };
  }
}
