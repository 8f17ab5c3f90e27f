import { SendingEntity } from './sending.entity';
import { SubscriptionEntity } from './subscription.entity';

export { SubscriptionModule } from './subscription.module';

/** Tables of this module. */
export const subscriptionEntities = [SubscriptionEntity, SendingEntity] as const;
