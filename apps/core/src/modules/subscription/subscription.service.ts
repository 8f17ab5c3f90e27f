import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  isRefusal,
  refuse,
  type Refusal,
  type ReportSending,
  type ReportSubscription,
} from '@takt/contracts';
import { Database, type Tx } from '../../platform/database';
import { SIGNING_SECRET } from '../../platform/embedded';
import { seal } from '../channel';
import { ReportTargets } from './report-targets';
import { SendingRepository } from './sending.repository';
import { SubscriptionPace } from './subscription-pace';
import type { SubscriptionEntity } from './subscription.entity';
import {
  SubscriptionRepository,
  subscriptionOf,
  type Progress,
  type SubscriptionValues,
} from './subscription.repository';

const SECRET_BYTES = 32;

/** Reports that are sent by themselves, and the secrets of their signatures. */
@Injectable()
export class SubscriptionService {
  constructor(
    private readonly database: Database,
    private readonly subscriptions: SubscriptionRepository,
    private readonly sendings: SendingRepository,
    private readonly targets: ReportTargets,
    private readonly pace: SubscriptionPace,
    @Inject(SIGNING_SECRET) private readonly installationSecret: string,
  ) {}

  /** Subscriptions of the plant, each with its newest sending; and is there a mail server? */
  list(plant: string): Promise<{ items: ReportSubscription[]; mail: boolean }> {
    return this.database.read(plant, async (tx) => {
      const newest = await this.sendings.newest(tx);
      const rows = await this.subscriptions.all(tx);
      const items = rows.map((row) => subscriptionOf(row, newest.get(row.id) ?? null));
      return { items, mail: this.targets.mail };
    });
  }

  /**
   * Creates or changes a subscription; a new one gets its secret.
   * @returns reference.unknown, channel.webhook, report.no-mail, revision.stale
   */
  put(
    plant: string,
    id: string,
    values: SubscriptionValues,
  ): Promise<(ReportSubscription & { secret?: string }) | Refusal> {
    const secret = randomBytes(SECRET_BYTES).toString('hex');
    return this.database.write(plant, async (tx) => {
      const refused = await this.targets.whyNot(tx, values);
      if (refused) return refused;
      const before = await this.subscriptions.lock(tx, id);
      const sealedSecret = before?.sealedSecret ?? seal(secret, this.installationSecret);
      const progress = await this.progress(tx, before, values);
      const saved = await this.subscriptions.put(tx, id, { ...values, ...progress, sealedSecret });
      if (isRefusal(saved)) return saved;
      tx.announce('plant.changed', { kind: 'report subscription', id, replan: false });
      const last = before && ((await this.sendings.newest(tx)).get(id) ?? null);
      return { ...subscriptionOf(saved, last), ...(before ? {} : { secret }) };
    });
  }

  /** Deletes a subscription with its sendings: what is on its way is sent no more. @returns thing.unknown */
  remove(plant: string, id: string): Promise<void | Refusal> {
    return this.database.write(plant, async (tx) => {
      if (!(await this.subscriptions.lock(tx, id)))
        return refuse('thing.unknown', { kind: 'report subscription', id });
      await this.sendings.removeOf(tx, id);
      await this.subscriptions.remove(tx, id);
      tx.announce('plant.changed', { kind: 'report subscription', id, replan: false });
    });
  }

  /** Sends the report of the last period that has ended, now. @returns thing.unknown · report.no-period · report.no-mail */
  async try(plant: string, id: string): Promise<ReportSending | Refusal> {
    const row = await this.database.read(plant, (tx) => this.subscriptions.find(tx, id));
    if (row?.target.kind === 'mail' && !this.targets.mail) return refuse('report.no-mail');
    return this.pace.try(plant, id);
  }

  /** Signs with a new secret from now on. @returns thing.unknown */
  renewSecret(plant: string, id: string): Promise<{ secret: string } | Refusal> {
    const secret = randomBytes(SECRET_BYTES).toString('hex');
    return this.database.write(plant, async (tx) => {
      const found = await this.subscriptions.renewSecret(tx, id, seal(secret, this.installationSecret));
      return found ? { secret } : refuse('thing.unknown', { kind: 'report subscription', id });
    });
  }

  /** Reports begin with what ends from now on; other words, or another receiver, change nothing about what was taken up. */
  private async progress(
    tx: Tx,
    before: SubscriptionEntity | null,
    values: SubscriptionValues,
  ): Promise<Progress> {
    const goesOn = before?.active && before.span === values.span && before.line === values.line;
    const mark = goesOn ? { at: before.afterAt.getTime(), key: before.afterKey } : undefined;
    const progress = await this.pace.progress(tx, values, mark);
    return values.active ? progress : { ...progress, dueAt: null };
  }
}
