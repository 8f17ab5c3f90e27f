import { unitOfCost } from './scale';
import type { Search, Trials } from './trials';

/** First and last temperature, in units of cost. */
const HOT = 4;
const COLD = 0.05;

/**
 * Simulated annealing on exact times: a move is made and timed; it is taken back when its cost is above a limit that falls
 * with the share of the budget that is used.
 * @see S. Kirkpatrick, C. Gelatt, M. Vecchi: Optimization by simulated annealing (1983)
 */
export function anneal(search: Search, trials: Trials, until = 1): void {
  const { model, plan, random, budget, record } = search;
  const hot = HOT * unitOfCost(model);
  const begun = budget.share();
  let temperature = hot;
  for (let turn = 0; ; turn++) {
    if ((turn & 7) === 0) {
      const share = budget.share();
      if (share >= until || budget.ended()) return;
      temperature = hot * Math.pow(COLD / HOT, (share - begun) / (until - begun));
    }
    budget.moves++;
    if (!trials.propose(temperature)) continue;
    if (!trials.attempt(trials.cost - temperature * Math.log(random() + 1e-12))) continue;
    record.offer(plan, trials.cost);
  }
}
