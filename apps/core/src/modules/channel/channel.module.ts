import { Global, Module } from '@nestjs/common';
import { ChannelAuth } from '../../platform/auth';
import { ChannelAuthService } from './channel-auth.service';
import { ChannelRepository } from './channel.repository';

/** Shops: their orders in, their webhooks out. Global because it decides which signed messages are let in. */
@Global()
@Module({
  providers: [ChannelRepository, { provide: ChannelAuth, useClass: ChannelAuthService }],
  exports: [ChannelAuth],
})
export class ChannelModule {}
