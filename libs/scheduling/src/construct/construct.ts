import type { Model } from '../model/model';
import type { StationTime } from '../model/station-time';
import { clonePlan, type Plan } from '../plan/plan';
import { Cost } from '../timing/cost';
import { Dispatcher, type DispatchRule } from './dispatch';
import { stretchOf, urgencyOf } from './urgency';

/** Rules in the order in which they are tried; big problems try the first ones only. */
const RULES: readonly DispatchRule[] = [
  { lookahead: 3, changeoverScale: 0.5 },
  { changeoverScale: 1 },
  { lookahead: 10, changeoverScale: 0.5 },
  { lookahead: 1, changeoverScale: 0.5 },
  { lookahead: 30, changeoverScale: 0.25 },
  { lookahead: 5, changeoverScale: 2 },
];

/** Operations dispatched in all: keeps the first plan fast. */
const EFFORT = 40_000;

/** The first plan: several dispatching rules, the best is kept. */
export function construct(model: Model, time: StationTime): Plan {
  const stretch = stretchOf(model);
  const dispatcher = new Dispatcher(model, time, urgencyOf(model, stretch), stretch);
  const cost = new Cost(model);
  const count = Math.max(1, Math.min(RULES.length, Math.floor(EFFORT / Math.max(1, model.size))));
  let best: Plan | undefined;
  let least = Infinity;
  for (const rule of RULES.slice(0, count)) {
    dispatcher.run(rule);
    const value = cost.total(dispatcher.plan, dispatcher.timing.times);
    if (value >= least) continue;
    least = value;
    best = clonePlan(dispatcher.plan);
  }
  return best ?? dispatcher.plan;
}
