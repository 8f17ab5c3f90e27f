import { Injectable } from '@nestjs/common';
import type { ReportSending } from '@takt/contracts';
import type { Tx } from '../../platform/database';
import { cursorPage, type PageRequest } from '../../platform/http';
import { SendingEntity } from './sending.entity';
import { SubscriptionEntity } from './subscription.entity';

/** Filters of the list of sendings. */
export interface SendingFilter {
  readonly subscription?: readonly string[] | undefined;
  readonly status?: readonly string[] | undefined;
}

/** A sending that this process may attempt now. */
export interface ClaimedSending {
  readonly sending: SendingEntity;
  readonly subscription: SubscriptionEntity;
}

type Row = Omit<SendingEntity, 'plant' | 'source' | 'message' | 'claimedUntil' | 'day'>;

const COLUMNS = `id, subscription, span, period, from_at as "fromAt", to_at as "toAt", trial, created_at as "createdAt", attempts,
  next_attempt_at as "nextAttemptAt", delivered_at as "deliveredAt", last_status as "lastStatus"`;
const STATUS = `(case when delivered_at is not null then 'delivered' when next_attempt_at is null then 'failed' else 'pending' end)`;

/** A sending as callers see it. */
export function sendingOf(row: Row): ReportSending {
  const { id, subscription, span, period, trial, attempts, lastStatus } = row;
  return {
    ...{ id, subscription, span, period, trial, attempts, lastStatus },
    from: row.fromAt.toISOString(),
    to: row.toAt.toISOString(),
    status: row.deliveredAt ? 'delivered' : row.nextAttemptAt ? 'pending' : 'failed',
    createdAt: row.createdAt.toISOString(),
    deliveredAt: row.deliveredAt?.toISOString() ?? null,
    nextAttemptAt: row.nextAttemptAt?.toISOString() ?? null,
  };
}

/** Reports on their way, in PostgreSQL. */
@Injectable()
export class SendingRepository {
  /** Keeps what is to be sent. @returns null when that period is kept already */
  async add(tx: Tx, row: Omit<SendingEntity, 'plant'>): Promise<SendingEntity | null> {
    const { raw } = await tx
      .of(SendingEntity)
      .createQueryBuilder()
      .insert()
      .values({ plant: tx.plant, ...row })
      .orIgnore()
      .returning('id')
      .execute();
    return (raw as unknown[]).length > 0 ? { plant: tx.plant, ...row } : null;
  }

  /** The newest sending of each subscription. */
  async newest(tx: Tx): Promise<Map<string, ReportSending>> {
    const rows = await tx.query<Row>(
      `select distinct on (subscription) ${COLUMNS} from report_sending where plant = $1 order by subscription, created_at desc, id desc`,
      [tx.plant],
    );
    return new Map(rows.map((row) => [row.subscription, sendingOf(row)]));
  }

  /** Takes a sending for an attempt, counted from now. @returns null when it is not due, or somebody else has it */
  async claim(tx: Tx, id: string, now: Date, until: Date): Promise<ClaimedSending | null> {
    const rows = await tx.query(
      `with taken as (
         update report_sending set claimed_until = $4, attempts = attempts + 1
         where plant = $1 and id = $2 and next_attempt_at <= $3 and (claimed_until is null or claimed_until < $3)
         returning id)
       select id from taken`,
      [tx.plant, id, now, until],
    );
    if (rows.length === 0) return null;
    const sending = await tx.of(SendingEntity).findOneByOrFail({ plant: tx.plant, id });
    const key = { plant: tx.plant, id: sending.subscription };
    return { sending, subscription: await tx.of(SubscriptionEntity).findOneByOrFail(key) };
  }

  /** Keeps what was written, so that a repeat is the same. */
  async keep(tx: Tx, id: string, message: string): Promise<void> {
    await tx.of(SendingEntity).update({ plant: tx.plant, id }, { message });
  }

  /** Notes how an attempt ended. What is settled need not be kept. */
  async settle(
    tx: Tx,
    id: string,
    outcome: Pick<SendingEntity, 'deliveredAt' | 'nextAttemptAt' | 'lastStatus'>,
  ): Promise<void> {
    const settled = outcome.nextAttemptAt === null ? { message: null } : {};
    await tx
      .of(SendingEntity)
      .update({ plant: tx.plant, id }, { ...outcome, ...settled, claimedUntil: null });
  }

  /** Sendings that have been due since before an instant, the oldest first. The transaction has to be core's own. */
  due(tx: Tx, before: Date, limit: number): Promise<Pick<SendingEntity, 'plant' | 'id'>[]> {
    return tx.query(
      `select plant, id from report_sending
       where next_attempt_at < $1 and (claimed_until is null or claimed_until < $1) order by next_attempt_at, created_at limit $2`,
      [before, limit],
    );
  }

  /** Forgets what was created before an instant and has been settled. The transaction has to be core's own. */
  async forget(tx: Tx, before: Date): Promise<void> {
    await tx.query('delete from report_sending where next_attempt_at is null and created_at < $1', [before]);
  }

  /** One page. */
  async page(
    tx: Tx,
    { subscription, status }: SendingFilter,
    page: PageRequest & { readonly q?: string | undefined },
  ): Promise<{ items: ReportSending[]; nextCursor: string | null }> {
    const { rows, nextCursor } = await cursorPage<Row>(
      tx,
      {
        select: `select ${COLUMNS} from report_sending`,
        where: [
          'plant = $1',
          '$2::text[] is null or subscription = any($2)',
          `$3::text[] is null or ${STATUS} = any($3)`,
          '$4::text is null or subscription = $4',
        ],
        parameters: [tx.plant, subscription ?? null, status ?? null, page.q ?? null],
        sortable: { createdAt: { sql: 'created_at', type: 'timestamptz' } },
        id: { sql: 'id', type: 'uuid' },
      },
      page,
    );
    return { items: rows.map(sendingOf), nextCursor };
  }
}
