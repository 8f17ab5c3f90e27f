import { Injectable } from '@nestjs/common';
import type { WebhookDelivery } from '@takt/contracts';
import { insertNew, type Tx } from '../../platform/database';
import { cursorPage, type PageRequest } from '../../platform/http';
import { ChannelEntity } from './channel.entity';
import { Outgoing, standingOf, STANDING_SQL, STATUS_SQL, type AttemptEnd } from './outgoing';
import { WebhookDeliveryEntity } from './webhook.entity';

/** Filters of the list of deliveries. */
export interface DeliveryFilter {
  readonly channel?: readonly string[] | undefined;
  readonly event?: readonly string[] | undefined;
  readonly order?: readonly string[] | undefined;
  readonly status?: readonly string[] | undefined;
}

/** A delivery that this process may attempt now. */
export interface ClaimedDelivery {
  readonly delivery: WebhookDeliveryEntity;
  /** null: the shop wants nothing any more */
  readonly shop: { readonly webhook: string; readonly sealedSecret: string } | null;
}

type Row = Omit<WebhookDeliveryEntity, 'plant' | 'source' | 'body' | 'claimedUntil'>;

/** A delivery as callers see it. */
export function deliveryOf(row: Row): WebhookDelivery {
  const { id, channel, event, order, line } = row;
  return { id, channel, event, order, line, ...standingOf(row) };
}

/** Deliveries of webhooks in PostgreSQL. */
@Injectable()
export class WebhookRepository {
  private readonly outgoing = new Outgoing('webhook_delivery');

  /** Keeps what a shop is to be told. @returns false when it is kept already */
  add(tx: Tx, row: Omit<WebhookDeliveryEntity, 'plant'>): Promise<boolean> {
    return insertNew(tx, WebhookDeliveryEntity, { plant: tx.plant, ...row });
  }

  /** Takes a delivery for an attempt, counted from now. @returns null when it is not due, or somebody else has it */
  async claim(tx: Tx, id: string, now: Date, until: Date): Promise<ClaimedDelivery | null> {
    if (!(await this.outgoing.claim(tx, id, now, until))) return null;
    const delivery = await tx.of(WebhookDeliveryEntity).findOneByOrFail({ plant: tx.plant, id });
    const channel = await tx.of(ChannelEntity).findOneBy({ plant: tx.plant, id: delivery.channel });
    const { webhook = null, active = false, sealedSecret = '' } = channel ?? {};
    return { delivery, shop: webhook !== null && active ? { webhook, sealedSecret } : null };
  }

  /** Notes how an attempt ended. */
  async settle(tx: Tx, id: string, end: AttemptEnd): Promise<void> {
    await tx.of(WebhookDeliveryEntity).update({ plant: tx.plant, id }, { ...end, claimedUntil: null });
  }

  /** Lets the other deliveries of a shop that could not be reached wait. */
  async postpone(tx: Tx, channel: string, until: Date): Promise<void> {
    await tx.query(
      'update webhook_delivery set next_attempt_at = $3 where plant = $1 and channel = $2 and next_attempt_at < $3 and claimed_until is null',
      [tx.plant, channel, until],
    );
  }

  /** Makes a delivery due now with all its attempts before it; one that was delivered is delivered again. */
  async renew(tx: Tx, id: string, now: Date): Promise<WebhookDeliveryEntity | null> {
    const key = { plant: tx.plant, id };
    await tx
      .of(WebhookDeliveryEntity)
      .update(key, { attempts: 0, nextAttemptAt: now, claimedUntil: null, deliveredAt: null });
    return tx.of(WebhookDeliveryEntity).findOneBy(key);
  }

  /** Deliveries that have been due since before an instant, the oldest first. The transaction has to be core's own. */
  due(
    tx: Tx,
    before: Date,
    limit: number,
  ): Promise<Pick<WebhookDeliveryEntity, 'plant' | 'id' | 'channel'>[]> {
    return this.outgoing.due(tx, 'plant, id, channel', before, limit);
  }

  /** Forgets what was created before an instant and has been settled. The transaction has to be core's own. */
  forget(tx: Tx, before: Date): Promise<void> {
    return this.outgoing.forget(tx, before);
  }

  /** One page. */
  async page(
    tx: Tx,
    { channel, event, order, status }: DeliveryFilter,
    page: PageRequest & { readonly q?: string | undefined },
  ): Promise<{ items: WebhookDelivery[]; nextCursor: string | null }> {
    const list = (values: readonly string[] | undefined): readonly string[] | null => values ?? null;
    const { rows, nextCursor } = await cursorPage<Row>(
      tx,
      {
        select: `select id, channel, event, "order", line, ${STANDING_SQL} from webhook_delivery`,
        where: [
          'plant = $1',
          '$2::text[] is null or channel = any($2)',
          '$3::text[] is null or event = any($3)',
          '$4::text[] is null or "order" = any($4)',
          `$5::text[] is null or ${STATUS_SQL} = any($5)`,
          '$6::text is null or "order" = $6',
        ],
        parameters: [tx.plant, list(channel), list(event), list(order), list(status), page.q ?? null],
        sortable: { createdAt: { sql: 'created_at', type: 'timestamptz' } },
        id: { sql: 'id', type: 'uuid' },
      },
      page,
    );
    return { items: rows.map(deliveryOf), nextCursor };
  }
}
