import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database';
import { OnJob } from '../../platform/queue';
import { AccessRepository } from './access.repository';

const DAY_MS = 86_400_000;
/** Dispatched outbox rows are kept for a look, idempotency keys for late repeats, ended log-ins for the audit. */
const KEEP = { outboxMs: DAY_MS, idempotencyMs: 15 * DAY_MS, sessionMs: 30 * DAY_MS } as const;

/** Upkeep of what the platform and the log-ins leave behind. */
@Injectable()
export class AccessJobs {
  constructor(
    private readonly database: Database,
    private readonly repository: AccessRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @OnJob('upkeep.clean')
  async clean(): Promise<void> {
    const before = (ms: number): Date => new Date(this.clock.real() - ms);
    await this.database.write('*', async (tx) => {
      await tx.query('delete from outbox where dispatched_at < $1', [before(KEEP.outboxMs)]);
      await tx.query('delete from idempotency where created_at < $1', [before(KEEP.idempotencyMs)]);
      await this.repository.clean(tx, before(KEEP.sessionMs));
    });
  }
}
