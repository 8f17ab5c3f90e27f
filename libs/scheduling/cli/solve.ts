/**
 * `npm run schedule:solve -- problem.json --seconds 1 --seed 1 [--moves N] [--start plan.json] > schedule.json`: plans. Only the
 * schedule goes to stdout. SIGINT and SIGTERM end the search; the best plan so far is written. Exit code 2 = refused.
 */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { Improvement, Schedule, StartPlan } from '../src';
import { commandLine, numberOption, readJsonFile, Refusal, runAsMain, type Command } from './command';
import { openProblem } from './open-problem';
import type { SolveOrder, SolveNews } from './solve-worker';

const usage =
  'npm run schedule:solve -- problem.json [--seconds 1] [--seed 1] [--moves N] [--start plan.json] [--progress] > schedule.json';
const options = {
  seconds: { type: 'string' },
  seed: { type: 'string', default: '1' },
  moves: { type: 'string' },
  start: { type: 'string' },
  progress: { type: 'boolean', default: false },
} as const;
const DEFAULT_SECONDS = 1;
const MOST_SECONDS = 7 * 86400;

const startPlan = z.object({
  operations: z.array(z.object({ op: z.string(), station: z.string(), runStart: z.int() })),
  opened: z.array(z.object({ station: z.string(), interval: z.tuple([z.int(), z.int()]) })).optional(),
});

/** Finds a schedule; `onImprovement` hears of better plans as they come. */
export type Search = (order: SolveOrder, onImprovement?: (news: Improvement) => void) => Promise<Schedule>;

/**
 * Plans.
 *
 * @param search how a schedule is found
 * @param stop where a signal is told to the search
 */
export async function solveWith(
  search: Search,
  stop: Int32Array,
  [argv, output]: Parameters<Command>,
): Promise<number> {
  const { values, positionals } = commandLine(argv, { usage, files: ['problem'], options });
  const { seconds, moves } = values;
  const order: SolveOrder = {
    problem: openProblem(positionals[0]),
    seed: numberOption('seed', values.seed, [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER]),
    seconds: secondsOf(seconds, moves),
    moves: moves === undefined ? undefined : numberOption('moves', moves, [0, Number.MAX_SAFE_INTEGER]),
    start: values.start === undefined ? undefined : readStart(values.start),
    stop,
  };
  const schedule = await search(
    order,
    values.progress ? (news) => output.aside(progressLine(news)) : undefined,
  );
  output.result(`${JSON.stringify(schedule)}\n`);
  return 0;
}

/** Without a limit of moves, a second is searched. */
function secondsOf(seconds: string | undefined, moves: string | undefined): number | undefined {
  if (seconds !== undefined) return numberOption('seconds', seconds, [0, MOST_SECONDS], false);
  return moves === undefined ? DEFAULT_SECONDS : undefined;
}

/** The first signal ends the search, a second one the process. */
function stopOnSignals(stop: Int32Array): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (Atomics.exchange(stop, 0, 1) === 1) process.exit(130);
    });
}

function readStart(path: string): StartPlan {
  const plan = startPlan.safeParse(readJsonFile(path));
  if (plan.success) return plan.data;
  const { path: at, message } = plan.error.issues[0];
  throw new Refusal(`${path}: ${at.join('.')}: ${message}. Maybe this is no schedule file?`);
}

/** Solves in a thread of its own, so that this one hears signals. */
const solveInWorker: Search = (order, onImprovement) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(join(__dirname, 'solve-worker.js'), { workerData: order });
    worker.on('message', (news: SolveNews) => {
      if ('schedule' in news) resolve(news.schedule);
      else onImprovement?.(news.improvement);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`the search ended with code ${code} and no schedule`)));
  });

function progressLine({ ms, moves, score, unplaced }: Improvement): string {
  return `${(ms / 1000).toFixed(2)} s, ${moves} moves: score ${score}, ${unplaced} unplaced\n`;
}

runAsMain(__filename, (...called) => {
  const stop = new Int32Array(new SharedArrayBuffer(4));
  stopOnSignals(stop);
  return solveWith(solveInWorker, stop, called);
});
