import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { isRefusal, refuse, type ChannelOrder, type Refusal } from '@takt/contracts';
import { Clock } from '../../platform/clock';
import type { Caller } from '../../platform/context';
import { Database } from '../../platform/database';
import { ShopMessageRepository } from './shop-message.repository';
import { ShopOrderEditor, type ShopOrderReply } from './shop-order.editor';

const digestOf = (message: ChannelOrder): string =>
  createHash('sha256').update(JSON.stringify(message)).digest('hex');

/**
 * Orders of shops: each message is the whole order in its newest form. Deliveries are repeated, overtake each other and arrive
 * twice at once; of every revision one takes effect, and none older than one that did.
 */
@Injectable()
export class ShopOrderService {
  constructor(
    private readonly database: Database,
    private readonly messages: ShopMessageRepository,
    private readonly orders: ShopOrderEditor,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * Takes a message of a shop.
   * @returns idempotency.mismatch: this revision said something else before · order.revision-old · thing.exists: the order is
   * not the shop's · order.fixed · refusals of order entry and of order lines
   */
  receive({ plant, id: channel }: Caller, message: ChannelOrder): Promise<ShopOrderReply | Refusal> {
    const { order, revision } = message;
    const digest = digestOf(message);
    return this.database.write(plant, async (tx) => {
      await this.messages.lock(tx, channel, order);
      const known = await this.messages.of(tx, channel, order);
      const same = known.find((one) => one.revision === revision);
      if (same?.digest === digest) return this.orders.reply(tx, message, 'unchanged');
      if (same) return refuse('idempotency.mismatch', { key: `${order} revision ${revision}` });
      const current = known[0]?.revision ?? 0;
      if (revision < current) return refuse('order.revision-old', { order, revision, current });
      const outcome = await this.orders.bring(tx, channel, message);
      if (isRefusal(outcome)) return outcome;
      await this.messages.add(tx, { channel, order, revision, digest, receivedAt: this.clock.date() });
      return this.orders.reply(tx, message, outcome);
    });
  }
}
