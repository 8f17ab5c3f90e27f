import { Inject, Injectable } from '@nestjs/common';
import { ENV, type Env } from '../../env';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database';
import { BootRepository } from './boot.repository';
import { MessageRepository } from './message.repository';
import { QuarantineRepository } from './quarantine.repository';

const DAY_MS = 86_400_000;
/** Real time for which partitions are made ahead, whatever the rate of the clock. */
const AHEAD_REAL_MS = 600_000;
const AHEAD_DAYS = 3;
/** Rows without a day of their own that are removed at once. */
const REST_MOST = 10_000;

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** Keeps the tables of messages in shape: partitions ahead, retention, gaps that nobody will fill. */
@Injectable()
export class Upkeep {
  constructor(
    private readonly database: Database,
    private readonly messages: MessageRepository,
    private readonly quarantine: QuarantineRepository,
    private readonly boots: BootRepository,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** Makes sure that there are partitions for the days to come; a device's clock may be a day ahead. */
  async openPartitions(): Promise<void> {
    const now = this.clock.now();
    const ahead = Math.max(AHEAD_DAYS * DAY_MS, AHEAD_REAL_MS * this.clock.rate + 2 * DAY_MS);
    const days = { first: dayOf(now - DAY_MS), last: dayOf(now + ahead) };
    await this.database.write('*', (tx) => this.messages.openPartitions(tx, days));
  }

  /** Removes what is past its retention, and gives gaps up that are older than a day. */
  async clean(): Promise<void> {
    const now = this.clock.now();
    const oldest = now - this.env.RETENTION_DAYS * DAY_MS;
    await this.database.write('*', async (tx) => {
      await this.messages.dropPartitions(tx, dayOf(oldest), REST_MOST);
      await this.quarantine.clean(tx, new Date(oldest));
      await this.boots.clean(tx, new Date(oldest));
      await this.boots.giveUpGaps(tx, new Date(now - DAY_MS), new Date(now));
    });
  }
}
