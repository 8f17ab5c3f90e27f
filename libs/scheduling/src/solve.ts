import { lowerBound } from './bound/bound';
import { construct } from './construct/construct';
import { lateJobs } from './explain/late-jobs';
import { Budget } from './improve/budget';
import { improve } from './improve/improve';
import { seededRandom } from './improve/random';
import { Record } from './improve/record';
import { compile } from './model/compile';
import type { Model } from './model/model';
import type { StationTime } from './model/station-time';
import type { SolveOptions } from './options';
import { clonePlan, type Plan } from './plan/plan';
import { type Decided, scheduleOf } from './plan/schedule-of';
import { reroute } from './plan/reroute';
import { orderBy, startPlan } from './plan/start-plan';
import type { Problem } from './problem';
import type { Schedule } from './schedule';
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
  const first = firstPlan(model, { timing, time, costOf }, start);
  const news =
    onImprovement &&
    ((record: Record): void => {
      const { score, terms, unplaced } = decide(record.plan);
      onImprovement({ ms: budget.elapsedMs(), moves: budget.moves, score, terms, unplaced: unplaced.length });
    });
  const record = new Record(first, budget, news);
  record.offer(first, costOf(first));
  if (model.size > 0 && !budget.ended()) {
    const random = seededRandom(seed);
    const stay = start ? Math.round((STAY * record.cost) / model.size) : 0;
    improve({ model, plan: clonePlan(first), random, budget, record, stay }, time);
  }
  const decided = decide(record.plan);
  const { moves } = budget;
  return {
    ...decided,
    bound: usefulBound(model, decided),
    seed,
    moves,
    trace: record.trace,
    late: lateJobs(model, decided),
  };
}

/**
 * A search from a running plan pays this share of the mean cost of an operation for each one that leaves its published
 * instant or station, besides the prices of the problem: people should not hear of changes that bring nearly nothing.
 */
const STAY = 0.1;

/** Problems above this size get no bound: stations and jobs are many, and the bound is far away. */
const MOST_FOR_BOUND = 20_000;

/** null where nothing useful is known: operations are missing, or the bound says no more than that costs are not negative. */
function usefulBound(model: Model, { score, unplaced }: Decided): number | null {
  if (unplaced.length > 0 || model.size > MOST_FOR_BOUND) return null;
  const bound = lowerBound(model);
  return bound > 0 || score === 0 ? bound : null;
}

/** How often a plan to go on from is put in the order of its new times. */
const ROUNDS = 4;

interface Pricing {
  readonly timing: SerialTiming;
  readonly time: StationTime;
  costOf(plan: Plan): number;
}

/** The plan to go on from where there is one and nothing falls out of it; otherwise what costs less, it or a new one. */
function firstPlan(model: Model, pricing: Pricing, start: SolveOptions['start']): Plan {
  if (!start) return construct(model, model.stationTime());
  const { timing, costOf } = pricing;
  const old = startPlan(model, start);
  let best = old;
  let least = Infinity;
  // what an event delays goes elsewhere, or must not hold up what comes after it on other stations
  for (let round = 0; round < ROUNDS; round++) {
    const cost = costOf(old);
    if (cost < least) [best, least] = [clonePlan(old), cost];
    orderBy(model, old, Float64Array.from(timing.times.runStart));
    if (round > 0) reroute(model, old, pricing);
  }
  if (least < new Cost(model).missing) return best;
  const fresh = construct(model, model.stationTime());
  return costOf(fresh) < least ? fresh : best;
}
