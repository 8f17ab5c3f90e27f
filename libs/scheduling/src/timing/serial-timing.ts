import { type Model, NEVER } from '../model/model';
import type { StationTime } from '../model/station-time';
import type { Plan } from '../plan/plan';
import { PoolProfile } from '../rules/pool-profile';
import { StationLists, Times } from './times';

/** So many places before the end of a station's list an operation may slip into. */
export const SLIP = 4;
/** A unit that has not settled after this many placements per member cannot be placed. */
const PATIENCE = 40;

/**
 * Times by placing unit after unit in the order of the plan, each operation at the first instant at which all hard rules
 * hold: working time, changeover, people, waits, release. It knows every rule; pools and longest waits need it.
 * @see R. Kolisch: Serial and parallel resource-constrained project scheduling methods revisited (1996)
 */
export class SerialTiming {
  readonly times: Times;
  readonly lists: StationLists;
  readonly pools: readonly PoolProfile[];
  private readonly slips: boolean;
  /** Instants before which members of a unit may not run because a follower could not follow in time. */
  private readonly raised: Int32Array;
  private index = 0;
  private blocker = -1;
  /** For each operation: how many of its station came after it when it was placed. */
  readonly slipped: Int32Array;
  /** Within these instants people were looked for while the last unit was placed; `lookedTo` −1: nowhere. */
  lookedFrom = NEVER;
  lookedTo = -1;

  constructor(
    private readonly model: Model,
    private readonly time: StationTime,
  ) {
    this.times = new Times(model.size);
    this.lists = new StationLists(model);
    this.pools = model.pools.map((steps) => new PoolProfile(steps));
    this.slips = model.units.count < model.size;
    this.raised = new Int32Array(model.size);
    this.slipped = new Int32Array(model.size);
  }

  /** Takes everything out. */
  clear(): void {
    this.lists.count.fill(0);
    this.raised.fill(0);
    for (const pool of this.pools) pool.reset();
  }

  /** Takes everything out and sets the working time to that of the plan with its overtime. */
  open(plan: Plan): void {
    this.time.open(plan.opened);
    this.clear();
  }

  /** Places every unit of the plan anew, in the working time with its overtime. */
  placeAll(plan: Plan): void {
    this.open(plan);
    for (let i = 0; i < plan.order.length; i++) this.placeUnit(plan, plan.order[i]!);
  }

  /** Places one unit after those placed before; false when some member found no place, then none of them has one. */
  placeUnit(plan: Plan, unit: number): boolean {
    const { memberFrom, member } = this.model.units;
    const first = memberFrom[unit]!;
    const count = memberFrom[unit + 1]! - first;
    this.lookedFrom = NEVER;
    this.lookedTo = -1;
    if (count === 1) return this.placeOperation(plan, member[first]!);
    for (let i = first; i < first + count; i++) this.raised[member[i]!] = 0;
    let left = PATIENCE * count;
    let i = 0;
    while (i < count && left-- > 0) {
      const o = member[first + i]!;
      if (!this.placeOperation(plan, o)) break;
      const early = this.tooEarly(plan, o);
      if (early < 0) {
        i++;
        continue;
      }
      while (member[first + i] !== early) this.takeBack(plan, member[first + i--]!);
      this.takeBack(plan, early);
    }
    if (i === count) return true;
    while (--i >= 0) this.takeBack(plan, member[first + i]!);
    for (i = first; i < first + count; i++) this.times.never(member[i]!);
    return false;
  }

  /** Takes out a unit that was placed last. */
  removeUnit(plan: Plan, unit: number): void {
    const { memberFrom, member } = this.model.units;
    for (let m = memberFrom[unit + 1]! - 1; m >= memberFrom[unit]!; m--) {
      this.takeBack(plan, member[m]!);
      this.times.never(member[m]!);
    }
  }

  /** The predecessor that would have to run later for o not to follow too late, with its instant raised; −1: none. */
  private tooEarly(plan: Plan, o: number): number {
    const { before, units, whole, modes } = this.model;
    for (let a = before.from[o]!; a < before.from[o + 1]!; a++) {
      const p = before.op[a]!;
      const end = this.times.runStart[o]! - before.max[a]!;
      if (this.times.end[p]! >= end || units.of[p] !== units.of[o]) continue;
      const run = modes.run[plan.mode[p]!]!;
      const k = modes.station[plan.mode[p]!]!;
      this.raised[p] = Math.max(
        this.times.runStart[p]! + 1,
        whole[p] ? end - run : this.time.latestStartFor(k, end, run),
      );
      return p;
    }
    return -1;
  }

  /** The earliest run start that precedence, release and wishes allow; NEVER when a predecessor has no place. */
  earliestRun(plan: Plan, o: number): number {
    const { before, release } = this.model;
    const { end, cause } = this.times;
    let earliest = Math.max(release[o]!, plan.notBefore[o]!);
    if (this.slips && this.raised[o]! > earliest) earliest = this.raised[o]!;
    cause[o] = -1;
    for (let a = before.from[o]!; a < before.from[o + 1]!; a++) {
      const p = before.op[a]!;
      if (end[p] === NEVER) return NEVER;
      const instant = end[p]! + before.min[a]!;
      if (instant < earliest) continue;
      earliest = instant;
      cause[o] = p;
    }
    return earliest;
  }

