import { Inject, Injectable, Logger } from '@nestjs/common';
import { isRefusal, sentenceOf, type JobPayload } from '@takt/contracts';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database';
import { OnJob } from '../../platform/queue';
import { endOf, type SendOutcome } from '../channel';
import { ReportMessages } from './report-message';
import { ReportTargets } from './report-targets';
import { SendingRepository, type ClaimedSending } from './sending.repository';
import { SendingService } from './sending.service';

/** How long an attempt may take, the writing included, before its sending counts as abandoned. */
const CLAIM_MS = 3 * 60_000;
/** Sendings due for so long have lost their job. */
const LOST_MS = 5000;
const SWEEP = 100;
const KEEP_MS = 90 * 86_400_000;

/** Sends reports. What is due, and when next, stands in PostgreSQL; a job only says that there is something to do. */
@Injectable()
export class SendingJobs {
  private readonly logger = new Logger('reports');

  constructor(
    private readonly database: Database,
    private readonly sendings: SendingRepository,
    private readonly service: SendingService,
    private readonly messages: ReportMessages,
    private readonly targets: ReportTargets,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @OnJob('report.send')
  async send({ plant, sending: id }: JobPayload<'report.send'>): Promise<void> {
    const claimed = await this.database.write(plant, (tx) => {
      const now = this.clock.real();
      return this.sendings.claim(tx, id, new Date(now), new Date(now + CLAIM_MS));
    });
    if (claimed) await this.settle(plant, claimed, await this.attempt(plant, claimed));
  }

  /** Wakes what has lost its job, and forgets what was sent long ago. */
  async sweep(): Promise<void> {
    const now = this.clock.real();
    const due = await this.database.write('*', async (tx) => {
      await this.sendings.forget(tx, new Date(now - KEEP_MS));
      return this.sendings.due(tx, new Date(now - LOST_MS), SWEEP);
    });
    for (const { plant, id } of due) this.service.wake(plant, id, { dedupe: `sweep ${id}` });
  }

  private async attempt(plant: string, claimed: ClaimedSending): Promise<SendOutcome> {
    const { sending, subscription } = claimed;
    if (!subscription.active && !sending.trial)
      return { accepted: false, status: 'switched off', final: true };
    try {
      const message = sending.message ?? (await this.messages.write(plant, claimed));
      if (isRefusal(message))
        return { accepted: false, status: sentenceOf(message.code, message.facts, 'en').detail, final: true };
      if (sending.message === null)
        await this.database.write(plant, (tx) => this.sendings.keep(tx, sending.id, message));
      return await this.targets.send(sending.id, message, subscription);
    } catch (error) {
      this.logger.error({ plant, sending: sending.id, err: error }, 'a report could not be written');
      return { accepted: false, status: 'the report could not be written; the log says why' };
    }
  }

  private async settle(plant: string, { sending }: ClaimedSending, outcome: SendOutcome): Promise<void> {
    const { end, delayMs } = endOf(outcome, sending.attempts, this.clock.real());
    await this.database.write(plant, (tx) => this.sendings.settle(tx, sending.id, end));
    if (delayMs !== null) this.service.wake(plant, sending.id, { delayMs });
  }
}
