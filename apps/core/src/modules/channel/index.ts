import { ChannelEntity } from './channel.entity';
import { ShopMessageEntity } from './shop-message.entity';
import { WebhookDeliveryEntity } from './webhook.entity';

export { ChannelModule } from './channel.module';

/** Tables of this module. */
export const channelEntities = [ChannelEntity, ShopMessageEntity, WebhookDeliveryEntity] as const;
