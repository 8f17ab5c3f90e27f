import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { LOOP_STEPS, type LoopStatus } from '@takt/contracts';
import { Clock } from '../../../platform/clock';
import { Database, type Tx } from '../../../platform/database';
import { Readiness } from '../../../platform/http';
import { LoopMetrics } from '../../../platform/metrics';
import { Jobs } from '../../../platform/queue';
import { ReplanQueueRepository } from '../../scheduling';

const SAMPLE_MS = 5000;
/** Messages per second are those of the last minute. */
const SAMPLES = 13;
const REPLANS = 20;

interface Sample {
  readonly atMs: number;
  readonly total: number;
}

interface Waiting {
  readonly outbox: number;
  readonly oldest: Date | null;
  readonly quarantined: number;
}

/** How the loop works: latency of its steps, what waits, the last replans. Messages and latencies are those of this process. */
@Injectable()
export class LoopService implements OnModuleInit, OnModuleDestroy {
  private samples: Sample[] = [];
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly database: Database,
    private readonly metrics: LoopMetrics,
    private readonly jobs: Jobs,
    private readonly readiness: Readiness,
    private readonly replans: ReplanQueueRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => void this.sample(), SAMPLE_MS).unref();
  }

  onModuleDestroy(): void {
    if (this.timer) clearInterval(this.timer);
  }

  /** The loop of a plant now. */
  async status(plant: string): Promise<LoopStatus> {
    const { waiting, runs } = await this.database.read(plant, async (tx) => ({
      waiting: await this.waiting(tx),
      runs: await this.replans.lastRuns(tx, REPLANS),
    }));
    const { total, perSec } = await this.sample();
    const { queues, health } = await this.jobs.status();
    return {
      at: this.clock.iso(),
      rate: this.clock.rate,
      steps: LOOP_STEPS.map((step) => ({ step, ...this.metrics.figures(step) })),
      messagesPerSec: perSec,
      messagesTotal: total,
      quarantined: waiting.quarantined,
      outboxWaiting: waiting.outbox,
      deriveBehindMs: waiting.oldest === null ? 0 : Math.max(0, this.clock.real() - waiting.oldest.getTime()),
      jobs: [...queues],
      replans: runs.map(({ version, at, triggers, solveMs, moved, totalMs, outcome }) => ({
        ...{ version, triggers, solveMs, moved, totalMs, outcome },
        at: at.toISOString(),
      })),
      parts: [...(await this.readiness.check()).parts, health],
    };
  }

  private async waiting(tx: Tx): Promise<Waiting> {
    const [row] = await tx.query<Waiting>(
      `select (select count(*)::int from outbox where dispatched_at is null) as outbox, (select min(written_at) from ingest_batch) as oldest,
         (select count(*)::int from quarantine where plant = $1 and resolved_at is null) as quarantined`,
      [tx.plant],
    );
    return row ?? { outbox: 0, oldest: null, quarantined: 0 };
  }

  private async sample(): Promise<{ total: number; perSec: number }> {
    const { values } = await this.metrics.messages.get();
    const total = values.reduce((sum, { value }) => sum + value, 0);
    const atMs = performance.now();
    const [first] = this.samples;
    const last = this.samples.at(-1);
    if (!last || atMs - last.atMs >= SAMPLE_MS / 2)
      this.samples = [...this.samples, { atMs, total }].slice(-SAMPLES);
    if (!first || atMs - first.atMs < 1) return { total, perSec: 0 };
    return { total, perSec: ((total - first.total) * 1000) / (atMs - first.atMs) };
  }
}
