import { parentPort, workerData } from 'node:worker_threads';
import { solve, type Problem, type Schedule, type StartPlan } from '@takt/scheduling';

/** What the thread is asked to do. */
export interface SolveOrder {
  readonly id: number;
  readonly problem: Problem;
  readonly seconds: number;
  readonly seed: number;
  readonly start?: StartPlan;
}

/** What the thread answers. */
export type SolveAnswer =
  | { readonly id: number; readonly ok: true; readonly schedule: Schedule }
  | { readonly id: number; readonly ok: false; readonly error: string };

const stop = new Int32Array(workerData as SharedArrayBuffer);

/** Solves one order after the other beside the event loop of core; the shared flag stops the search. */
parentPort?.on('message', (order: SolveOrder) => {
  let answer: SolveAnswer;
  try {
    const schedule = solve(order.problem, {
      seconds: order.seconds,
      seed: order.seed,
      now: () => performance.now(),
      signal: {
        get aborted() {
          return Atomics.load(stop, 0) === 1;
        },
      },
      ...(order.start ? { start: order.start } : {}),
    });
    answer = { id: order.id, ok: true, schedule };
  } catch (error) {
    answer = {
      id: order.id,
      ok: false,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
  parentPort?.postMessage(answer);
});
