import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '@takt/contracts';
import { OnEvent } from '../../platform/outbox';
import { OperationBook } from './operation-book';
import { QuarantineService } from './quarantine.service';

/** What telemetry hears from the other modules. */
@Injectable()
export class TelemetryEvents {
  constructor(
    private readonly quarantine: QuarantineService,
    private readonly operations: OperationBook,
  ) {}

  @OnEvent('device.refused')
  refused({ plant, payload }: DomainEvent<'device.refused'>): Promise<void> {
    return this.quarantine.keepRejected(plant, payload);
  }

  @OnEvent('report.recorded')
  reported({ plant, payload }: DomainEvent<'report.recorded'>): Promise<void> {
    return this.operations.follow(plant, payload);
  }
}
