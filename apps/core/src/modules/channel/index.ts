import { ChannelEntity } from './channel.entity';
import { ShopMessageEntity } from './shop-message.entity';
import { WebhookDeliveryEntity } from './webhook.entity';

export { ChannelModule } from './channel.module';
export { nextAttemptMs } from './retry';
export { seal, signatureOf, unsealed } from './signature';
export { WebhookAddresses } from './webhook-addresses';
export { WebhookSender, type SendOutcome } from './webhook-sender';

/** Tables of this module. */
export const channelEntities = [ChannelEntity, ShopMessageEntity, WebhookDeliveryEntity] as const;
