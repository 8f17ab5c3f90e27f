import { ChannelEntity } from './channel.entity';
import { ShopMessageEntity } from './shop-message.entity';
import { WebhookDeliveryEntity } from './webhook.entity';

export { ChannelModule } from './channel.module';
export { endOf, Outgoing, standingOf, STANDING_SQL, STATUS_SQL, untried, type AttemptEnd } from './outgoing';
export { OutgoingEntity } from './outgoing.entity';
export { seal, signatureOf, unsealed } from './signature';
export { WebhookAddresses } from './webhook-addresses';
export { WebhookSender, type SendOutcome } from './webhook-sender';

/** Tables of this module. */
export const channelEntities = [ChannelEntity, ShopMessageEntity, WebhookDeliveryEntity] as const;
