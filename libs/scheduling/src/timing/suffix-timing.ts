import { type Model, NEVER } from '../model/model';
import type { StationTime } from '../model/station-time';
import type { Plan } from '../plan/plan';
import { Circumstances } from './circumstances';
import { Differences } from './differences';
import { PoolStates } from './pool-states';
import { SerialTiming } from './serial-timing';
import { StationLists, Times } from './times';
import { UnitCost } from './unit-cost';

/** The highest cost that is kept, and the unit that has another place in the order; −1: none. */
interface Trial {
  readonly limit: number;
  readonly moved: number;
}

/**
 * Times by placing units in the order of the plan, from the first position that a change touches. A unit that finds what it
 * found before keeps its times without being placed anew. Knows every rule; a change that costs too much is cut off as soon
 * as that is sure, and taken back.
 */
export class SuffixTiming {
  /** Cost of the times as they are. */
  cost = 0;
  /** Only so many units of the order are placed; those behind are not there and cost nothing. */
  present: number;
  private readonly time: StationTime;
  private readonly plan: Plan;
  private readonly serial: SerialTiming;
  private readonly costs: UnitCost;
  private readonly differences: Differences;
  private readonly states: PoolStates;
  /** What is kept while a change is tried. */
  private readonly keptTimes: Times;
  private readonly keptLists: StationLists;
  private readonly keptOpened: Uint8Array;
  private readonly kept: Circumstances;
  private readonly tried: Circumstances;
  /** Units that the trial has placed. */
  private readonly placed: Int32Array;
  private placements = 0;
  /** The pools are as they are before this position; −1: not read yet. */
  private peopled = -1;
  private first = 0;
  /** Cost of the units before a position, and of each unit. */
  private readonly sum: Float64Array;
  private readonly triedSum: Float64Array;
  private readonly own: Float64Array;

  constructor(
    private readonly model: Model,
    { time, plan, stay, present }: { time: StationTime; plan: Plan; stay: number; present?: number },
  ) {
    this.present = present ?? model.units.count;
    this.time = time;
    this.plan = plan;
    this.serial = new SerialTiming(model, time);
    this.costs = new UnitCost(model, plan, { times: this.serial.times, stay });
    this.differences = new Differences(model);
    this.states = new PoolStates(model, plan, this.serial);
    this.keptTimes = new Times(model.size);
    this.keptLists = new StationLists(model);
    this.keptOpened = plan.opened.slice();
    this.kept = new Circumstances(model, plan, this.serial);
    this.tried = new Circumstances(model, plan, this.serial);
    const { count } = model.units;
    this.placed = new Int32Array(count);
    [this.sum, this.triedSum] = [new Float64Array(count + 1), new Float64Array(count + 1)];
    this.own = new Float64Array(count);
    this.load();
  }

  /** The times of what is kept. */
  get times(): Times {
    return this.serial.times;
  }

  /** The operations on each station. */
  get lists(): StationLists {
    return this.serial.lists;
  }

  /** Reads the whole plan anew. */
  load(): void {
    this.keptLists.count.fill(0);
    this.serial.clear();
    this.states.cut(0);
    this.time.open(this.plan.opened);
    this.sum[0] = 0;
    this.differences.forget();
    for (let k = 0; k < this.model.stationId.length; k++) this.differences.changeHours(k);
    this.run(0, { limit: Infinity, moved: -1 });
  }

  /**
   * Computes the times from position `first` on anew: the plan has changed there and behind.
   * @param limit the highest cost that is kept
   * @param moved the unit that has another place in the order; −1: none
   * @returns false when it would cost more; times are then as before, and the caller takes back the change of the plan
   */
  retime(first: number, limit: number, moved: number): boolean {
    this.differences.forget();
    if (this.model.features.overtime) this.changeHours();
    return this.run(first, { limit, moved });
  }

  private changeHours(): void {
    const { plan, keptOpened, model, differences } = this;
    for (let i = 0; i < keptOpened.length; i++)
      if (plan.opened[i] !== keptOpened[i]) differences.changeHours(model.overtime.station[i]!);
    this.time.open(plan.opened);
  }

  /**
   * What a change would cost; all stays as it is.
   * @param extra is added, with the times that the change would give
   * @returns Infinity when it would cost more than `limit`
   */
  probe(first: number, { limit, moved, extra }: Trial & { extra: () => number }): number {
    this.differences.forget();
    if (this.model.features.overtime) this.changeHours();
    const cost = this.evaluate(first, { limit, moved });
    const value = cost === Infinity ? cost : cost + extra();
    this.restore();
    return value;
  }

  private run(first: number, trial: Trial): boolean {
    const cost = this.evaluate(first, trial);
    if (cost === Infinity) {
      this.restore();
      return false;
    }
    this.keep(first);
    this.cost = cost;
    return true;
  }

