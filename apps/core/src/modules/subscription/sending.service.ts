import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { ReportSending } from '@takt/contracts';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database';
import type { PageRequest } from '../../platform/http';
import { Jobs, type EnqueueOptions } from '../../platform/queue';
import { untried } from '../channel';
import type { ReportPeriod } from '../performance';
import type { SendingEntity } from './sending.entity';
import { SendingRepository, type SendingFilter } from './sending.repository';
import type { SubscriptionEntity } from './subscription.entity';

/** Reports that are to be sent, and what became of them. */
@Injectable()
export class SendingService {
  constructor(
    private readonly database: Database,
    private readonly sendings: SendingRepository,
    private readonly jobs: Jobs,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Keeps the report of a period to be sent now. A trial is sent also when the period was. @returns null when it is kept already */
  keep(
    tx: Tx,
    { id: subscription, span }: SubscriptionEntity,
    period: ReportPeriod,
    trial: boolean,
  ): Promise<SendingEntity | null> {
    const id = uuid();
    const { key, day, from, to } = period;
    return this.sendings.add(tx, {
      ...{ id, subscription, span, trial, day, period: key },
      ...{ fromAt: new Date(from), toAt: new Date(to), source: trial ? `trial ${id}` : key },
      ...{ message: null, ...untried(new Date(this.clock.real())) },
    });
  }

  /** Has a sending attempted. A job that is lost is made up for by the sweep. */
  wake(plant: string, sending: string, options: EnqueueOptions = {}): void {
    this.jobs.enqueue('report.send', { plant, sending }, options);
  }

  /** One page of sendings. */
  page(
    plant: string,
    filter: SendingFilter,
    page: PageRequest & { readonly q?: string | undefined },
  ): Promise<{ items: ReportSending[]; nextCursor: string | null }> {
    return this.database.read(plant, (tx) => this.sendings.page(tx, filter, page));
  }
}
