/** The thread in which `schedule:solve` searches. */
import { parentPort, workerData } from 'node:worker_threads';
import { solve, type Improvement, type Problem, type Schedule, type SolveOptions } from '../src';

/** What the thread is to do; `stop[0]` becomes 1 when it is to end. */
export interface SolveOrder extends Pick<SolveOptions, 'seconds' | 'moves' | 'seed' | 'start'> {
  problem: Problem;
  stop: Int32Array;
}

/** What the thread tells: better plans as they come, the schedule at the end. */
export type SolveNews = { improvement: Improvement } | { schedule: Schedule };

/** Searches in this thread. */
export function searchHere({ problem, stop, ...options }: SolveOrder, tell: (news: SolveNews) => void): void {
  const signal = {
    get aborted() {
      return Atomics.load(stop, 0) === 1;
    },
  };
  const now = (): number => performance.now();
  const onImprovement = (improvement: Improvement): void => tell({ improvement });
  tell({ schedule: solve(problem, { ...options, now, signal, onImprovement }) });
}

if (parentPort) {
  const port = parentPort;
  searchHere(workerData as SolveOrder, (news) => port.postMessage(news));
}
