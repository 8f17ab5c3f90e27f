import { stretchOf, urgencyOf, type Urgency } from '../construct/urgency';
import { type Model, NEVER } from '../model/model';
import type { StationTime } from '../model/station-time';
import { Change } from '../moves/change';
import type { Plan } from '../plan/plan';
import { SuffixTiming } from '../timing/suffix-timing';
import type { Budget } from './budget';

/** So many gaps of a station are tried, and so many places where others are pushed back. */
const GAPS = 4;
const PUSHES = 2;
/** How much an earlier end counts where it makes no job less late: enough to choose among equals. */
const SOONER = 1e-4;

/**
 * Puts units that were set aside back into a plan one after the other, each where it and those it pushes back cost least,
 * so that all others stay. What comes of it is a plan a person could have made: what an event hits goes round the rest.
 */
export class Reinsertion {
  /** Cost of the plan with the price for each published operation that moves. */
  get cost(): number {
    return this.timing.cost;
  }

  private readonly timing: SuffixTiming;
  private readonly change: Change;
  private readonly urgency: Urgency;
  private least = Infinity;
  private bestMode = -1;
  private bestOf = -1;
  private bestPosition = -1;

  constructor(
    private readonly model: Model,
    private readonly plan: Plan,
    { time, stay }: { time: StationTime; stay: number },
  ) {
    this.timing = new SuffixTiming(model, { time, plan, stay });
    this.change = new Change(model, plan);
    this.urgency = urgencyOf(model, stretchOf(model));
  }

  /** Puts the units back; false: the time is over before all are. */
  run(aside: Int32Array, budget: Budget): boolean {
    for (const unit of aside) {
      if (budget.ended()) return false;
      this.putBack(unit);
    }
    return true;
  }

  private putBack(unit: number): void {
    const { units, modes } = this.model;
    this.least = this.valueOf(unit);
    for (let m = units.memberFrom[unit]!; m < units.memberFrom[unit + 1]!; m++) {
      const o = units.member[m]!;
      this.bestPosition = this.bestMode = this.bestOf = -1;
      for (let mode = modes.from[o]!; mode < modes.from[o + 1]!; mode++) {
        for (const position of this.places(unit, o, mode)) this.consider(unit, { o, mode, position });
      }
      if (this.bestOf >= 0) this.make(unit, this.bestOf, this.bestMode, this.bestPosition);
    }
  }

  /** Tries a place and takes it back. */
  private consider(unit: number, { o, mode, position }: { o: number; mode: number; position: number }): void {
    const { change, timing } = this;
    change.clear();
    change.setMode(o, mode);
    change.moveUnit(unit, position);
    if (change.empty) return;
    const first = change.firstPosition(timing.times.end);
    change.swap();
    if (!timing.retime(first, this.least, change.movedUnit)) {
      change.swap();
      return;
    }
    const value = this.valueOf(unit);
    change.swap();
    timing.retime(first, Infinity, change.movedUnit);
    if (value >= this.least) return;
    this.least = value;
    [this.bestOf, this.bestMode, this.bestPosition] = [o, mode, position];
  }

  private make(unit: number, o: number, mode: number, position: number): void {
    const { change, timing } = this;
    change.clear();
    change.setMode(o, mode);
    change.moveUnit(unit, position);
    const first = change.firstPosition(timing.times.end);
    change.swap();
    timing.retime(first, Infinity, change.movedUnit);
  }

  /** Cost of the plan, and what the end of the unit promises for its job, whose other operations may still be set aside. */
  private valueOf(unit: number): number {
    const { memberFrom, member } = this.model.units;
    const { latestStart, weight, run } = this.urgency;
    let value = this.timing.cost;
    for (let m = memberFrom[unit]!; m < memberFrom[unit + 1]!; m++) {
      const o = member[m]!;
      const end = this.timing.times.end[o]!;
      if (end === NEVER) continue;
      value += weight[o]! * (Math.max(0, end - latestStart[o]! - run[o]!) + SOONER * end);
    }
    return value;
  }

  /** Positions in the order: before what follows a gap that is long enough, or at once, pushing others back. */
  private places(unit: number, o: number, mode: number): number[] {
    const { units, modes } = this.model;
    const { position } = this.plan;
    const { times, lists } = this.timing;
    const k = modes.station[mode]!;
    const earliest = this.earliest(unit, o);
    const found: number[] = [];
    let [gaps, pushes] = [0, 0];
    let free = earliest;
    for (let i = lists.base[k]!; i < lists.base[k]! + lists.count[k]! && gaps < GAPS; i++) {
      const x = lists.op[i]!;
      if (units.of[x] === unit) continue;
      if (times.start[x]! >= earliest) {
        const fits = times.start[x]! - free >= modes.run[mode]!;
        if (fits || pushes < PUSHES) found.push(position[units.of[x]!]!);
        if (fits) gaps++;
        else pushes++;
      }
      free = Math.max(free, times.end[x]!);
    }
    if (gaps < GAPS) found.push(this.plan.order.length - 1);
    return found;
  }

  /** About when an operation of the unit can run at the earliest. */
  private earliest(unit: number, o: number): number {
    const { before, release, units } = this.model;
    const { run } = this.urgency;
    let earliest = release[o]!;
    for (let a = before.from[o]!; a < before.from[o + 1]!; a++) {
      const p = before.op[a]!;
      const end = units.of[p] === unit ? this.earliest(unit, p) + run[p]! : this.timing.times.end[p]!;
      earliest = Math.max(earliest, end + before.min[a]!);
    }
    return earliest;
  }
}
