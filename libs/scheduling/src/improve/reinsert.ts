import { stretchOf, urgencyOf, type Urgency } from '../construct/urgency';
import { type Model, NEVER } from '../model/model';
import type { StationTime } from '../model/station-time';
import { Change } from '../moves/change';
import type { Plan } from '../plan/plan';
import { SuffixTiming } from '../timing/suffix-timing';
import type { Budget } from './budget';

/** So many places where others are pushed back are tried, and gaps ever farther apart by this factor. */
const PUSHES = 2;
const SPREAD = 1.2;
/** How much an earlier end counts where it makes no job less late: enough to choose among equals. */
const SOONER = 1e-4;

/** By which mode an operation runs and where its unit stands in the order. */
interface Place {
  readonly o: number;
  readonly mode: number;
  readonly position: number;
}

/**
 * Puts units that were set aside back into a plan one after the other, each where it and those it pushes back cost least,
 * so that all others stay. What comes of it is a plan a person could have made: what an event hits goes round the rest.
 */
export class Reinsertion {
  private readonly timing: SuffixTiming;
  private readonly change: Change;
  private readonly urgency: Urgency;
  private least = Infinity;

  constructor(
    private readonly model: Model,
    private readonly plan: Plan,
    private readonly aside: Int32Array,
    { time, stayOf }: { time: StationTime; stayOf: (cost: number) => number },
  ) {
    const present = model.units.count - aside.length;
    const stay = stayOf(new SuffixTiming(model, { time, plan, stay: 0, present }).cost);
    this.timing = new SuffixTiming(model, { time, plan, stay, present });
    this.change = new Change(model, plan);
    this.urgency = urgencyOf(model, stretchOf(model, time));
  }

  /** Puts the units back; when the time is over, the rest stays behind all others, where it pushes nothing back. */
  run(budget: Budget): void {
    const { timing } = this;
    for (const unit of this.aside) {
      timing.present++;
      if (!budget.ended()) this.putBack(unit, budget);
    }
  }

  private putBack(unit: number, budget: Budget): void {
    const { units, modes } = this.model;
    const first = units.memberFrom[unit]!;
    this.least = Infinity;
    for (let m = first; m < units.memberFrom[unit + 1]!; m++) {
      const o = units.member[m]!;
      let best: Place | undefined;
      const consider = (mode: number, position: number): void => {
        if (budget.ended()) return;
        const place = { o, mode, position };
        const value = this.valueAt(unit, place);
        if (value < this.least) [this.least, best] = [value, place];
      };
      for (let mode = modes.from[o]!; mode < modes.from[o + 1]!; mode++) {
        if (m === first) this.forEachPlace(unit, { o, mode }, (position) => consider(mode, position));
        else if (mode !== this.plan.mode[o]) consider(mode, this.plan.position[unit]!);
      }
      if (best) this.put(unit, best);
    }
    this.timing.retime(this.plan.position[unit]!, Infinity, unit);
  }

  /** What the plan would cost with the unit there. */
  private valueAt(unit: number, place: Place): number {
    const { change, timing } = this;
    const first = this.put(unit, place);
    const extra = (): number => this.promise(unit);
    const value = timing.probe(first, { limit: this.least, moved: unit, extra });
    change.swap();
    return value;
  }

  /** Gives the unit another place; returns the first position that changes. */
  private put(unit: number, { o, mode, position }: Place): number {
    const { change } = this;
    change.clear();
    change.setMode(o, mode);
    change.moveUnit(unit, position);
    change.swap();
    return this.plan.position[unit]!;
  }

  /** What the end of the unit promises for its job, whose other operations are still aside. */
  private promise(unit: number): number {
    const { units, after } = this.model;
    const { latestStart, weight, run } = this.urgency;
    let value = 0;
    for (let m = units.memberFrom[unit]!; m < units.memberFrom[unit + 1]!; m++) {
      const o = units.member[m]!;
      const end = this.timing.times.end[o]!;
      if (end === NEVER) continue;
      const late = after.from[o] === after.from[o + 1] ? 0 : Math.max(0, end - latestStart[o]! - run[o]!);
      value += weight[o]! * (late + SOONER * end);
    }
    return value;
  }

  /**
   * Tells positions in the order: before what follows a gap that is long enough, at once, pushing others back, or behind all;
   * those that are too late to be the best are left out.
   */
  private forEachPlace(
    unit: number,
    { o, mode }: { o: number; mode: number },
    tell: (position: number) => void,
  ): void {
    const { units, modes } = this.model;
    const { position } = this.plan;
    const { times, lists } = this.timing;
    const k = modes.station[mode]!;
    const earliest = this.earliest(unit, o);
    const run = modes.run[mode]!;
    let [gaps, pushes, next] = [0, 0, 1];
    let free = earliest;
    for (let i = lists.base[k]!; i < lists.base[k]! + lists.count[k]!; i++) {
      const x = lists.op[i]!;
      if (times.start[x]! >= earliest) {
        const fits = times.start[x]! - free >= run;
        const wanted = fits ? ++gaps === next : pushes++ < PUSHES;
        if (fits && this.tooLate(o, free + run)) return;
        if (wanted) tell(position[units.of[x]!]!);
        if (wanted && fits) next = Math.ceil(SPREAD * (next + 1));
      }
      free = Math.max(free, times.end[x]!);
    }
    if (!this.tooLate(o, free + run)) tell(this.timing.present - 1);
  }

  /** Is an operation that ends so late dearer than the best place found, whatever else it costs? */
  private tooLate(o: number, end: number): boolean {
    const { weight, latestStart, run } = this.urgency;
    const late = Math.max(0, end - this.latestEnd(o, latestStart[o]! + run[o]!));
    return this.timing.cost + weight[o]! * (late + SOONER * end) >= this.least;
  }

  private latestEnd(o: number, otherwise: number): number {
    const { after, jobs, job } = this.model;
    return after.from[o] === after.from[o + 1] ? jobs.due[job[o]!]! : otherwise;
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
