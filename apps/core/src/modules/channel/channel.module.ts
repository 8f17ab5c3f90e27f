import { Global, Module } from '@nestjs/common';
import { ChannelAuth } from '../../platform/auth';
import { OrderModule } from '../order';
import { ProductModule } from '../product';
import { ChannelAuthService } from './channel-auth.service';
import { ChannelController } from './channel.controller';
import { ChannelRepository } from './channel.repository';
import { ChannelService } from './channel.service';
import { ShopMessageRepository } from './shop-message.repository';
import { ShopOrderEditor } from './shop-order.editor';
import { ShopOrderService } from './shop-order.service';
import { WebhookAddresses } from './webhook-addresses';
import { WebhookEvents } from './webhook.events';
import { WebhookJobs } from './webhook.jobs';
import { WebhookRepository } from './webhook.repository';
import { WebhookSender } from './webhook-sender';
import { WebhookService } from './webhook.service';

/** Shops: their orders in, their webhooks out. Global because it decides which signed messages are let in. */
@Global()
@Module({
  imports: [OrderModule, ProductModule],
  controllers: [ChannelController],
  providers: [
    ChannelRepository,
    ChannelService,
    ShopMessageRepository,
    ShopOrderEditor,
    ShopOrderService,
    WebhookAddresses,
    WebhookEvents,
    WebhookJobs,
    WebhookRepository,
    WebhookSender,
    WebhookService,
    { provide: ChannelAuth, useClass: ChannelAuthService },
  ],
  exports: [ChannelAuth, WebhookAddresses, WebhookSender],
})
export class ChannelModule {}
