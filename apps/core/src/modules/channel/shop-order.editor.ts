import { Injectable } from '@nestjs/common';
import {
  isRefusal,
  refuse,
  type ChannelOrder,
  type Customer,
  type Refusal,
  type ReplyOf,
  type channelRoutes,
} from '@takt/contracts';
import { decideShopOrder, type ShopLine, type ShopOrderSteps } from '@takt/production';
import type { Tx } from '../../platform/database';
import {
  OrderCheck,
  OrderIntake,
  OrderLineEditor,
  OrderReader,
  OrderRepository,
  type OrderHead,
} from '../order';
import { ChannelRepository } from './channel.repository';

/** What a shop is answered. */
export type ShopOrderReply = ReplyOf<typeof channelRoutes.order>;
type Outcome = ShopOrderReply['outcome'];

const linesOf = ({ lines }: ChannelOrder): ShopLine[] =>
  lines.map(({ requestedAt, ...line }) => ({ ...line, requestedAt: Date.parse(requestedAt) }));

/** Brings an order into the form that its shop wants. */
@Injectable()
export class ShopOrderEditor {
  constructor(
    private readonly channels: ChannelRepository,
    private readonly check: OrderCheck,
    private readonly orders: OrderRepository,
    private readonly intake: OrderIntake,
    private readonly lines: OrderLineEditor,
    private readonly reader: OrderReader,
  ) {}

  /** Creates, changes or cancels the order. @returns what was done, or a refusal */
  async bring(tx: Tx, channel: string, message: ChannelOrder): Promise<Outcome | Refusal> {
    const head = await this.orders.lock(tx, message.order);
    if (head && head.channel !== channel) return refuse('thing.exists', { kind: 'order', id: message.order });
    if (head) return this.edit(tx, head, message);
    // Cancelled before it was known: its older revisions will be refused when they arrive.
    if (message.lines.length === 0) return 'cancelled';
    return this.enter(tx, channel, message);
  }

  /** What the shop is answered. */
  async reply(tx: Tx, { order, revision }: ChannelOrder, outcome: Outcome): Promise<ShopOrderReply> {
    const stored = await this.reader.order(tx, order);
    const lines = isRefusal(stored) ? [] : stored.lines.filter(({ status }) => status !== 'cancelled');
    return {
      ...{ order, revision, outcome },
      lines: lines.map(({ line, committedAt, latestCommittedAt }) => ({
        line,
        committedAt: latestCommittedAt ?? committedAt,
      })),
    };
  }

  private async enter(tx: Tx, channel: string, message: ChannelOrder): Promise<Outcome | Refusal> {
    const customer = message.customer ?? (await this.channels.find(tx, channel))?.customer;
    if (customer === null || customer === undefined)
      return refuse('request.invalid', { first: 'customer: missing, and the shop has none of its own' });
    const created = await this.intake.create(tx, {
      id: message.order,
      customer,
      channel,
      channelRevision: message.revision,
      lines: linesOf(message),
    });
    return isRefusal(created) ? created : 'created';
  }

  private async edit(tx: Tx, head: OrderHead, message: ChannelOrder): Promise<Outcome | Refusal> {
    if (message.customer !== undefined && message.customer !== head.customer)
      return refuse('order.fixed', { order: head.id, field: 'customer', value: head.customer });
    const steps = decideShopOrder(await this.orders.lines(tx, head.id), linesOf(message));
    if (isRefusal(steps)) return steps;
    const refusal = await this.carryOut(tx, head.id, steps, await this.check.customerOf(tx, head.customer));
    if (refusal) return refusal;
    await this.orders.touch(tx, { ...head, channelRevision: message.revision });
    if (message.lines.length === 0) return 'cancelled';
    return steps.add.length + steps.change.length + steps.cancel.length > 0 ? 'changed' : 'unchanged';
  }

  private async carryOut(
    tx: Tx,
    order: string,
    { add, change, cancel }: ShopOrderSteps,
    customer: Customer,
  ): Promise<Refusal | null> {
    // What is given up first is free for what is asked for then.
    for (const line of cancel) {
      const refusal = await this.lines.cancel(tx, { order, line }, '');
      if (refusal) return refusal;
    }
    for (const { line, edit } of change) {
      const refusal = await this.lines.change(tx, { order, line }, edit, customer);
      if (refusal) return refusal;
    }
    if (add.length === 0) return null;
    const refusal =
      (await this.check.ordered(tx, add)) ?? (await this.intake.addLines(tx, order, customer, add));
    if (refusal) return refusal;
    for (const { line } of add) tx.announce('order.changed', { order, line, fields: ['line'], replan: true });
    return null;
  }
}
