import { Injectable, Logger } from '@nestjs/common';
import { Database } from '../../platform/database';
import { LoopMetrics } from '../../platform/metrics';
import { BatchRepository, type WaitingBatch } from './batch.repository';
import { Derivation } from './derivation.service';
import type { Accepted } from './message-decoder';
import { MessageRepository } from './message.repository';
import { isAway } from './store-fault';

/** Counts and values may wait so long for more of them, in real ms; everything else is derived at once. */
const LINGER_MS = 200;
const PATIENT: ReadonlySet<string> = new Set(['count', 'measure']);
const TAKE = { batches: 200, messages: 5000 } as const;
/**
 * A rest between two steps, as a multiple of the time that the last one took, and the longest in real ms: most of what a step
 * costs depends on how many stations have spoken, not on how much they have said.
 */
const REST = { share: 1, mostMs: 50 } as const;
/** Messages that are remembered until they are derived; what does not fit is read again. */
const REMEMBER = 50_000;
const RETRY_MS = 500;
/** What another process has derived is forgotten after this time, in real ms. */
const FORGET_MS = 10_000;
interface Remembered {
  readonly messages: readonly Accepted[];
  readonly committedMs: number;
}

/**
 * Derives committed batches, one transaction for many of them, right after their commit and apart from it. Each batch is
 * derived exactly once: it is forgotten in the transaction that holds its effects. After a crash the batches that wait in
 * PostgreSQL are taken up by whoever comes first. A batch that cannot be derived is put aside after three attempts and
 * stops nobody.
 */
@Injectable()
export class Deriver {
  private readonly logger = new Logger('derive');
  private readonly memory = new Map<string, Remembered>();
  private remembered = 0;
  private running: Promise<void> | null = null;
  private again = false;
  private timer: NodeJS.Timeout | null = null;
  private ended = false;

  constructor(
    private readonly database: Database,
    private readonly batches: BatchRepository,
    private readonly messages: MessageRepository,
    private readonly derivation: Derivation,
    private readonly metrics: LoopMetrics,
  ) {}

  /** A batch was committed by this process. */
  handOver(batch: string, messages: readonly Accepted[]): void {
    if (this.remembered + messages.length <= REMEMBER) {
      this.memory.set(batch, { messages, committedMs: performance.now() });
      this.remembered += messages.length;
    }
    if (messages.some(({ channel }) => !PATIENT.has(channel))) this.wake();
    else this.timer ??= setTimeout(() => this.wake(), LINGER_MS);
  }

  /** Derives what waits, here and now. */
  wake(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.again = true;
    if (!this.ended) this.running ??= this.run().finally(() => (this.running = null));
  }

  /** Derives what waits and waits for it. */
  async idle(): Promise<void> {
    this.wake();
    while (this.running) await this.running;
  }

  /** Finishes the transaction under way and begins no more. */
  async end(): Promise<void> {
    this.ended = true;
    if (this.timer) clearTimeout(this.timer);
    await this.running;
  }

  private async run(): Promise<void> {
    let most: number = TAKE.batches;
    while (this.again && !this.ended) {
      this.again = false;
      const began = performance.now();
      try {
        if (await this.step(most)) this.again = true;
        else if (this.again) await this.rest(performance.now() - began);
      } catch (error) {
        most = await this.afterFailure(error as Error, most);
      }
    }
    this.forgetOld();
  }

  private rest(tookMs: number): Promise<void> {
    return new Promise((done) => setTimeout(done, Math.min(REST.mostMs, REST.share * tookMs)));
  }

  /** One transaction. @returns whether more batches were waiting than it has derived */
  private async step(most: number): Promise<boolean> {
    const started = performance.now();
    let more = false;
    const ids = await this.database.write('*', async (tx) => {
      const taken = await this.batches.take(tx, most);
      const batches: WaitingBatch[] = [];
      const messages: Accepted[] = [];
      for (const batch of taken) {
        if (batches.length > 0 && messages.length + batch.messages > TAKE.messages) break;
        batches.push(batch);
        messages.push(...(this.memory.get(batch.id)?.messages ?? (await this.messages.ofBatch(tx, batch))));
      }
      more = taken.length === most || batches.length < taken.length;
      if (batches.length === 0) return [];
      await this.derivation.derive(tx, messages);
      const done = batches.map(({ id }) => id);
      await this.batches.done(tx, done);
      return done;
    });
    const since = Math.min(started, ...ids.map((id) => this.memory.get(id)?.committedMs ?? started));
    for (const id of ids) this.forget(id);
    if (ids.length > 0) this.metrics.observe('derive', performance.now() - since);
    return more;
  }

  /** What has waited long was derived by another process. */
  private forgetOld(): void {
    const before = performance.now() - FORGET_MS;
    for (const [id, { committedMs }] of this.memory) if (committedMs < before) this.forget(id);
  }

  private forget(id: string): void {
    this.remembered -= this.memory.get(id)?.messages.length ?? 0;
    this.memory.delete(id);
  }

  /** @returns how many batches to take next: after a failure one by one, to find the one that cannot be derived */
  private async afterFailure(error: Error, most: number): Promise<number> {
    if (isAway(error)) {
      this.logger.warn({ err: error.message }, 'committed messages wait for PostgreSQL');
      this.timer ??= setTimeout(() => this.wake(), RETRY_MS);
      return most;
    }
    this.again = true;
    if (most > 1) return 1;
    const failed = await this.database
      .write('*', (tx) => this.batches.failed(tx, String(error.stack ?? error).slice(0, 4000)))
      .catch(() => null);
    // the error itself holds the parameters of the statement: thousands of messages
    this.logger.error(
      { err: error.stack, batch: failed?.id, aside: failed?.aside },
      'a batch cannot be derived',
    );
    if (failed === null) {
      this.again = false;
      this.timer ??= setTimeout(() => this.wake(), RETRY_MS);
    }
    return 1;
  }
}
