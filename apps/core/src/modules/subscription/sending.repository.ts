import { Injectable } from '@nestjs/common';
import type { ReportSending } from '@takt/contracts';
import { insertNew, type Tx } from '../../platform/database';
import { cursorPage, type PageRequest } from '../../platform/http';
import { Outgoing, standingOf, STANDING_SQL, STATUS_SQL, type AttemptEnd } from '../channel';
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

const COLUMNS = `id, subscription, span, period, from_at as "fromAt", to_at as "toAt", trial, ${STANDING_SQL}`;

/** A sending as callers see it. */
export function sendingOf(row: Row): ReportSending {
  const { id, subscription, span, period, trial } = row;
  const [from, to] = [row.fromAt.toISOString(), row.toAt.toISOString()];
  return { id, subscription, span, period, trial, from, to, ...standingOf(row) };
}

/** Reports on their way, in PostgreSQL. */
@Injectable()
export class SendingRepository {
  private readonly outgoing = new Outgoing('report_sending');

  /** Keeps what is to be sent. @returns null when that period is kept already */
  async add(tx: Tx, row: Omit<SendingEntity, 'plant'>): Promise<SendingEntity | null> {
    const sending = { plant: tx.plant, ...row };
    return (await insertNew(tx, SendingEntity, sending)) ? sending : null;
  }

  /** The newest sending of each subscription. */
  async newest(tx: Tx): Promise<Map<string, ReportSending>> {
    const rows = await tx.query<Row>(
      `select distinct on (subscription) ${COLUMNS} from report_sending where plant = $1 order by subscription, created_at desc, id desc`,
      [tx.plant],
    );
    return new Map(rows.map((row) => [row.subscription, sendingOf(row)]));
  }

  /** Deletes the sendings of a subscription. */
  async removeOf(tx: Tx, subscription: string): Promise<void> {
    await tx.of(SendingEntity).delete({ plant: tx.plant, subscription });
  }

  /** Takes a sending for an attempt, counted from now. @returns null when it is not due, or somebody else has it */
  async claim(tx: Tx, id: string, now: Date, until: Date): Promise<ClaimedSending | null> {
    if (!(await this.outgoing.claim(tx, id, now, until))) return null;
    const sending = await tx.of(SendingEntity).findOneByOrFail({ plant: tx.plant, id });
    const key = { plant: tx.plant, id: sending.subscription };
    return { sending, subscription: await tx.of(SubscriptionEntity).findOneByOrFail(key) };
  }

  /** Keeps what was written, so that a repeat is the same. */
  async keep(tx: Tx, id: string, message: string): Promise<void> {
    await tx.of(SendingEntity).update({ plant: tx.plant, id }, { message });
  }

  /** Notes how an attempt ended. What is settled need not be kept. */
  async settle(tx: Tx, id: string, end: AttemptEnd): Promise<void> {
    const settled = end.nextAttemptAt === null ? { message: null } : {};
    await tx.of(SendingEntity).update({ plant: tx.plant, id }, { ...end, ...settled, claimedUntil: null });
  }

  /** Sendings that have been due since before an instant, the oldest first. The transaction has to be core's own. */
  due(tx: Tx, before: Date, limit: number): Promise<Pick<SendingEntity, 'plant' | 'id'>[]> {
    return this.outgoing.due(tx, 'plant, id', before, limit);
  }

  /** Forgets what was created before an instant and has been settled. The transaction has to be core's own. */
  forget(tx: Tx, before: Date): Promise<void> {
    return this.outgoing.forget(tx, before);
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
          `$3::text[] is null or ${STATUS_SQL} = any($3)`,
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
