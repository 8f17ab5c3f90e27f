import { Inject, Injectable } from '@nestjs/common';
import { isRefusal, refuse, type Customer, type Refusal } from '@takt/contracts';
import { commitmentOf } from '@takt/production';
import { Clock } from '../../platform/clock';
import type { Tx } from '../../platform/database';
import { LineCover } from './line-cover';
import { OrderCheck } from './order-check';
import { OrderRepository, type Line, type OrderHead } from './order.repository';
import { PromisePort } from './ports';
import { RiskMargin } from './risk-margin';

/** A line as it comes in. */
export interface IncomingLine {
  readonly line: number;
  readonly item: string;
  /** decimal text > 0 */
  readonly qty: string;
  /** epoch ms */
  readonly requestedAt: number;
  readonly note: string;
}

/** An order as it comes in, from the office or a shop. */
export interface IncomingOrder {
  /** absent: Takt gives one */
  readonly id?: string | undefined;
  readonly customer: string;
  readonly channel: string;
  readonly channelRevision: number;
  readonly lines: readonly IncomingLine[];
}

interface Netted {
  readonly line: Line;
  readonly qtyToMake: string;
}

const fresh = (order: string, { line, item, qty, requestedAt, note }: IncomingLine): Line => ({
  order,
  line,
  item,
  qty,
  requestedAt,
  note,
  qtyFromStock: '0',
  qtyReady: '0',
  qtyShipped: '0',
  committedAt: null,
  latestCommittedAt: null,
  forecastAt: null,
  shippedAt: null,
  status: 'open',
  begun: false,
});

/** Takes orders in: stock is netted, a promise is given, the rest is made. */
@Injectable()
export class OrderIntake {
  constructor(
    private readonly check: OrderCheck,
    private readonly orders: OrderRepository,
    private readonly covers: LineCover,
    private readonly promises: PromisePort,
    private readonly margin: RiskMargin,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * Creates an order within a transaction.
   * @returns `order.date` · `reference.unknown` · `item.inactive` · `item.no-routing` · `thing.exists` · …, or its head
   */
  async create(tx: Tx, order: IncomingOrder): Promise<OrderHead | Refusal> {
    const customer = await this.check.customer(tx, order.customer);
    if (isRefusal(customer)) return customer;
    const unknown = await this.check.ordered(tx, order.lines);
    if (unknown) return unknown;
    const { lines: _, ...head } = order;
    const created = await this.orders.create(tx, { ...head, receivedAt: this.clock.now() });
    if (!created) return refuse('thing.exists', { kind: 'order', id: order.id ?? '' });
    const refusal = await this.addLines(tx, created.id, customer, order.lines);
    if (refusal) return refusal;
    tx.announce('order.created', { order: created.id, lines: order.lines.map(({ line }) => line) });
    return created;
  }

  /** Adds lines to an order: netted, promised, made, announced as promised. */
  async addLines(
    tx: Tx,
    order: string,
    customer: Customer,
    lines: readonly IncomingLine[],
  ): Promise<Refusal | null> {
    const margin = await this.margin.ms(tx);
    const netted: Netted[] = [];
    for (const line of lines) {
      const saved = await this.orders.saveLine(tx, fresh(order, line), margin);
      netted.push(await this.covers.net(tx, saved, customer));
    }
    const promised = await this.promise(tx, netted, customer.weight);
    for (const [i, line] of promised.entries()) {
      const refusal = await this.covers.make(tx, line, netted[i]?.qtyToMake ?? '0', customer);
      if (refusal) return refusal;
      await this.orders.saveLine(tx, line, margin);
    }
    return null;
  }

  private async promise(tx: Tx, netted: readonly Netted[], weight: number): Promise<Line[]> {
    const { answers } = await this.promises.promise(
      tx,
      netted.map(({ line: { item, qty, requestedAt }, qtyToMake }) => ({
        item,
        qty,
        qtyToMake,
        requestedAt,
        weight,
      })),
    );
    return netted.map(({ line }, i) => {
      const committedAt = commitmentOf(line.requestedAt, answers[i]?.promiseAt ?? null);
      if (committedAt !== null)
        tx.announce('order.promised', {
          order: line.order,
          line: line.line,
          committedAt: new Date(committedAt).toISOString(),
          previousAt: null,
        });
      return { ...line, committedAt };
    });
  }
}
