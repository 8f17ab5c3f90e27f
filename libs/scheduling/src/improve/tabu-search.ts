import type { Model } from '../model/model';
import { copyPlan } from '../plan/plan';
import type { GraphTiming } from '../timing/graph-timing';
import { LatePathTrials } from './late-path-trials';
import { meanRun } from './scale';
import { Tabu } from './tabu';
import type { Search } from './trials';

/**
 * A search: so many moves of the tabu search without a better plan, and the plan is shaken; trials of one shake, its first
 * temperature, and that of the choice where to go on, both in what it costs when all jobs are late by a mean run. Where all
 * is due together most moves change nothing, and only a long search goes deep; where each job has its own date good plans are
 * far apart, and only a hot shake leads from one to another.
 */
const TOGETHER = { patience: 8000, trials: 1000, hot: 0.4, choice: 0.1 };
const ONE_BY_ONE = { patience: 100, trials: 2000, hot: 1, choice: 0.4 };
/** Last temperature of a shake, in the same unit. */
const COLD = 0.02;

/**
 * Tabu search and short annealing in turns: the one finds the best plan nearby, the other leaves it without losing what is
 * good in it. The next turn begins at the newest plan, or at the best one when the newest is much worse.
 * @see H. Lourenço, O. Martin, T. Stützle: Iterated local search (2003)
 */
export function tabuSearch(search: Search, timing: GraphTiming): void {
  const { model, plan, random, budget, record, bound } = search;
  const { patience, trials: length, hot, choice } = model.jobs.count === 1 ? TOGETHER : ONE_BY_ONE;
  const tabu = new Tabu(search, timing);
  const trials = new LatePathTrials(search, timing);
  const unit = unitOfAll(model);
  while (record.cost > bound && !budget.ended()) {
    tabu.run(patience);
    const near = tabu.bestCost < record.cost - choice * unit * Math.log(random() + 1e-12);
    copyPlan(near ? tabu.best : record.plan, plan);
    trials.reload();
    shake(search, trials, { hot: hot * unit, cold: COLD * unit, length });
  }
}

/** Anneals for a short while, from hot to cold. */
function shake(
  { plan, random, budget, record }: Search,
  trials: LatePathTrials,
  { hot, cold, length }: { hot: number; cold: number; length: number },
): void {
  for (let i = 0; i < length; i++) {
    if ((i & 63) === 0 && budget.ended()) return;
    const temperature = hot * Math.pow(cold / hot, i / length);
    budget.moves++;
    if (!trials.propose()) return;
    if (trials.attempt(trials.cost - temperature * Math.log(random() + 1e-12)))
      record.offer(plan, trials.cost);
  }
}

/** What it costs that every job is late by an average run. */
function unitOfAll(model: Model): number {
  let weight = 0;
  for (const w of model.jobs.weight) weight += w;
  return Math.max(1, meanRun(model) * weight);
}
