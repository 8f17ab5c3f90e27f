import { Controller } from '@nestjs/common';
import { channelRoutes, type Channel, type InputOf, type Refusal, type ReplyOf } from '@takt/contracts';
import type { Caller } from '../../platform/context';
import { Handle, In, InTurn, Who } from '../../platform/http';
import { PROMISES } from '../order';
import { ChannelService } from './channel.service';
import type { ShopOrderReply } from './shop-order.editor';
import { ShopOrderService } from './shop-order.service';
import { WebhookService } from './webhook.service';

/** Shops over HTTP. */
@Controller()
export class ChannelController {
  constructor(
    private readonly channels: ChannelService,
    private readonly orders: ShopOrderService,
    private readonly webhooks: WebhookService,
  ) {}

  @Handle(channelRoutes.order)
  @InTurn(...PROMISES)
  order(
    @In() { body }: InputOf<typeof channelRoutes.order>,
    @Who() caller: Caller,
  ): Promise<ShopOrderReply | Refusal> {
    return this.orders.receive(caller, body);
  }

  @Handle(channelRoutes.list)
  list(@Who() caller: Caller): Promise<Channel[]> {
    return this.channels.list(caller.plant);
  }

  @Handle(channelRoutes.put)
  put(
    @In() { params, body }: InputOf<typeof channelRoutes.put>,
    @Who() caller: Caller,
  ): Promise<ReplyOf<typeof channelRoutes.put> | Refusal> {
    return this.channels.put(caller.plant, params.channel, body);
  }

  @Handle(channelRoutes.renewSecret)
  renewSecret(
    @In() { params }: InputOf<typeof channelRoutes.renewSecret>,
    @Who() caller: Caller,
  ): Promise<ReplyOf<typeof channelRoutes.renewSecret> | Refusal> {
    return this.channels.renewSecret(caller.plant, params.channel);
  }

  @Handle(channelRoutes.deliveries)
  deliveries(
    @In() { query }: InputOf<typeof channelRoutes.deliveries>,
    @Who() caller: Caller,
  ): Promise<ReplyOf<typeof channelRoutes.deliveries>> {
    return this.webhooks.page(caller.plant, query.filter, query);
  }

  @Handle(channelRoutes.redeliver)
  redeliver(
    @In() { params }: InputOf<typeof channelRoutes.redeliver>,
    @Who() caller: Caller,
  ): Promise<ReplyOf<typeof channelRoutes.redeliver> | Refusal> {
    return this.webhooks.redeliver(caller.plant, params.delivery);
  }
}
