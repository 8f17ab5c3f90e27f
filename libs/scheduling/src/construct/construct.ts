import type { Model } from '../model/model';
import type { StationTime } from '../model/station-time';
import { clonePlan, type Plan } from '../plan/plan';
import type { Random } from '../improve/random';
import { Cost } from '../timing/cost';
import { Dispatcher } from './dispatch';
import type { DispatchRule, Recipe } from './recipe';
import { stretchOf, type Urgency, urgencyOf } from './urgency';
import { waitsForDates, waitsForFlow } from './waits';

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

/** Jobs that pay for the time they take may wait so long that these multiples of their shortest way are left. */
const SLACKS = [3, 2, 1.5, 1];
/** How far a rule and the urgency of jobs are varied at once, as powers of e. */
const SPREAD = 3;
/** Share of the variations that change the rule, and of the jobs that the others make more or less urgent. */
const OTHER_RULE = 0.3;
const OTHER_JOBS = 0.1;
/** So many variations in a row that bring nothing end them. */
const PATIENCE = 60;

/** First plans by dispatching rules, one after the other; every one that costs less than those before it is told. */
export class FirstPlans {
  private readonly stretch: number;
  private readonly urgency: Urgency;
  private readonly dispatcher: Dispatcher;
  private readonly cost: Cost;
  private least = Infinity;
  private dispatched = 0;
  private best: Recipe;

  /** @param tell hears of a plan in an array that the next one overwrites */
  constructor(
    private readonly model: Model,
    private readonly time: StationTime,
    private readonly tell: (plan: Plan, cost: number) => void,
  ) {
    this.stretch = stretchOf(model, time);
    this.urgency = urgencyOf(model, this.stretch);
    this.dispatcher = new Dispatcher(model, time, this.urgency, this.stretch);
    this.cost = new Cost(model);
    this.best = {
      rule: RULES[0]!,
      waits: new Int32Array(model.size),
      bias: new Float64Array(model.jobs.count),
    };
  }

  /**
   * By several rules, and with jobs that wait for their date where that pays.
   * @param goOn is asked before each further one of a large problem whether there is time for it
   */
  byRules(goOn: () => boolean = () => true): void {
    for (const rule of rulesFor(this.model, this.urgency)) {
      if (!this.mayGoOn(goOn)) return;
      this.attempt({ ...this.best, rule });
    }
    const { jobs } = this.model;
    if (jobs.earliness.some((price) => price > 0) && this.mayGoOn(goOn))
      this.attempt({ ...this.best, waits: waitsForDates(this.model, this.time) });
    if (!jobs.flow.some((price) => price > 0)) return;
    for (const slack of SLACKS) if (this.mayGoOn(goOn)) this.attempt(this.startingLater(slack));
  }

  /** By rules and weights that are varied at random, from the best ones on, as long as that brings something and `goOn` says so. */
  byChance(random: Random, goOn: () => boolean): void {
    for (let idle = 0; idle < PATIENCE && goOn(); idle++) if (this.attempt(this.variation(random))) idle = 0;
  }

  private mayGoOn(goOn: () => boolean): boolean {
    if (this.dispatched === 0) return true;
    return this.dispatched + this.model.size <= EFFORT && (this.dispatched < AT_ONCE || goOn());
  }

  /** False: it is no better than those before. */
  private attempt(recipe: Recipe): boolean {
    const { model, dispatcher, cost, least } = this;
    this.dispatched += model.size;
    for (let turn = 0; turn < TURNS; turn++) {
      dispatcher.run(recipe);
      const value = cost.total(dispatcher.plan, dispatcher.timing.times);
      if (value < this.least) this.tell(dispatcher.plan, (this.least = value));
      if (value < cost.missing || !dispatcher.placeMissingFirst()) break;
    }
    if (this.least < least) this.best = recipe;
    return this.least < least;
  }

  /** The best recipe, with jobs that pay for the time they take begun later than in the plan made last. */
  private startingLater(slack: number): Recipe {
    const { dispatcher, best, urgency } = this;
    const placed = { plan: dispatcher.plan, end: dispatcher.timing.times.end, urgency };
    const later = waitsForFlow(this.model, this.time, placed, slack);
    return { ...best, waits: best.waits.map((wait, o) => Math.max(wait, later[o]!)) };
  }

  private variation(random: Random): Recipe {
    const { rule, bias } = this.best;
    const factor = (): number => Math.exp((random() - 0.5) * SPREAD);
    if (random() < OTHER_RULE) {
      const { lookahead = 1, changeoverScale } = rule;
      const varied = { lookahead: lookahead * factor(), changeoverScale: changeoverScale * factor() };
      return { ...this.best, rule: varied };
    }
    const other = bias.slice();
    for (let n = random() * other.length * OTHER_JOBS; n >= 0; n--)
      other[Math.floor(random() * other.length)]! += (random() - 0.5) * SPREAD;
    return { ...this.best, bias: other };
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
  new FirstPlans(model, time, (plan) => (best = clonePlan(plan))).byRules();
  return best!;
}
