import type { Features } from '../model/model';
import type { StationTime } from '../model/station-time';
import { anneal } from './anneal';
import { GraphTrials } from './graph-trials';
import { OrderTrials } from './order-trials';
import { Tabu } from './tabu';
import type { Search } from './trials';

/** Improves the search's plan until the budget ends; the best plan is in the record. */
export function improve(search: Search, time: StationTime): void {
  const { model, budget, plan } = search;
  const waits = plan.notBefore.some((instant) => instant > 0);
  if (waits || !isGraph(model.features)) {
    anneal(search, new OrderTrials(search, time));
    return;
  }
  const trials = new GraphTrials(search, time);
  if (model.jobs.count === 1 && !model.features.calendars) {
    const tabu = new Tabu(search, trials.timing);
    while (!budget.ended()) tabu.run(1e9);
  } else anneal(search, trials);
}

/** Do times follow from the sequences of the stations alone? */
function isGraph({ pools, longestWaits, overtime, lateIsGood }: Features): boolean {
  return !pools && !longestWaits && !overtime && !lateIsGood;
}
