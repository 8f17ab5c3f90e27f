import type { WebhookDelivery } from '@takt/contracts';
import type { Tx } from '../../platform/database';
import type { OutgoingEntity } from './outgoing.entity';
import { nextAttemptMs } from './retry';
import type { SendOutcome } from './webhook-sender';

/** How an attempt left what is to be sent. */
export type AttemptEnd = Pick<OutgoingEntity, 'deliveredAt' | 'nextAttemptAt' | 'lastStatus'>;

type Standing = AttemptEnd & Pick<OutgoingEntity, 'attempts' | 'createdAt'>;
type StandingView = Pick<
  WebhookDelivery,
  'status' | 'attempts' | 'lastStatus' | 'createdAt' | 'deliveredAt' | 'nextAttemptAt'
>;

/** The columns that {@link standingOf} reads, of a table of {@link OutgoingEntity}. */
export const STANDING_SQL = `attempts, last_status as "lastStatus", created_at as "createdAt", delivered_at as "deliveredAt",
  next_attempt_at as "nextAttemptAt"`;

/** The status that {@link standingOf} gives, for conditions. */
export const STATUS_SQL = `(case when delivered_at is not null then 'delivered' when next_attempt_at is null then 'failed' else 'pending' end)`;

/** How far something has come, as callers see it. */
export function standingOf(row: Standing): StandingView {
  const { attempts, lastStatus, createdAt, deliveredAt, nextAttemptAt } = row;
  return {
    ...{ attempts, lastStatus },
    status: deliveredAt ? 'delivered' : nextAttemptAt ? 'pending' : 'failed',
    createdAt: createdAt.toISOString(),
    deliveredAt: deliveredAt?.toISOString() ?? null,
    nextAttemptAt: nextAttemptAt?.toISOString() ?? null,
  };
}

/** How something stands that is due at once and was never tried. @param now real time */
export function untried(now: Date): Standing & Pick<OutgoingEntity, 'claimedUntil'> {
  const none = { claimedUntil: null, deliveredAt: null, lastStatus: null };
  return { ...none, createdAt: now, attempts: 0, nextAttemptAt: now };
}

/**
 * What an attempt's outcome means for what was to be sent.
 * @param attempts made so far, this one included, ≥ 1
 * @param now real time, ms
 * @returns how it stands now, and after how many ms it is tried again; null: never
 */
export function endOf(
  outcome: SendOutcome,
  attempts: number,
  now: number,
): { readonly end: AttemptEnd; readonly delayMs: number | null } {
  const delayMs = outcome.accepted || outcome.final ? null : nextAttemptMs(attempts);
  const end = {
    deliveredAt: outcome.accepted ? new Date(now) : null,
    nextAttemptAt: delayMs === null ? null : new Date(now + delayMs),
    lastStatus: outcome.status,
  };
  return { end, delayMs };
}

/** Who attempts what, and when, in a table of {@link OutgoingEntity}. */
export class Outgoing {
  /** @param table its name in PostgreSQL */
  constructor(private readonly table: string) {}

  /** Takes one for an attempt, counted from now. @returns false when it is not due, or somebody else has it */
  async claim(tx: Tx, id: string, now: Date, until: Date): Promise<boolean> {
    const taken = await tx.query(
      `with taken as (
         update ${this.table} set claimed_until = $4, attempts = attempts + 1
         where plant = $1 and id = $2 and next_attempt_at <= $3 and (claimed_until is null or claimed_until < $3)
         returning id)
       select id from taken`,
      [tx.plant, id, now, until],
    );
    return taken.length > 0;
  }

  /**
   * What has been due since before an instant, the oldest first. The transaction has to be core's own.
   * @param columns what is told of each, in SQL
   */
  due<Due>(tx: Tx, columns: string, before: Date, limit: number): Promise<Due[]> {
    return tx.query(
      `select ${columns} from ${this.table}
       where next_attempt_at < $1 and (claimed_until is null or claimed_until < $1) order by next_attempt_at, created_at limit $2`,
      [before, limit],
    );
  }

  /** Forgets what was created before an instant and has been settled. The transaction has to be core's own. */
  async forget(tx: Tx, before: Date): Promise<void> {
    await tx.query(`delete from ${this.table} where next_attempt_at is null and created_at < $1`, [before]);
  }
}
