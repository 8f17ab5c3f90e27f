import { unitOfCost } from './scale';
import type { Search, Trials } from './trials';

/** First and last temperature of a long search, in units of cost. */
const HOT = 4;
const COLD = 0.15;
/** How many moves are tried before their speed tells how long the search will be. */
const FIRST_MOVES = 64;

/**
 * Simulated annealing on exact times: a move is made and timed; it is taken back when its cost is above a limit that falls
 * with the share of the budget that is used. A search that has time for few moves only begins colder.
 * @see S. Kirkpatrick, C. Gelatt, M. Vecchi: Optimization by simulated annealing (1983)
 */
export function anneal(search: Search, trials: Trials): void {
  const { model, plan, random, budget, record } = search;
  const unit = unitOfCost(model);
  const begun = budget.share();
  let temperature = 0;
  let least = trials.cost;
  for (let turn = 0; ; turn++) {
    if ((turn & 7) === 0) {
      if (budget.ended()) return;
      const used = (budget.share() - begun) / (1 - begun);
      const expected = turn < FIRST_MOVES ? 0 : turn / Math.max(1e-9, used) / Math.max(1, model.size);
      const hot = HOT * trials.heat(expected);
      temperature = unit * hot * Math.pow(Math.min(COLD, hot / 10) / hot, used);
    }
    budget.moves++;
    if (!trials.propose(temperature)) continue;
    if (!trials.attempt(trials.cost - temperature * Math.log(random() + 1e-12))) continue;
    if (trials.cost < least) {
      least = trials.cost;
      record.take(plan, trials.score);
      if (search.stay === 0 && record.cost <= search.bound) return;
    }
  }
}
