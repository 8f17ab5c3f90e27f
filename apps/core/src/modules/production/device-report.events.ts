import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '@takt/contracts';
import { OnEvent } from '../../platform/outbox';
import { DeviceReportService } from './device-report.service';

/** Takes what devices report about work. */
@Injectable()
export class DeviceReportEvents {
  constructor(private readonly reports: DeviceReportService) {}

  @OnEvent('device.reported')
  async reported({ plant, payload }: DomainEvent<'device.reported'>): Promise<void> {
    if (payload.channel === 'report') await this.reports.report(plant, payload);
    if (payload.channel === 'measure') await this.reports.measure(plant, payload);
  }
}
