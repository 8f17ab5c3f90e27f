import type { Model } from '../model/model';
import { copyPlan } from '../plan/plan';
import type { GraphTiming } from '../timing/graph-timing';
import { LatePathTrials } from './late-path-trials';
import { meanRun } from './scale';
import { Tabu } from './tabu';
import type { Search } from './trials';

/**
 * So many moves of the tabu search without a better plan, and the plan is shaken; trials of one shake. Where all is due
 * together most moves change nothing, and only a long search goes deep.
 */
const TOGETHER = { patience: 3000, trials: 1000 };
const ONE_BY_ONE = { patience: 100, trials: 2000 };
/** Temperatures of a shake and of the choice where to go on, in what it costs when all jobs are late by a mean run. */
const HOT = 0.4;
const COLD = 0.02;
const CHOICE = 0.1;

/**
 * Tabu search and short annealing in turns: the one finds the best plan nearby, the other leaves it without losing what is
 * good in it. The next turn begins at the newest plan, or at the best one when the newest is much worse.
 * @see H. Lourenço, O. Martin, T. Stützle: Iterated local search (2003)
 */
export function tabuSearch(search: Search, timing: GraphTiming): void {
  const { model, plan, random, budget, record, bound } = search;
  const { patience, trials: length } = model.jobs.count === 1 ? TOGETHER : ONE_BY_ONE;
  const tabu = new Tabu(search, timing);
  const trials = new LatePathTrials(search, timing);
  const unit = unitOfAll(model);
  while (record.cost > bound && !budget.ended()) {
    tabu.run(patience);
    const near = tabu.bestCost < record.cost - CHOICE * unit * Math.log(random() + 1e-12);
    copyPlan(near ? tabu.best : record.plan, plan);
    trials.reload();
    shake(search, trials, { unit, length });
  }
}

/** Anneals for a short while, from hot to cold. */
function shake(
  { plan, random, budget, record }: Search,
  trials: LatePathTrials,
  { unit, length }: { unit: number; length: number },
): void {
  for (let i = 0; i < length; i++) {
    if ((i & 63) === 0 && budget.ended()) return;
    const temperature = unit * HOT * Math.pow(COLD / HOT, i / length);
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
