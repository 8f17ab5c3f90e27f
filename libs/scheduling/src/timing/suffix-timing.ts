import { type Model, NEVER, UNLIMITED } from '../model/model';
import type { StationTime } from '../model/station-time';
import type { Plan } from '../plan/plan';
import { PoolProfile } from '../rules/pool-profile';
import { Cost } from './cost';
import { SerialTiming } from './serial-timing';
import { StationLists, Times } from './times';

/** The state of the pools is kept for so many positions of the order. */
const SNAPSHOTS = 32;

/**
 * Times by placing units in the order of the plan, again and again from the first position that a change touches. Knows
 * every rule; a change that costs too much is cut off as soon as that is sure, and taken back.
 */
export class SuffixTiming {
  /** Cost of the times as they are. */
  cost = 0;
  private readonly time: StationTime;
  private readonly plan: Plan;
  /** Price of each published operation that moves, besides the score. */
  private readonly stay: number;
  private readonly serial: SerialTiming;
  private readonly costs: Cost;
  /** What is kept while a change is tried. */
  private readonly keptTimes: Times;
  private readonly keptLists: StationLists;
  /** Pools before every `stride`-th position, for what is kept and for what is tried. */
  private readonly stride: number;
  private readonly kept: PoolProfile[][];
  private readonly tried: PoolProfile[][];
  /** Cost of the units before a position. */
  private readonly sum: Float64Array;
  private readonly triedSum: Float64Array;
  /** Cost of jobs in which nothing can move. */
  private readonly settled: number;

  constructor(
    private readonly model: Model,
    { time, plan, stay }: { time: StationTime; plan: Plan; stay: number },
  ) {
    this.time = time;
    this.plan = plan;
    this.stay = stay;
    this.serial = new SerialTiming(model, time);
    this.costs = new Cost(model);
    this.keptTimes = new Times(model.size);
    this.keptLists = new StationLists(model);
    const { count } = model.units;
    this.stride = Math.max(8, Math.ceil(count / SNAPSHOTS));
    const snapshots = (): PoolProfile[][] =>
      Array.from({ length: Math.ceil(count / this.stride) }, () =>
        model.pools.map((steps) => new PoolProfile(steps)),
      );
    [this.kept, this.tried] = [snapshots(), snapshots()];
    [this.sum, this.triedSum] = [new Float64Array(count + 1), new Float64Array(count + 1)];
    this.settled = this.settledCost();
    this.load();
  }

  private settledCost(): number {
    const { jobs } = this.model;
    let cost = 0;
    for (let j = 0; j < jobs.count; j++) {
      if (jobs.sinkFrom[j] === jobs.sinkFrom[j + 1]) cost += this.costs.job(j, this.keptTimes);
    }
    return cost;
  }

  /** The times of what is kept. */
  get times(): Times {
    return this.serial.times;
  }

  /** Reads the whole plan anew. */
  load(): void {
    this.keptLists.count.fill(0);
    this.serial.clear();
    for (const pools of this.kept) for (const pool of pools) pool.reset();
    this.sum[0] = 0;
    this.retime(0, Infinity);
  }

  /**
   * Places all units from position `first` on anew: the plan has changed there and behind.
   * @param limit the highest cost that is kept
   * @returns false when it would cost more; times are then as before, and the caller takes back the change of the plan
   */
  retime(first: number, limit: number): boolean {
    const { plan, serial, sum, triedSum } = this;
    const { count } = this.model.units;
    const opened = this.costs.opened(plan) + this.settled;
    if (this.model.features.overtime) this.time.open(plan.opened);
    this.cutAt(first);
    triedSum[first] = sum[first]!;
    for (let i = first; i < count; i++) {
      if (i % this.stride === 0) this.save(i / this.stride);
      const unit = plan.order[i]!;
      serial.placeUnit(plan, unit);
      triedSum[i + 1] = triedSum[i]! + this.costOf(unit, i);
      if (triedSum[i + 1]! + opened <= limit) continue;
      this.restore();
      return false;
    }
    if (triedSum[count]! + opened > limit) {
      this.restore();
      return false;
    }
    this.keep(first);
    this.cost = sum[count]! + opened;
    return true;
  }

  /** Leaves only what is placed before a position. */
  private cutAt(first: number): void {
    const { plan, serial, model } = this;
    const { position } = plan;
    const { of, memberFrom, member } = model.units;
    serial.lists.filter((o) => position[of[o]!]! < first);
    if (!model.features.pools || this.kept.length === 0) return;
    const at = Math.min(this.kept.length - 1, Math.floor(first / this.stride));
    serial.pools.forEach((pool, p) => pool.copyFrom(this.kept[at]![p]!));
    for (let i = at * this.stride; i < first; i++) {
      const unit = plan.order[i]!;
      for (let m = memberFrom[unit]!; m < memberFrom[unit + 1]!; m++) serial.reoccupy(plan, member[m]!);
    }
  }

  private save(at: number): void {
    if (!this.model.features.pools) return;
    this.serial.pools.forEach((pool, p) => this.tried[at]![p]!.copyFrom(pool));
  }

  /** What a unit at position i adds to the cost: its operations, and the jobs that are complete with it. */
  private costOf(unit: number, i: number): number {
    const { model, plan, costs, serial } = this;
    const { units, changeoverPrice, jobs, job } = model;
    const { times } = serial;
    let cost = 0;
    for (let m = units.memberFrom[unit]!; m < units.memberFrom[unit + 1]!; m++) {
      const o = units.member[m]!;
      if (times.end[o] === NEVER) cost += costs.missing;
      else cost += times.changeover[o]! * changeoverPrice;
      cost += costs.move(o, plan.mode[o]!, times.runStart[o]!);
      if (this.stay > 0 && this.moved(o)) cost += this.stay;
      const j = job[o]!;
      const first = jobs.sinkFrom[j]!;
      const last = jobs.sinkFrom[j + 1]! - 1;
      if (this.isLastSink(o, i, first, last)) cost += costs.job(j, times);
    }
    return cost;
  }

  private moved(o: number): boolean {
    const { baseline, modes } = this.model;
    const start = baseline.start[o]!;
    if (start === UNLIMITED) return false;
    const station = modes.station[this.plan.mode[o]!]!;
    return this.serial.times.runStart[o] !== start || station !== baseline.station[o];
  }

  /** Cost without the price of `stay`. */
  get score(): number {
    let moved = 0;
    for (let o = 0; this.stay > 0 && o < this.model.size; o++) if (this.moved(o)) moved++;
    return this.cost - this.stay * moved;
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

  private restore(): void {
    this.serial.times.copyFrom(this.keptTimes);
    this.serial.lists.copyFrom(this.keptLists);
  }

  private keep(first: number): void {
    this.keptTimes.copyFrom(this.serial.times);
    this.keptLists.copyFrom(this.serial.lists);
    this.sum.set(this.triedSum.subarray(first), first);
    for (let at = Math.ceil(first / this.stride); at < this.kept.length; at++) {
      [this.kept[at], this.tried[at]] = [this.tried[at]!, this.kept[at]!];
    }
  }
}
