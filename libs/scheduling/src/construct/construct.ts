import type { Model } from '../model/model';
import type { StationTime } from '../model/station-time';
import { clonePlan, type Plan } from '../plan/plan';
import { Cost } from '../timing/cost';
import { Dispatcher, type DispatchRule } from './dispatch';
import { stretchOf, type Urgency, urgencyOf } from './urgency';

/** Rules in the order in which they are tried; big problems try the first ones only. */
const RULES: readonly DispatchRule[] = [
  { lookahead: 3, changeoverScale: 0.5 },
  { changeoverScale: 1 },
  { lookahead: 10, changeoverScale: 0.5 },
  { lookahead: 1, changeoverScale: 0.5 },
  { lookahead: 30, changeoverScale: 0.25 },
  { lookahead: 5, changeoverScale: 2 },
];

/** Rules are tried until so many operations are dispatched, even when there is no time to search. */
const AT_ONCE = 5000;
/** So often a rule is tried with what found no place placed first. */
const TURNS = 3;
/** No further rule is tried after so many operations. */
const EFFORT = 40_000;

/**
 * First plans by several dispatching rules, one after the other.
 * @param tell hears of every plan that costs less than those before it, in an array that the next rule overwrites
 * @param goOn is asked before each further rule of a large problem whether there is time for it
 */
export function construct(
  model: Model,
  time: StationTime,
  { tell, goOn = () => true }: { tell: (plan: Plan, cost: number) => void; goOn?: () => boolean },
): void {
  const stretch = stretchOf(model, time);
  const urgency = urgencyOf(model, stretch);
  const dispatcher = new Dispatcher(model, time, urgency, stretch);
  const cost = new Cost(model);
  let least = Infinity;
  let dispatched = 0;
  for (const rule of rulesFor(model, urgency)) {
    if (dispatched > 0 && dispatched + model.size > EFFORT) return;
    if (dispatched >= AT_ONCE && !goOn()) return;
    dispatched += model.size;
    for (let turn = 0; turn < TURNS; turn++) {
      dispatcher.run(rule);
      const value = cost.total(dispatcher.plan, dispatcher.timing.times);
      if (value < least) tell(dispatcher.plan, (least = value));
      if (value < cost.missing || !dispatcher.placeMissingFirst()) break;
    }
  }
}

/** The rules that can differ: where nothing can be in time, look-aheads do not, and without changeovers their weight does not. */
function rulesFor({ features }: Model, { latestStart }: Urgency): DispatchRule[] {
  const allLate = latestStart.every((instant) => instant <= 0);
  const kinds = new Map<string, DispatchRule>();
  for (const rule of RULES) {
    const { lookahead = 'none', changeoverScale } = rule;
    const dates = allLate && lookahead !== 'none' ? 'any' : lookahead;
    const kind = `${dates} ${features.changeovers ? changeoverScale : 'any'}`;
    if (!kinds.has(kind)) kinds.set(kind, rule);
  }
  return [...kinds.values()];
}

/** The best of the first plans. */
export function constructed(model: Model, time: StationTime): Plan {
  let best: Plan | undefined;
  construct(model, time, { tell: (plan) => (best = clonePlan(plan)) });
  return best!;
}
