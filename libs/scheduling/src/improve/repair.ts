import { constructed } from '../construct/construct';
import type { Model } from '../model/model';
import type { StationTime } from '../model/station-time';
import { setAsideDisplaced, publishedStarts } from '../plan/displaced';
import type { Plan } from '../plan/plan';
import { startPlan } from '../plan/start-plan';
import type { StartPlan } from '../schedule';
import { Cost } from '../timing/cost';
import { SerialTiming } from '../timing/serial-timing';
import type { Budget } from './budget';
import { Reinsertion } from './reinsert';

/** What a repair works with. */
export interface Repair {
  readonly time: StationTime;
  readonly budget: Budget;
  costOf(plan: Plan): number;
  /** Price of a published operation that moves, for a plan of that cost. */
  stayOf(cost: number): number;
}

/**
 * The running plan after an event: what the event delays is put in anew, so that the rest stays. All shifts behind it, or a new
 * plan is made, only where something would fall out.
 */
export function repaired(model: Model, start: StartPlan, { time, budget, costOf, stayOf }: Repair): Plan {
  const put = startPlan(model, start);
  const timing = new SerialTiming(model, time);
  const runStart = publishedStarts(model, start.operations);
  const aside = setAsideDisplaced(model, put, { timing, runStart });
  new Reinsertion(model, put, aside, { time, stayOf }).run(budget);
  const cost = costOf(put);
  if (cost < new Cost(model).missing) return put;
  const others = [startPlan(model, start), constructed(model, model.stationTime())];
  return others.reduce((best, plan) => (costOf(plan) < costOf(best) ? plan : best), put);
}
