import { constructed } from '../construct/construct';
import type { Model } from '../model/model';
import type { StationTime } from '../model/station-time';
import { setAsideDisplaced, publishedStarts } from '../plan/displaced';
import { clonePlan, type Plan } from '../plan/plan';
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
 * The running plan after an event. What the event delays is put in anew, so that the rest stays; or all shifts behind it,
 * when that costs less or there is no time. A new plan only where something falls out of the old one.
 */
export function repaired(model: Model, start: StartPlan, { time, budget, costOf, stayOf }: Repair): Plan {
  const shifted = startPlan(model, start);
  const least = costOf(shifted);
  const put = clonePlan(shifted);
  const timing = new SerialTiming(model, time);
  const runStart = publishedStarts(model, start.operations);
  const aside = setAsideDisplaced(model, put, { timing, runStart });
  new Reinsertion(model, put, { time, stay: stayOf(least) }).run(aside, budget);
  const better = costOf(put) < least ? put : shifted;
  if (costOf(better) < new Cost(model).missing) return better;
  const fresh = constructed(model, model.stationTime());
  return costOf(fresh) < costOf(better) ? fresh : better;
}
