import { Inject, Injectable } from '@nestjs/common';
import { refuse, type Refusal, type WebhookDelivery } from '@takt/contracts';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database';
import type { PageRequest } from '../../platform/http';
import { Jobs, type EnqueueOptions } from '../../platform/queue';
import { untried } from './outgoing';
import type { WebhookDeliveryEntity } from './webhook.entity';
import { deliveryOf, WebhookRepository, type DeliveryFilter } from './webhook.repository';

/** What a shop is to be told. */
export type NewDelivery = Pick<
  WebhookDeliveryEntity,
  'id' | 'channel' | 'event' | 'order' | 'line' | 'source' | 'body'
>;

/** Webhooks that are to be delivered, and what became of them. */
@Injectable()
export class WebhookService {
  constructor(
    private readonly database: Database,
    private readonly deliveries: WebhookRepository,
    private readonly jobs: Jobs,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Keeps what a shop is to be told, due now. @returns false when it is kept already */
  keep(tx: Tx, told: NewDelivery): Promise<boolean> {
    return this.deliveries.add(tx, { ...told, ...untried(new Date(this.clock.real())) });
  }

  /** Has a delivery attempted. A job that is lost is made up for by the sweep. */
  wake(plant: string, delivery: string, channel: string, options: EnqueueOptions = {}): void {
    this.jobs.enqueue('webhook.deliver', { plant, delivery, channel }, options);
  }

  /** One page of deliveries. */
  page(
    plant: string,
    filter: DeliveryFilter,
    page: PageRequest & { readonly q?: string | undefined },
  ): Promise<{ items: WebhookDelivery[]; nextCursor: string | null }> {
    return this.database.read(plant, (tx) => this.deliveries.page(tx, filter, page));
  }

  /** Tries a delivery again now. @returns thing.unknown */
  async redeliver(plant: string, id: string): Promise<WebhookDelivery | Refusal> {
    const renewed = await this.database.write(plant, async (tx) => {
      const row = await this.deliveries.renew(tx, id, new Date(this.clock.real()));
      return row ?? refuse('thing.unknown', { kind: 'webhook', id });
    });
    if ('refused' in renewed) return renewed;
    this.wake(plant, id, renewed.channel);
    return deliveryOf(renewed);
  }
}