  private evaluate(first: number, { limit, moved }: Trial): number {
    const { plan, sum, triedSum, kept, tried, serial, differences, costs, present } = this;
    const base = costs.ofNoUnit();
    this.begin(first, moved);
    triedSum[first] = sum[first]!;
    for (let i = first; i < present; i++) {
      const unit = plan.order[i]!;
      if (unit !== moved && kept.same(unit, differences)) {
        this.leave(unit);
        const cost = costs.shared[unit] ? costs.of(unit, i) : this.own[unit]!;
        triedSum[i + 1] = triedSum[i]! + cost;
      } else {
        this.placed[this.placements++] = unit;
        tried.before(unit);
        if (this.needsPeople(unit)) this.readPeople(i);
        serial.placeUnit(plan, unit);
        tried.after(unit);
        this.compare(unit);
        triedSum[i + 1] = triedSum[i]! + costs.of(unit, i);
      }
      if (triedSum[i + 1]! + base > limit) return Infinity;
    }
    const cost = triedSum[present]! + base;
    return cost > limit ? Infinity : cost;
  }

  /** Leaves only what is placed before a position. */
  private begin(first: number, moved: number): void {
    const { model, plan, serial } = this;
    serial.lists.cut(first, model, plan);
    this.placements = 0;
    this.peopled = -1;
    this.first = first;
    if (moved >= 0) this.changePeople(moved);
  }

  /** The unit keeps its times and takes its places on the stations again. */
  private leave(unit: number): void {
    const { serial, kept, model, plan } = this;
    const { units, modes } = model;
    const { lists, times } = serial;
    for (let m = units.memberFrom[unit]!; m < units.memberFrom[unit + 1]!; m++) {
      const o = units.member[m]!;
      if (times.end[o] === NEVER) continue;
      const k = modes.station[plan.mode[o]!]!;
      lists.insert(k, lists.count[k]! - kept.slipped[o]!, o);
    }
  }

  private needsPeople(unit: number): boolean {
    const { units, modes } = this.model;
    for (let m = units.memberFrom[unit]!; m < units.memberFrom[unit + 1]!; m++) {
      const mode = this.plan.mode[units.member[m]!]!;
      if (modes.poolFrom[mode]! < modes.poolFrom[mode + 1]!) return true;
    }
    return false;
  }

  /** Brings the pools to the state before position i, and says that the unit there is placed next. */
  private readPeople(i: number): void {
    if (this.peopled < 0) {
      this.states.load(this.first);
      this.peopled = this.first;
    }
    while (this.peopled < i) this.states.pass(this.peopled++);
    this.peopled++;
  }

  /** Notes what of a unit placed anew is other than before. */
  private compare(unit: number): void {
    const { differences, serial, keptTimes, kept, plan } = this;
    const { memberFrom, member } = this.model.units;
    let other = false;
    for (let m = memberFrom[unit]!; m < memberFrom[unit + 1]!; m++) {
      const o = member[m]!;
      if (kept.modeOf(o) === plan.mode[o] && serial.times.sameOperation(o, keptTimes)) continue;
      differences.change(o);
      other = true;
    }
    if (other) this.changePeople(unit);
  }

  /** Other people are at work where the unit was and where it is. */
  private changePeople(unit: number): void {
    const { serial, keptTimes, kept, plan } = this;
    const { memberFrom, member } = this.model.units;
    for (let m = memberFrom[unit]!; m < memberFrom[unit + 1]!; m++) {
      const o = member[m]!;
      this.changePeopleOf(kept.modeOf(o), keptTimes.start[o]!, keptTimes.end[o]!);
      this.changePeopleOf(plan.mode[o]!, serial.times.start[o]!, serial.times.end[o]!);
    }
  }

  private changePeopleOf(mode: number, start: number, end: number): void {
    if (mode < 0) return;
    const { poolFrom, pool } = this.model.modes;
    for (let q = poolFrom[mode]!; q < poolFrom[mode + 1]!; q++)
      this.differences.changePeople(pool[q]!, start, end);
  }

  /** Cost without the price of staying. */
  get score(): number {
    return this.cost - this.costs.stayed();
  }

  private restore(): void {
    const { serial, keptTimes, placed } = this;
    const { memberFrom, member } = this.model.units;
    for (let i = 0; i < this.placements; i++) {
      const unit = placed[i]!;
      for (let m = memberFrom[unit]!; m < memberFrom[unit + 1]!; m++)
        serial.times.copyOperation(member[m]!, keptTimes);
    }
    serial.lists.copyFrom(this.keptLists);
  }

  private keep(first: number): void {
    const { serial, keptTimes, placed, kept, tried, own, triedSum, plan } = this;
    const { memberFrom, member } = this.model.units;
    for (let i = 0; i < this.placements; i++) {
      const unit = placed[i]!;
      const at = plan.position[unit]!;
      kept.copy(unit, tried);
      own[unit] = triedSum[at + 1]! - triedSum[at]!;
      for (let m = memberFrom[unit]!; m < memberFrom[unit + 1]!; m++)
        keptTimes.copyOperation(member[m]!, serial.times);
    }
    this.keptLists.copyFrom(serial.lists);
    this.keptOpened.set(plan.opened);
    this.sum.set(triedSum.subarray(first, this.present + 1), first);
    this.states.cut(first);
  }
}
