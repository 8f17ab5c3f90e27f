import type { Model } from '../model/model';
import type { StationTime } from '../model/station-time';
import { anneal } from './anneal';
import { GraphTrials } from './graph-trials';
import { OrderTrials } from './order-trials';
import { tabuSearch } from './tabu-search';
import type { Search } from './trials';

/** Improves the search's plan until the budget ends; the best plan is in the record. */
export function improve(search: Search, time: StationTime): void {
  const { model, plan } = search;
  const waits = plan.notBefore.some((instant) => instant > 0);
  if (waits || needsPlacing(model)) {
    anneal(search, new OrderTrials(search, time));
    return;
  }
  const trials = new GraphTrials(search, time);
  if (hasTails(search)) tabuSearch(search, trials.timing);
  else anneal(search, trials);
}

/** So many tails can be computed anew for every move. */
const MOST_TAILS = 20_000;

/** Do the ends of the jobs follow from longest ways, and are these few enough to know them all? */
function hasTails({ model, stay }: Search): boolean {
  const { features, jobs, size, baseline, changeoverPrice } = model;
  if (features.calendars || baseline.moveStation > 0 || (features.changeovers && changeoverPrice > 0))
    return false;
  return jobs.count === 1 || (stay === 0 && size * jobs.count <= MOST_TAILS);
}

/** Do times follow only from placing unit after unit, and not from the sequences of the stations alone? */
export function needsPlacing({ features }: Model): boolean {
  const { pools, longestWaits, overtime, lateIsGood } = features;
  return pools || longestWaits || overtime || lateIsGood;
}
