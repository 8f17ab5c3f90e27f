import { Injectable, Logger } from '@nestjs/common';
import { jobCatalog, type JobName, type JobSpec } from '@takt/contracts';
import type { LeaderDuty } from '../leader';
import { Ending, Interrupted } from './ending';
import { Jobs } from './jobs';

/** Does the ticks of the catalogue while this process leads. A tick that is still busy is not started a second time. */
@Injectable()
export class Ticker implements LeaderDuty {
  private readonly logger = new Logger('ticks');
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly busy = new Map<string, Promise<void>>();

  constructor(
    private readonly jobs: Jobs,
    private readonly ending: Ending,
  ) {}

  async begin(): Promise<void> {
    for (const [name, spec] of Object.entries(jobCatalog) as [JobName, JobSpec][]) {
      if (spec.everySec === undefined) continue;
      this.timers.push(setInterval(() => this.tick(name), spec.everySec * 1000));
    }
  }

  end(): void {
    for (const timer of this.timers.splice(0)) clearInterval(timer);
  }

  /** Waits until the ticks under way are done, or have left what can wait. */
  async drain(): Promise<void> {
    this.end();
    this.ending.begin();
    await Promise.allSettled(this.busy.values());
  }

  private tick(name: JobName): void {
    if (this.busy.has(name)) return;
    const work = this.jobs
      .tick(name)
      .catch((error: unknown) => {
        if (!(error instanceof Interrupted)) this.logger.error({ tick: name, err: error }, 'tick failed');
      })
      .finally(() => this.busy.delete(name));
    this.busy.set(name, work);
  }
}
