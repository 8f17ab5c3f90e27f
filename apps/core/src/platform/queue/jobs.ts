import { Inject, Injectable, Logger } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { Job, Queue, Worker } from 'bullmq';
import { jobCatalog, type JobName, type JobPayload, type JobSpec, type QueuedJobName } from '@takt/contracts';
import { ENV, type Env } from '../../env';
import { DATABASE_URL } from '../database';
import { demandOneEach, discover, type Discovered } from '../discovery';
import { JOB } from './on-job.decorator';
import { queueFactory, type QueueFactory } from './queues';

const specs = jobCatalog as Record<JobName, JobSpec>;
const CONCURRENCY = 2;
const BACKOFF_MS = 1000;
const ENQUEUE_TIMEOUT_MS = 5000;

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

  /** Puts a job into its queue. */
  async enqueue<N extends QueuedJobName>(
    name: N,
    payload: JobPayload<N>,
    options: EnqueueOptions = {},
  ): Promise<void> {
    const spec: JobSpec = specs[name];
    const queue = this.queues.get(spec.queue ?? '');
    if (!queue) throw new Error(`job ${name} has no open queue`);
    const adding = queue.add(name, spec.payload.parse(payload), {
      attempts: spec.attempts ?? 1,
      backoff: { type: 'exponential', delay: BACKOFF_MS },
      ...(options.delayMs === undefined ? {} : { delay: options.delayMs }),
      ...(options.dedupe === undefined
        ? {}
        : { deduplication: { id: `${name}:${options.dedupe}`, keepLastIfActive: true } }),
    });
    await withTimeout(adding, ENQUEUE_TIMEOUT_MS, `queue ${spec.queue}`);
  }

  /** Carries out a tick now, in this process. */
  async tick(name: JobName): Promise<void> {
    await this.handlers.get(name)?.call({});
  }

  /** How full the queues are. */
  async counts(): Promise<QueueCount[]> {
    return Promise.all(
      [...this.queues].map(async ([queue, handle]) => {
        const {
          waiting = 0,
          delayed = 0,
          active = 0,
          failed = 0,
        } = await handle.getJobCounts('waiting', 'delayed', 'active', 'failed');
        return { queue, waiting: waiting + delayed, active, failed };
      }),
    );
  }

  /** Finishes the jobs under way and closes. */
  async close(): Promise<void> {
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

async function withTimeout<T>(work: Promise<T>, ms: number, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} did not answer within ${ms} ms`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
