import { Inject, Injectable } from '@nestjs/common';
import type { JobPayload } from '@takt/contracts';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database';
import { SIGNING_SECRET } from '../../platform/embedded';
import { OnJob } from '../../platform/queue';
import { unsealed } from './signature';
import { endOf } from './outgoing';
import { pauseMs } from './retry';
import { WebhookSender, type SendOutcome } from './webhook-sender';
import type { WebhookDeliveryEntity } from './webhook.entity';
import { WebhookRepository, type ClaimedDelivery } from './webhook.repository';
import { WebhookService } from './webhook.service';

/** How long an attempt may take before its delivery counts as abandoned. */
const CLAIM_MS = 60_000;
/** Deliveries due for so long have lost their job. */
const LOST_MS = 5000;
const SWEEP = 200;
const KEEP_MS = 30 * 86_400_000;

/** Delivers webhooks. What is due, and when next, stands in PostgreSQL; a job only says that there is something to do. */
@Injectable()
export class WebhookJobs {
  constructor(
    private readonly database: Database,
    private readonly deliveries: WebhookRepository,
    private readonly webhooks: WebhookService,
    private readonly sender: WebhookSender,
    @Inject(SIGNING_SECRET) private readonly secret: string,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @OnJob('webhook.deliver')
  async deliver({ plant, delivery: id }: JobPayload<'webhook.deliver'>): Promise<void> {
    const claimed = await this.database.write(plant, (tx) => {
      const now = this.clock.real();
      return this.deliveries.claim(tx, id, new Date(now), new Date(now + CLAIM_MS));
    });
    if (claimed) await this.settle(plant, claimed.delivery, await this.attempt(claimed));
  }

  @OnJob('webhook.sweep')
  async sweep(): Promise<void> {
    const now = this.clock.real();
    const due = await this.database.write('*', async (tx) => {
      await this.deliveries.forget(tx, new Date(now - KEEP_MS));
      return this.deliveries.due(tx, new Date(now - LOST_MS), SWEEP);
    });
    for (const { plant, id, channel } of due)
      this.webhooks.wake(plant, id, channel, { dedupe: `sweep ${id}` });
  }

  private attempt({ delivery, shop }: ClaimedDelivery): Promise<SendOutcome> {
    const secret = shop && unsealed(shop.sealedSecret, this.secret);
    if (shop === null) return Promise.resolve({ accepted: false, status: 'no webhook', final: true });
    if (secret === null) return Promise.resolve({ accepted: false, status: 'secret lost', final: true });
    return this.sender.send({ id: delivery.id, url: shop.webhook, secret, body: delivery.body });
  }

  private async settle(plant: string, delivery: WebhookDeliveryEntity, outcome: SendOutcome): Promise<void> {
    const { id, channel, attempts } = delivery;
    const now = this.clock.real();
    const { end, delayMs } = endOf(outcome, attempts, now);
    await this.database.write(plant, async (tx) => {
      await this.deliveries.settle(tx, id, end);
      if (outcome.unreachable) await this.deliveries.postpone(tx, channel, new Date(now + pauseMs(attempts)));
    });
    if (delayMs !== null) this.webhooks.wake(plant, id, channel, { delayMs });
  }
}