  /** Places one operation at the first instant possible. */
  private placeOperation(plan: Plan, o: number): boolean {
    const earliest = this.earliestRun(plan, o);
    const mode = plan.mode[o]!;
    if (
      earliest < NEVER &&
      this.findPlace(o, mode, earliest) &&
      this.time.runStart <= this.model.deadline[o]!
    ) {
      this.take(o, mode);
      return true;
    }
    this.times.never(o);
    return false;
  }

  /** Looks at the last places of the station for one that takes the operation; the answer is in the station time and `index`. */
  private findPlace(o: number, mode: number, earliest: number): boolean {
    const k = this.model.modes.station[mode]!;
    const { base, count, op } = this.lists;
    const last = count[k]!;
    for (let g = this.slips ? Math.max(0, last - SLIP) : last; g <= last; g++) {
      const next = g < last ? op[base[k]! + g]! : -1;
      if (next >= 0 && this.times.start[next]! <= earliest) continue;
      const previous = g > 0 ? op[base[k]! + g - 1]! : -1;
      this.afterOperation(k, previous);
      const until = next >= 0 ? this.times.start[next]! : NEVER;
      if (!this.placeWithPeople(o, mode, earliest, until)) continue;
      // between two others only without a new changeover for the next one
      const family = this.model.modes.family[mode]!;
      if (next >= 0 && family >= 0 && family !== this.time.familyBefore) continue;
      this.index = g;
      this.noteCause(o, previous);
      return true;
    }
    return false;
  }

  /** What held the operation back last: people, the station, or else the predecessor noted before. */
  private noteCause(o: number, previous: number): void {
    const { time, times } = this;
    if (this.blocker >= 0) times.cause[o] = this.blocker;
    else if (previous >= 0 && times.end[previous]! + time.changeover >= time.runStart)
      times.cause[o] = previous;
  }

  /** Sets the question of the station time to the state that an operation leaves behind, −1: the state at the start. */
  afterOperation(k: number, previous: number): void {
    const { time, times } = this;
    if (previous < 0) time.reset(k);
    else {
      time.free = times.end[previous]!;
      time.at = times.endAt[previous]!;
      time.family = times.family[previous]!;
    }
  }

  /** The first place before `until` at which the station works and enough people are there. */
  private placeWithPeople(o: number, mode: number, earliest: number, until: number): boolean {
    const { time } = this;
    const whole = this.model.whole[o] === 1;
    const { at, family } = time;
    this.blocker = -1;
    for (;;) {
      if (!time.place(mode, whole, earliest) || time.end > until) return false;
      if (time.start < this.lookedFrom) this.lookedFrom = time.start;
      if (time.end > this.lookedTo) this.lookedTo = time.end;
      const shortage = this.shortageEnd(mode);
      if (shortage < 0) return true;
      if (shortage > this.lookedTo) this.lookedTo = shortage;
      if (shortage >= NEVER) return false;
      time.free = shortage;
      time.at = at;
      time.family = family;
    }
  }

  /** Where the last shortage of people during the place just found stops; −1: there is none. */
  private shortageEnd(mode: number): number {
    const { poolFrom, pool, need } = this.model.modes;
    const { time } = this;
    let stop = -1;
    for (let q = poolFrom[mode]!; q < poolFrom[mode + 1]!; q++) {
      const profile = this.pools[pool[q]!]!;
      for (let i = time.startAt; i <= time.endAt; i++) {
        const from = i === time.startAt ? time.start : time.from[i]!;
        const to = i === time.endAt ? time.end : time.to[i]!;
        const until = from < to ? profile.shortageEnd(from, to, need[q]!) : -1;
        if (until <= stop) continue;
        stop = until;
        this.blocker = profile.blocker;
      }
    }
    return stop;
  }

  /** Writes down the place just found. */
  private take(o: number, mode: number): void {
    const { time, times } = this;
    times.start[o] = time.start;
    times.runStart[o] = time.runStart;
    times.end[o] = time.end;
    times.startAt[o] = time.startAt;
    times.endAt[o] = time.endAt;
    times.family[o] = time.family;
    times.changeover[o] = time.changeover;
    const k = this.model.modes.station[mode]!;
    this.slipped[o] = this.lists.count[k]! - this.index;
    this.lists.insert(k, this.index, o);
    this.occupy(o, mode, true);
  }

  /** Takes the people of a placed operation, at the times that are known. */
  reoccupy(plan: Plan, o: number): void {
    if (this.times.end[o] !== NEVER) this.occupy(o, plan.mode[o]!, true);
  }

  private takeBack(plan: Plan, o: number): void {
    const mode = plan.mode[o]!;
    this.lists.remove(this.model.modes.station[mode]!, o);
    this.occupy(o, mode, false);
  }

  /** Adds or removes the people of an operation during its working time. */
  private occupy(o: number, mode: number, add: boolean): void {
    const { poolFrom, pool, need } = this.model.modes;
    const { times, time } = this;
    const [first, last] = [times.startAt[o]!, times.endAt[o]!];
    for (let q = poolFrom[mode]!; q < poolFrom[mode + 1]!; q++) {
      const profile = this.pools[pool[q]!]!;
      for (let i = first; i <= last; i++) {
        const from = i === first ? times.start[o]! : time.from[i]!;
        const to = i === last ? times.end[o]! : time.to[i]!;
        if (add) profile.add(from, to, need[q]!, o);
        else profile.remove(from, to, need[q]!);
      }
    }
  }
}
