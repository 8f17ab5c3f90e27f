import { ChannelEntity } from './channel.entity';

export { ChannelModule } from './channel.module';

/** Tables of this module. */
export const channelEntities = [ChannelEntity] as const;
