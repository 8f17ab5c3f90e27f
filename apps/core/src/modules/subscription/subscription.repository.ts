import { Injectable } from '@nestjs/common';
import type { Refusal, ReportSending, ReportSubscription } from '@takt/contracts';
import { putRevised, type Tx } from '../../platform/database';
import { ifMatches } from '../../platform/http';
import { SubscriptionEntity } from './subscription.entity';

/** What a person sets of a subscription. */
export type SubscriptionValues = Omit<ReportSubscription, 'id' | 'revision' | 'nextAt' | 'last'>;

/** How far a subscription has come. */
export type Progress = Pick<SubscriptionEntity, 'afterAt' | 'afterKey' | 'dueAt'>;

/** A subscription as callers see it. */
export function subscriptionOf(row: SubscriptionEntity, last: ReportSending | null): ReportSubscription {
  const { id, name, span, format, language, line, delayMin, target, active, revision } = row;
  return {
    ...{ id, name, span, format, language, line, delayMin, target, active, revision, last },
    nextAt: row.dueAt?.toISOString() ?? null,
  };
}

/** Reports that are sent by themselves, in PostgreSQL. */
@Injectable()
export class SubscriptionRepository {
  /** Subscriptions of the plant. */
  all(tx: Tx): Promise<SubscriptionEntity[]> {
    return tx.of(SubscriptionEntity).find({ where: { plant: tx.plant }, order: { id: 'ASC' } });
  }

  /** A subscription, locked until the commit; null: there is none. */
  lock(tx: Tx, id: string): Promise<SubscriptionEntity | null> {
    const where = { plant: tx.plant, id };
    return tx.of(SubscriptionEntity).findOne({ where, lock: { mode: 'pessimistic_write' } });
  }

  /** A subscription; null: there is none. */
  find(tx: Tx, id: string): Promise<SubscriptionEntity | null> {
    return tx.of(SubscriptionEntity).findOneBy({ plant: tx.plant, id });
  }

  /** Creates or changes a subscription. */
  put(
    tx: Tx,
    id: string,
    values: SubscriptionValues & Progress & Pick<SubscriptionEntity, 'sealedSecret'>,
  ): Promise<SubscriptionEntity | Refusal> {
    return putRevised<SubscriptionEntity>(tx, {
      entity: SubscriptionEntity,
      key: { plant: tx.plant, id },
      values,
      check: (stored) => ifMatches(`report subscription ${id}`, stored),
    });
  }

  /** Deletes a subscription that has no sendings. */
  async remove(tx: Tx, id: string): Promise<void> {
    await tx.of(SubscriptionEntity).delete({ plant: tx.plant, id });
  }

  /** Replaces the secret of a subscription. @returns whether there is one */
  async renewSecret(tx: Tx, id: string, sealedSecret: string): Promise<boolean> {
    const { affected } = await tx.of(SubscriptionEntity).update({ plant: tx.plant, id }, { sealedSecret });
    return (affected ?? 0) > 0;
  }

  /** Notes how far a subscription has come. */
  async move(tx: Tx, id: string, progress: Progress): Promise<void> {
    await tx.of(SubscriptionEntity).update({ plant: tx.plant, id }, progress);
  }

  /** Subscriptions that are due at an instant of the factory. The transaction has to be core's own. */
  due(tx: Tx, now: Date): Promise<Pick<SubscriptionEntity, 'plant' | 'id'>[]> {
    return tx.query('select plant, id from report_subscription where due_at <= $1 order by due_at', [now]);
  }
}
