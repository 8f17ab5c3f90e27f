import { Inject, Injectable } from '@nestjs/common';
import {
  refuse,
  type Order,
  type OrderLine,
  type Refusal,
  type ReplyOf,
  type orderRoutes,
} from '@takt/contracts';
import { lineRisk } from '@takt/production';
import { Clock } from '../../platform/clock';
import type { Tx } from '../../platform/database';
import type { PageRequest } from '../../platform/http';
import { OrderListRepository, type OrderFilter } from './order-list.repository';
import { OrderRepository, type Line } from './order.repository';
import { lineName, ProductionPort } from './ports';
import { RiskMargin } from './risk-margin';

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** Orders as callers see them. */
@Injectable()
export class OrderReader {
  constructor(
    private readonly orders: OrderRepository,
    private readonly lists: OrderListRepository,
    private readonly margin: RiskMargin,
    private readonly production: ProductionPort,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** An order with its lines. */
  async order(tx: Tx, id: string): Promise<Order | Refusal> {
    const head = await this.orders.head(tx, id);
    if (!head) return refuse('thing.unknown', { kind: 'order', id });
    return {
      ...head,
      receivedAt: new Date(head.receivedAt).toISOString(),
      lines: await this.views(tx, await this.orders.lines(tx, id)),
    };
  }

  /** One page of order lines. */
  async page(
    tx: Tx,
    filter: OrderFilter,
    page: PageRequest & { readonly q?: string | undefined },
  ): Promise<ReplyOf<typeof orderRoutes.list>> {
    const { lines, nextCursor } = await this.lists.page(tx, filter, page, this.clock.now());
    const views = await this.views(
      tx,
      lines.map(({ line }) => line),
    );
    const items = lines.map(({ customer, channel, receivedAt }, i) => ({
      ...(views[i] as OrderLine),
      customer,
      channel,
      receivedAt: new Date(receivedAt).toISOString(),
    }));
    return { items, nextCursor };
  }

  private async views(tx: Tx, lines: readonly Line[]): Promise<OrderLine[]> {
    const workOrders = await this.production.madeBy(tx, lines);
    const margin = await this.margin.ms(tx);
    const now = this.clock.now();
    return lines.map((line) => ({
      order: line.order,
      line: line.line,
      item: line.item,
      qty: line.qty,
      qtyFromStock: line.qtyFromStock,
      qtyReady: line.qtyReady,
      qtyShipped: line.qtyShipped,
      requestedAt: new Date(line.requestedAt).toISOString(),
      committedAt: iso(line.committedAt),
      latestCommittedAt: iso(line.latestCommittedAt),
      forecastAt: iso(line.forecastAt),
      shippedAt: iso(line.shippedAt),
      status: line.status,
      risk: lineRisk(line, margin, now),
      workOrders: workOrders.get(lineName(line)) ?? [],
      note: line.note,
    }));
  }
}
