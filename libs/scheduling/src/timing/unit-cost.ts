import { type Model, NEVER, UNLIMITED } from '../model/model';
import type { Plan } from '../plan/plan';
import { Cost } from './cost';
import type { Times } from './times';

/** The cost of a plan unit by unit in its order, so that a search can add it up while it places them. */
export class UnitCost {
  /** 1: what the unit costs depends on other units, too: its job has several last operations, or pays for its flow. */
  readonly shared: Uint8Array;
  private readonly costs: Cost;
  private readonly times: Times;
  /** Price of each published operation that moves, besides the score and its own price; 0: nothing need stay. */
  private readonly stay: number;
  /** Cost of jobs in which nothing can move. */
  private readonly settled: number;

  constructor(
    private readonly model: Model,
    private readonly plan: Plan,
    { times, stay }: { times: Times; stay: number },
  ) {
    this.costs = new Cost(model);
    this.times = times;
    this.stay = stay;
    this.shared = new Uint8Array(model.units.count);
    const { jobs, units } = model;
    let settled = 0;
    for (let j = 0; j < jobs.count; j++) {
      const [from, to] = [jobs.sinkFrom[j]!, jobs.sinkFrom[j + 1]!];
      if (from === to) settled += this.costs.job(j, times);
      if (to - from > 1 || jobs.flow[j]! > 0)
        for (let s = from; s < to; s++) this.shared[units.of[jobs.sink[s]!]!] = 1;
    }
    this.settled = settled;
  }

  /** What no unit adds: opened overtime and jobs in which nothing can move. */
  ofNoUnit(): number {
    return this.costs.opened(this.plan) + this.settled;
  }

  /** What a unit at position i adds: its operations, and the jobs that are complete with it. */
  of(unit: number, i: number): number {
    const { model, plan, costs, times } = this;
    const { units, changeoverPrice, jobs, job } = model;
    let cost = 0;
    for (let m = units.memberFrom[unit]!; m < units.memberFrom[unit + 1]!; m++) {
      const o = units.member[m]!;
      if (times.end[o] === NEVER) cost += costs.missing;
      else cost += times.changeover[o]! * changeoverPrice;
      cost += costs.move(o, plan.mode[o]!, times.runStart[o]!);
      if (this.stay > 0) cost += this.left(o);
      const j = job[o]!;
      const first = jobs.sinkFrom[j]!;
      const last = jobs.sinkFrom[j + 1]! - 1;
      if (this.isLastSink(o, i, first, last)) cost += costs.job(j, times);
    }
    return cost;
  }

  /** What all published operations that moved pay besides the score. */
  stayed(): number {
    let sum = 0;
    for (let o = 0; this.stay > 0 && o < this.model.size; o++) sum += this.left(o);
    return sum;
  }

  /** What operation o pays for leaving its published place: the price of every one, and its own. */
  private left(o: number): number {
    const { baseline, modes } = this.model;
    const start = baseline.start[o]!;
    if (start === UNLIMITED) return 0;
    const near = Math.abs(this.times.runStart[o]! - start) <= baseline.within[o]!;
    const stays = near && modes.station[this.plan.mode[o]!] === baseline.station[o];
    return stays ? 0 : this.stay + baseline.stay[o]!;
  }

  /** Is o the sink of its job that is placed last? */
  private isLastSink(o: number, i: number, first: number, last: number): boolean {
    const { sink } = this.model.jobs;
    const { of } = this.model.units;
    if (first === last) return sink[first] === o;
    let own = -1;
    for (let s = first; s <= last; s++) {
      const x = sink[s]!;
      const position = this.plan.position[of[x]!]!;
      if (position > i) return false;
      if (position === i) own = x;
    }
    return own === o;
  }
}
