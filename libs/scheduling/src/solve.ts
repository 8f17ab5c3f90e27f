import { construct } from './construct/construct';
import { lateJobs } from './explain/late-jobs';
import { Budget } from './improve/budget';
import { improve } from './improve/improve';
import { seededRandom } from './improve/random';
import { Record } from './improve/record';
import { compile } from './model/compile';
import type { SolveOptions } from './options';
import { clonePlan } from './plan/plan';
import { scheduleOf } from './plan/schedule-of';
import type { Problem } from './problem';
import type { Schedule } from './schedule';
import { Cost } from './timing/cost';
import { SerialTiming } from './timing/serial-timing';

/**
 * Makes a plan for a checked problem and improves it until the time, the moves or the signal end it.
 * @param problem a problem in the normal form that `readProblem` returns
 * @returns the best plan found; with `moves` the same for every machine and for every order of the lists in the problem
 */
export function solve(problem: Problem, options: SolveOptions): Schedule {
  const { seed = 1 } = options;
  const budget = new Budget(options);
  const model = compile(problem);
  const time = model.stationTime();
  const first = construct(model, time);
  const timing = new SerialTiming(model, time);
  timing.placeAll(first);
  const record = new Record(model, first, budget, () => undefined);
  record.offer(first, new Cost(model).total(first, timing.times));
  if (model.size > 0 && !budget.ended())
    improve({ model, plan: clonePlan(first), random: seededRandom(seed), budget, record }, time);
  timing.placeAll(record.plan);
  const decided = scheduleOf(model, record.plan, timing);
  const { moves } = budget;
  return { ...decided, bound: null, seed, moves, trace: record.trace, late: lateJobs(model, decided) };
}
