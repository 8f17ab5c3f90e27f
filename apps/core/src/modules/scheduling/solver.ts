import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Injectable, Logger } from '@nestjs/common';
import type { Problem, Schedule, StartPlan } from '@takt/scheduling';
import { projectRoot } from '../../version';
import type { SolveAnswer, SolveOrder } from './solver.thread';

const GRACE_MS = 20_000;

/** How a thread of the solver is kept. */
export interface ThreadOptions {
  /** begins it; the flag stops its search */
  readonly begin?: (flag: SharedArrayBuffer) => Worker;
  /** how long beyond its time it may take before it is given up, in real ms */
  readonly graceMs?: number;
}

interface Waiting {
  readonly done: (schedule: Schedule) => void;
  readonly failed: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

/** What is solved. */
export interface SolveRequest {
  readonly problem: Problem;
  /** real milliseconds to search; 0 asks for the first plan only */
  readonly ms: number;
  readonly start?: StartPlan;
}

/**
 * The solver in threads of its own, so that a search never delays a request; and questions that need no search, such as
 * a promise, do not wait behind one.
 */
@Injectable()
export class Solver {
  private readonly search = new SolverThread();
  private readonly quick = new SolverThread();

  /**
   * Solves a problem.
   * @throws Error when the solver fails or does not answer in time
   */
  solve(request: SolveRequest): Promise<Schedule> {
    return (request.ms === 0 ? this.quick : this.search).solve(request);
  }

  /** Ends the threads; a search under way is given up. */
  async close(): Promise<void> {
    await Promise.all([this.search.close(), this.quick.close()]);
  }
}

/** Begins a thread that solves. Threads run the build, also when core itself runs from its sources in tests. */
export function beginThread(flag: SharedArrayBuffer): Worker {
  const file = join(projectRoot(), 'dist/apps/core/src/modules/scheduling/solver.thread.js');
  return new Worker(file, { workerData: flag });
}

/** One thread, begun when it is needed. One that crashes or does not answer is replaced; whoever waited is told. */
export class SolverThread {
  private readonly logger = new Logger('solver');
  private readonly flag = new SharedArrayBuffer(4);
  private readonly waiting = new Map<number, Waiting>();
  private worker: Worker | null = null;
  private lastId = 0;

  constructor(private readonly options: ThreadOptions = {}) {}

  /**
   * Solves a problem.
   * @throws Error when the thread crashes or does not answer in time
   */
  solve({ problem, ms, start }: SolveRequest): Promise<Schedule> {
    const id = ++this.lastId;
    const order: SolveOrder = { id, problem, seconds: ms / 1000, seed: 1, ...(start ? { start } : {}) };
    return new Promise<Schedule>((done, failed) => {
      const patienceMs = ms + (this.options.graceMs ?? GRACE_MS);
      const timer = setTimeout(
        () => this.giveUp(new Error(`the solver did not answer within ${patienceMs} ms`)),
        patienceMs * (this.waiting.size + 1),
      );
      this.waiting.set(id, { done, failed, timer });
      this.thread().postMessage(order);
    });
  }

  /** Ends the thread; a search under way is given up. */
  async close(): Promise<void> {
    Atomics.store(new Int32Array(this.flag), 0, 1);
    const worker = this.worker;
    this.worker = null;
    await worker?.terminate();
    for (const { failed, timer } of this.waiting.values()) {
      clearTimeout(timer);
      failed(new Error('the solver was closed'));
    }
    this.waiting.clear();
  }

  private thread(): Worker {
    if (this.worker) return this.worker;
    const { begin = beginThread } = this.options;
    const worker = begin(this.flag);
    worker.on('message', (answer: SolveAnswer) => this.answer(answer));
    worker.on('error', (error: Error) => this.giveUp(error));
    worker.on('exit', (code) => {
      if (this.worker === worker) this.giveUp(new Error(`the solver ended with ${code}`));
    });
    worker.unref();
    this.worker = worker;
    return worker;
  }

  private answer(answer: SolveAnswer): void {
    const waiting = this.waiting.get(answer.id);
    if (!waiting) return;
    this.waiting.delete(answer.id);
    clearTimeout(waiting.timer);
    if (answer.ok) waiting.done(answer.schedule);
    else waiting.failed(new Error(answer.error));
  }

  private giveUp(error: Error): void {
    this.logger.error({ err: error }, 'the solver is replaced');
    const worker = this.worker;
    this.worker = null;
    void worker?.terminate();
    for (const { failed, timer } of this.waiting.values()) {
      clearTimeout(timer);
      failed(error);
    }
    this.waiting.clear();
  }
}
