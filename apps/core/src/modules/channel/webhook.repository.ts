import { Injectable } from '@nestjs/common';
import type { WebhookDelivery } from '@takt/contracts';
import type { Tx } from '../../platform/database';
import { cursorPage, type PageRequest } from '../../platform/http';
import { ChannelEntity } from './channel.entity';
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

const STATUS = `(case when delivered_at is not null then 'delivered' when next_attempt_at is null then 'failed' else 'pending' end)`;

/** A delivery as callers see it. */
export function deliveryOf(row: Row): WebhookDelivery {
  const { id, channel, event, order, line, attempts, lastStatus } = row;
  const { createdAt, deliveredAt, nextAttemptAt } = row;
  return {
    ...{ id, channel, event, order, line, attempts, lastStatus },
    status: deliveredAt ? 'delivered' : nextAttemptAt ? 'pending' : 'failed',
    createdAt: createdAt.toISOString(),
    deliveredAt: deliveredAt?.toISOString() ?? null,
    nextAttemptAt: nextAttemptAt?.toISOString() ?? null,
  };
}

/** Deliveries of webhooks in PostgreSQL. */
@Injectable()
export class WebhookRepository {
  /** Keeps what a shop is to be told. @returns false when it is kept already */
  async add(tx: Tx, row: Omit<WebhookDeliveryEntity, 'plant'>): Promise<boolean> {
    const { raw } = await tx
      .of(WebhookDeliveryEntity)
      .createQueryBuilder()
      .insert()
      .values({ plant: tx.plant, ...row })
      .orIgnore()
      .returning('id')
      .execute();
    return (raw as unknown[]).length > 0;
  }

  /** Takes a delivery for an attempt, counted from now. @returns null when it is not due, or somebody else has it */
  async claim(tx: Tx, id: string, now: Date, until: Date): Promise<ClaimedDelivery | null> {
    const rows = await tx.query<{ id: string }>(
      `with taken as (
         update webhook_delivery set claimed_until = $4, attempts = attempts + 1
         where plant = $1 and id = $2 and next_attempt_at <= $3 and (claimed_until is null or claimed_until < $3)
         returning id)
       select id from taken`,
      [tx.plant, id, now, until],
    );
    if (rows.length === 0) return null;
    const delivery = await tx.of(WebhookDeliveryEntity).findOneByOrFail({ plant: tx.plant, id });
    const channel = await tx.of(ChannelEntity).findOneBy({ plant: tx.plant, id: delivery.channel });
    const { webhook = null, active = false, sealedSecret = '' } = channel ?? {};
    return { delivery, shop: webhook !== null && active ? { webhook, sealedSecret } : null };
  }

  /** Notes how an attempt ended. */
  async settle(
    tx: Tx,
    id: string,
    outcome: Pick<WebhookDeliveryEntity, 'deliveredAt' | 'nextAttemptAt' | 'lastStatus'>,
  ): Promise<void> {
    await tx.of(WebhookDeliveryEntity).update({ plant: tx.plant, id }, { ...outcome, claimedUntil: null });
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
    return tx.query(
      `select plant, id, channel from webhook_delivery
       where next_attempt_at < $1 and (claimed_until is null or claimed_until < $1) order by next_attempt_at, created_at limit $2`,
      [before, limit],
    );
  }

  /** Forgets what was created before an instant and has been settled. The transaction has to be core's own. */
  async forget(tx: Tx, before: Date): Promise<void> {
    await tx.query('delete from webhook_delivery where next_attempt_at is null and created_at < $1', [
      before,
    ]);
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
        select: `select id, channel, event, "order", line, attempts, last_status as "lastStatus", created_at as "createdAt",
                   delivered_at as "deliveredAt", next_attempt_at as "nextAttemptAt" from webhook_delivery`,
        where: [
          'plant = $1',
          '$2::text[] is null or channel = any($2)',
          '$3::text[] is null or event = any($3)',
          '$4::text[] is null or "order" = any($4)',
          `$5::text[] is null or ${STATUS} = any($5)`,
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
