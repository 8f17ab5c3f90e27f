import { Inject, Injectable, Logger } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { Job, Queue, Worker } from 'bullmq';
import {
  jobCatalog,
  type JobName,
  type JobPayload,
  type JobSpec,
  type PartHealth,
  type QueuedJobName,
} from '@takt/contracts';
import { ENV, type Env } from '../../env';
import { DATABASE_URL } from '../database';
import { demandOneEach, discover, type Discovered } from '../discovery';
import { JOB } from './on-job.decorator';
import { queueFactory, type QueueFactory } from './queues';

const specs = jobCatalog as Record<JobName, JobSpec>;
const CONCURRENCY = 2;
const BACKOFF_MS = 1000;
/** Jobs on their way into a store that does not answer; further ones are left to the ticks. */
const UNDER_WAY_MAX = 1000;
const COUNT_TIMEOUT_MS = 1000;
const AWAY_CLOSE_MS = 4000;

/** How a job is put into its queue. */
export interface EnqueueOptions {
  /** one running and one waiting job per key: further ones are dropped */
  readonly dedupe?: string;
  /** real milliseconds to wait first */
  readonly delayMs?: number;
}

/** How full a queue is. */
export interface QueueCount {
  readonly queue: string;
  readonly waiting: number;
  readonly active: number;
  readonly failed: number;
}

/** The job store and what it holds. */
export interface JobStatus {
  readonly queues: readonly QueueCount[];
  readonly health: PartHealth;
}

/**
 * Background jobs. A job only says that there is something to do; what is to be done stands in PostgreSQL, so that a
 * lost queue loses nothing. Enqueue after the commit, from an event handler or a tick: never inside a transaction.
 */
@Injectable()
export class Jobs {
  private readonly logger = new Logger('jobs');
  private readonly queues = new Map<string, Queue>();
  private readonly workers: Worker[] = [];
  private factory: QueueFactory | null = null;
  private underWay = 0;
  private handlers = new Map<string, Discovered<string>>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    @Inject(ENV) private readonly env: Env,
    @Inject(DATABASE_URL) private readonly databaseUrl: string,
  ) {}

  /**
   * Finds the handlers and opens the queues.
   * @throws Error when a job of the catalogue has no handler, or two
   */
  async open(): Promise<void> {
    this.handlers = demandOneEach(
      'job',
      Object.keys(jobCatalog),
      discover<string>(this.discovery, this.scanner, JOB),
    );
    const quiet = (error: Error): void =>
      this.logger.warn({ err: error.message }, 'the job store does not answer');
    this.factory = await queueFactory(this.env, this.databaseUrl, quiet);
    for (const name of new Set(
      Object.values(specs).flatMap((spec) => (spec.queue === undefined ? [] : [spec.queue])),
    )) {
      const queue = this.factory.queue(name);
      queue.on('error', quiet);
      this.queues.set(name, queue);
    }
  }

  /** Begins to work on the queues. */
  work(): void {
    for (const name of this.queues.keys()) {
      const worker = this.factory?.worker(name, (job) => this.run(job), CONCURRENCY);
      if (!worker) continue;
      worker.on('error', (error) =>
        this.logger.warn({ err: error.message }, 'the job store does not answer'),
      );
      worker.on('failed', (job, error) =>
        this.logger.error({ job: job?.name, attempt: job?.attemptsMade, err: error }, 'job failed'),
      );
      this.workers.push(worker);
    }
  }

  /**
   * Puts a job into its queue, without waiting for the store: while that is away nothing else stands still, and nothing is
   * lost, for a tick of the same module finds in PostgreSQL what still has to be done.
   */
  enqueue<N extends QueuedJobName>(name: N, payload: JobPayload<N>, options: EnqueueOptions = {}): void {
    const spec: JobSpec = specs[name];
    const queue = this.queues.get(spec.queue ?? '');
    if (!queue) throw new Error(`job ${name} has no open queue`);
    const data: unknown = spec.payload.parse(payload);
    if (this.underWay >= UNDER_WAY_MAX) return;
    this.underWay += 1;
    queue
      .add(name, data, {
        attempts: spec.attempts ?? 1,
        backoff: { type: 'exponential', delay: BACKOFF_MS },
        ...(options.delayMs === undefined ? {} : { delay: options.delayMs }),
        ...(options.dedupe === undefined
          ? {}
          : { deduplication: { id: `${name}:${options.dedupe}`, keepLastIfActive: true } }),
      })
      .catch((error: unknown) =>
        this.logger.warn({ job: name, err: (error as Error).message }, 'the job store did not take a job'),
      )
      .finally(() => (this.underWay -= 1));
  }

  /** Carries out a tick now, in this process. */
  async tick(name: JobName): Promise<void> {
    await this.handlers.get(name)?.call({});
  }

  /** How full the queues are, and whether the job store answers; no queues while it does not. */
  async status(): Promise<JobStatus> {
    const part = 'jobs';
    try {
      const counting = Promise.all([...this.queues].map(([queue, handle]) => countOf(queue, handle)));
      const queues = await within(counting, COUNT_TIMEOUT_MS, 'the job store');
      return { queues, health: { part, ok: true, detail: '' } };
    } catch (error) {
      return { queues: [], health: { part, ok: false, detail: (error as Error).message.slice(0, 200) } };
    }
  }

  /** Finishes the jobs under way and closes. A Redis that does not answer is not waited for: it would be for ever. */
  async close(): Promise<void> {
    if (this.factory?.kind !== 'redis') return this.closeAll();
    const { health } = await this.status();
    const closing = this.closeAll();
    if (health.ok) await closing;
    else await within(closing, AWAY_CLOSE_MS, 'the job store').catch(() => undefined);
  }

  private async closeAll(): Promise<void> {
    await Promise.allSettled(this.workers.map((worker) => worker.close()));
    await Promise.allSettled([...this.queues.values()].map((queue) => queue.close()));
    await this.factory?.close().catch(() => undefined);
  }

  private async run(job: Job): Promise<void> {
    const handler = this.handlers.get(job.name);
    const spec = (specs as Record<string, JobSpec | undefined>)[job.name];
    if (!handler || !spec)
      throw new Error(`job ${job.name} is not known. Maybe a newer version of core left it.`);
    await handler.call(spec.payload.parse(job.data));
  }
}

async function countOf(queue: string, handle: Queue): Promise<QueueCount> {
  const counts = await handle.getJobCounts('waiting', 'delayed', 'active', 'failed');
  const { waiting = 0, delayed = 0, active = 0, failed = 0 } = counts;
  return { queue, waiting: waiting + delayed, active, failed };
}

async function within<T>(work: Promise<T>, ms: number, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} did not answer within ${ms} ms`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
