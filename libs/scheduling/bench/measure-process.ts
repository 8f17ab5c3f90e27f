/** The process in which one instance is measured, so that its memory and its warm-up are its own. */
import { readProblem, solve, type Schedule, type SolveOptions } from '../src';
import { verify, type ProblemInput } from '../src/verify';

/**
 * What counts as time: `wall` as a factory has it, or `cpu`, the time that the process was at work, which a machine busy
 * with other things does not distort.
 */
export type ClockName = keyof typeof clocks;

const clocks = {
  wall: (): number => performance.now(),
  cpu: (): number => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
};

/** The clocks by name. */
export const clockNames = Object.keys(clocks) as ClockName[];

/** What is to be measured. */
export interface MeasureOrder extends Pick<SolveOptions, 'seconds' | 'moves' | 'seed' | 'start'> {
  problem: ProblemInput;
  /** What counts as time; default `wall`. */
  clock?: ClockName;
}

/** What was measured. */
export interface Measured {
  schedule: Schedule;
  /** From the parsed file to the first plan, reading included. */
  firstPlanMs: number;
  /** Time of the whole solve. */
  solveMs: number;
  movesPerSecond: number;
  /** Largest resident memory of the process. */
  memoryMb: number;
  /** What the independent verifier found, at most 20 lines. */
  violations: string[];
}

/** A problem that the engine refuses, or a fault on the way. */
export interface NotMeasured {
  refused: string;
}

/** Solves once and verifies the result. */
export function measureHere({
  problem: file,
  clock = 'wall',
  ...options
}: MeasureOrder): Measured | NotMeasured {
  const now = clocks[clock];
  const began = now();
  const reading = readProblem(file);
  const readMs = now() - began;
  if (!reading.ok)
    return { refused: reading.faults.map(({ path, message }) => `${path}: ${message}`).join('; ') };
  let firstPlanMs: number | undefined;
  const solveBegan = now();
  const schedule = solve(reading.problem, {
    ...options,
    now,
    // the trace has the instant of the first plan, but not where moves are counted
    ...(options.moves === undefined ? {} : { onImprovement: () => (firstPlanMs ??= now() - solveBegan) }),
  });
  const solveMs = now() - solveBegan;
  const memoryMb = process.resourceUsage().maxRSS / 1024;
  const first = options.moves === undefined ? schedule.trace[0]?.[0] : undefined;
  const violations = verify(file, schedule).violations.slice(0, 20);
  return {
    schedule,
    firstPlanMs: readMs + (first ?? firstPlanMs ?? solveMs),
    solveMs,
    movesPerSecond: solveMs > 0 ? (schedule.moves / solveMs) * 1000 : 0,
    memoryMb,
    violations: violations.map(({ rule, message }) => `${rule}: ${message}`),
  };
}

if (process.send)
  process.once('message', (order: MeasureOrder) => {
    process.send?.(measureHere(order), undefined, undefined, () => process.disconnect());
  });
