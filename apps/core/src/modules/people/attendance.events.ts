import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '@takt/contracts';
import { OnEvent } from '../../platform/outbox';
import { BadgeService } from './badge.service';

/** What devices report about people. */
@Injectable()
export class AttendanceEvents {
  constructor(private readonly badges: BadgeService) {}

  @OnEvent('device.reported')
  async reported({ plant, payload }: DomainEvent<'device.reported'>): Promise<void> {
    if (payload.channel === 'badge') await this.badges.byDevice(plant, payload);
  }
}
