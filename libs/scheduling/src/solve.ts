import { lowerBound } from './bound/bound';
import { FirstPlans } from './construct/construct';
import { lateJobs } from './explain/late-jobs';
import { Budget } from './improve/budget';
import { improve, needsPlacing } from './improve/improve';
import { repaired } from './improve/repair';
import { seededRandom } from './improve/random';
import { Record } from './improve/record';
import { compile } from './model/compile';
import type { Model } from './model/model';
import type { SolveOptions } from './options';
import { clonePlan, emptyPlan, type Plan } from './plan/plan';
import { type Decided, scheduleOf } from './plan/schedule-of';
import type { Problem } from './problem';
import type { Schedule } from './schedule';
import { byOperation, movedOf } from './score/terms';
import { Cost } from './timing/cost';
import { SerialTiming } from './timing/serial-timing';

/**
 * Makes a plan for a checked problem, or goes on from one, and improves it until the time, the moves or the signal end it.
 * @param problem a problem in the normal form that `readProblem` returns
 * @returns the best plan found; with `moves` the same for every machine and for every order of the lists in the problem
 */
export function solve(problem: Problem, options: SolveOptions): Schedule {
  const { seed = 1, start, onImprovement } = options;
  const budget = new Budget(options);
  const model = compile(problem);
  const time = model.stationTime();
  const timing = new SerialTiming(model, time);
  const decide = (plan: Plan): Decided => {
    timing.placeAll(plan);
    return scheduleOf(model, plan, timing);
  };
  const cost = new Cost(model);
  const costOf = (plan: Plan): number => {
    timing.placeAll(plan);
    return cost.total(plan, timing.times);
  };
  const news =
    onImprovement &&
    ((record: Record): void => {
      const { score, terms, unplaced } = decide(record.plan);
      onImprovement({ ms: budget.elapsedMs(), moves: budget.moves, score, terms, unplaced: unplaced.length });
    });
  const random = seededRandom(seed);
  const record = new Record(emptyPlan(model), budget, news);
  const least = model.baseline.stay.some((price) => price > 0) ? 1 : 0;
  const stayOf = (value: number): number =>
    start ? Math.max(least, Math.round((STAY * value) / Math.max(1, model.size))) : 0;
  if (start) {
    const first = repaired(model, start, { time, budget, costOf, stayOf });
    record.offer(first, costOf(first));
  } else {
    const plans = new FirstPlans(model, time, (plan, value) => void record.offer(plan, value));
    plans.byRules(() => !budget.ended());
    if (needsPlacing(model) && model.size > SMALL && model.size <= LARGE)
      plans.byChance(random, budget.part(FIRST_SHARE));
  }
  const hasTime = model.size <= MOST_FOR_BOUND && options.signal?.aborted !== true;
  const bound = hasTime ? lowerBound(model) : 0;
  if (model.size > 0 && !budget.ended()) {
    const stay = stayOf(record.cost);
    improve({ model, plan: clonePlan(record.plan), random, budget, record, stay, bound }, time);
  }
  const decided = decide(record.plan);
  const { moves } = budget;
  return {
    ...decided,
    moved: movedOf(problem, byOperation(decided.operations)),
    bound: usefulBound(model, decided, bound),
    seed,
    moves,
    trace: record.trace,
    late: lateJobs(model, decided),
  };
}

/**
 * A search from a running plan pays this share of the mean cost of an operation for each one that leaves its published
 * instant or station, besides the prices of the problem and the operation's own: people should not hear of changes that bring
 * nearly nothing.
 */
const STAY = 0.1;

/** Above so many operations a move costs so much that further first plans bring more; they may take this share of what is left of the budget. */
const SMALL = 300;
/** Above so many a single plan takes longer than a signal may wait. */
const LARGE = 5000;
const FIRST_SHARE = 0.3;

/** Problems above this size get no bound: stations and jobs are many, and the bound is far away. */
const MOST_FOR_BOUND = 20_000;

/** null where nothing useful is known: operations are missing, or the bound says no more than that costs are not negative. */
function usefulBound({ size }: Model, { score, unplaced }: Decided, bound: number): number | null {
  if (unplaced.length > 0 || size > MOST_FOR_BOUND) return null;
  return bound > 0 || score === 0 ? bound : null;
}
