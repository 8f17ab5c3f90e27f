import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database';
import { OnJob } from '../../platform/queue';
import { SendingJobs } from './sending.jobs';
import { SendingService } from './sending.service';
import { SubscriptionPace } from './subscription-pace';
import { SubscriptionRepository } from './subscription.repository';

/** Sends the reports whose shift, day or month has ended. */
@Injectable()
export class SubscriptionJobs {
  constructor(
    private readonly database: Database,
    private readonly subscriptions: SubscriptionRepository,
    private readonly pace: SubscriptionPace,
    private readonly service: SendingService,
    private readonly sendings: SendingJobs,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @OnJob('report.sweep')
  async sweep(): Promise<void> {
    const now = new Date(this.clock.now());
    const due = await this.database.read('*', (tx) => this.subscriptions.due(tx, now));
    for (const { plant, id } of due)
      for (
        let sending = await this.pace.takeUp(plant, id);
        sending;
        sending = await this.pace.takeUp(plant, id)
      )
        this.service.wake(plant, sending.id);
    await this.sendings.sweep();
  }
}
