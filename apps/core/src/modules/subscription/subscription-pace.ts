import { Inject, Injectable } from '@nestjs/common';
import { refuse, type Refusal, type ReportSending } from '@takt/contracts';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database';
import { ReportPeriods, type PeriodKind, type PeriodMark } from '../performance';
import type { SendingEntity } from './sending.entity';
import { sendingOf } from './sending.repository';
import { SendingService } from './sending.service';
import { SubscriptionRepository, type Progress } from './subscription.repository';

const MINUTE_MS = 60_000;
/** Where no period is in sight, it is looked again after so long. */
const LOOK_AGAIN_MS = 60 * MINUTE_MS;
/** What ended longer ago, while core was down, is not sent any more. */
const CATCH_UP_MS = 31 * 86_400_000;

/** What the next report of a subscription depends on. */
interface Paced extends PeriodKind {
  readonly delayMin: number;
}

/** Says which report of a subscription comes next, and takes up those that are due: each period once, in order. */
@Injectable()
export class SubscriptionPace {
  constructor(
    private readonly database: Database,
    private readonly subscriptions: SubscriptionRepository,
    private readonly sendings: SendingService,
    private readonly periods: ReportPeriods,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** How far a subscription has come that has taken up everything until a mark. */
  async progress(tx: Tx, paced: Paced, { at, key }: PeriodMark = this.now()): Promise<Progress> {
    const next = await this.periods.next(tx, paced, { at, key });
    const due = next ? next.to + paced.delayMin * MINUTE_MS : this.clock.now() + LOOK_AGAIN_MS;
    return { afterAt: new Date(at), afterKey: key, dueAt: new Date(due) };
  }

  /**
   * Takes up the next report of a subscription when it is due and the figures have been counted that far.
   * @returns null: it is not due yet
   */
  takeUp(plant: string, id: string): Promise<SendingEntity | null> {
    return this.database.write(plant, async (tx) => {
      const row = await this.subscriptions.lock(tx, id);
      const counted = await this.periods.countedUntil(tx);
      if (!row?.active || counted === null) return null;
      const now = Math.min(this.clock.now(), counted);
      const oldest = now - CATCH_UP_MS;
      const mark =
        row.afterAt.getTime() < oldest
          ? { at: oldest, key: '' }
          : { at: row.afterAt.getTime(), key: row.afterKey };
      const next = await this.periods.next(tx, row, mark);
      // Shifts may have been moved since the day was noted on which this one is due.
      const due = next !== null && next.to + row.delayMin * MINUTE_MS <= now;
      const done = due ? { at: next.to, key: next.key } : mark;
      await this.subscriptions.move(tx, id, await this.progress(tx, row, done));
      return due ? this.sendings.keep(tx, row, next, false) : null;
    });
  }

  /** Sends the report of the last period that has ended, now. @returns thing.unknown · report.no-period */
  async try(plant: string, id: string): Promise<ReportSending | Refusal> {
    const kept = await this.database.write(plant, async (tx) => {
      const row = await this.subscriptions.find(tx, id);
      if (!row) return refuse('thing.unknown', { kind: 'report subscription', id });
      const last = await this.periods.last(tx, row, this.clock.now());
      const sending = last && (await this.sendings.keep(tx, row, last, true));
      return sending ?? refuse('report.no-period', { subscription: id, span: row.span });
    });
    if ('refused' in kept) return kept;
    this.sendings.wake(plant, kept.id);
    return sendingOf(kept);
  }

  private now(): PeriodMark {
    return { at: this.clock.now(), key: '' };
  }
}
