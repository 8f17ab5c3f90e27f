import { type Model, NEVER, UNLIMITED } from '../model/model';
import type { StationTime } from '../model/station-time';
import { emptyPlan, type Plan } from '../plan/plan';
import { SerialTiming } from '../timing/serial-timing';
import { KeyHeap } from './heap';
import type { DispatchRule, Recipe } from './recipe';
import type { Urgency } from './urgency';

/** A longer queue is not searched as a whole: its first and last so many entries are. */
const QUEUE_VIEW = 160;

/** Places units one after another, station by station in the order of time, and so makes a first plan. */
export class Dispatcher {
  readonly plan: Plan;
  readonly timing: SerialTiming;
  private readonly waiting: Int32Array;
  /** For each station the modes by which waiting operations can run there. */
  private readonly queues: number[][];
  private readonly unitOfMode: Int32Array;
  /** For each mode the logarithm of what a second of it is worth. */
  private readonly worth: Float64Array;
  private readonly stations: KeyHeap;
  private readonly readyAt: Float64Array;
  private readonly done: Uint8Array;
  private readonly arrivals: number[] = [];
  /** 1: placed as soon as nothing has to be waited for, before all that is chosen by priority. */
  private readonly first: Uint8Array;
  private placed = 0;

  constructor(
    private readonly model: Model,
    private readonly time: StationTime,
    private readonly urgency: Urgency,
    private readonly stretch: number,
  ) {
    this.plan = emptyPlan(model);
    this.timing = new SerialTiming(model, time);
    this.waiting = new Int32Array(model.units.count);
    this.queues = model.stationId.map(() => []);
    this.stations = new KeyHeap(model.stationId.length);
    const { from, run } = model.modes;
    this.unitOfMode = new Int32Array(run.length);
    for (let o = 0; o < model.size; o++) this.unitOfMode.fill(model.units.of[o]!, from[o]!, from[o + 1]!);
    this.worth = new Float64Array(run.length);
    this.readyAt = new Float64Array(model.units.count);
    this.done = new Uint8Array(model.units.count);
    this.first = new Uint8Array(model.units.count);
    for (let o = 0; o < model.size; o++)
      if (model.deadline[o]! < UNLIMITED) this.placeFirst(model.units.of[o]!);
  }

  /**
   * In the next runs, what found no place and all that it waits for is placed before the rest.
   * @returns false when there is nothing to be placed earlier than it was
   */
  placeMissingFirst(): boolean {
    let more = false;
    for (let o = 0; o < this.model.size; o++) {
      if (this.timing.times.end[o] !== NEVER) continue;
      if (this.placeFirst(this.model.units.of[o]!)) more = true;
    }
    return more;
  }

  /** False: it was first before, with all that it waits for. */
  private placeFirst(unit: number): boolean {
    if (this.first[unit]) return false;
    const { units, before } = this.model;
    const open = [unit];
    for (let u = open.pop(); u !== undefined; u = open.pop()) {
      if (this.first[u]) continue;
      this.first[u] = 1;
      for (let m = units.memberFrom[u]!; m < units.memberFrom[u + 1]!; m++) {
        const o = units.member[m]!;
        for (let a = before.from[o]!; a < before.from[o + 1]!; a++) open.push(units.of[before.op[a]!]!);
      }
    }
    return true;
  }

  /** Dispatches every unit by one recipe; the plan's order is the order of placing. */
  run({ rule, waits, bias }: Recipe): void {
    const { model, urgency, worth } = this;
    const { from, run } = model.modes;
    this.plan.notBefore.set(waits);
    for (let o = 0; o < model.size; o++)
      for (let i = from[o]!; i < from[o + 1]!; i++)
        worth[i] = Math.log(urgency.weight[o]! / (run[i]! + 1)) + bias[model.job[o]!]!;
    this.begin();
    this.arrive();
    for (let k = this.stations.pop(); k >= 0; k = this.stations.pop()) {
      const now = this.stations.keyOf(k);
      const unit = this.choose(k, now, rule);
      if (unit >= 0) {
        this.place(unit);
        this.arrive();
      }
      if (this.queues[k]!.length) this.stations.put(k, Math.max(this.freeAt(k), this.soonest(k)));
    }
  }

  private begin(): void {
    const { units, before } = this.model;
    this.placed = 0;
    this.done.fill(0);
    this.waiting.fill(0);
    this.timing.clear();
    for (const queue of this.queues) queue.length = 0;
    for (let o = 0; o < this.model.size; o++) {
      for (let a = before.from[o]!; a < before.from[o + 1]!; a++) {
        if (units.of[before.op[a]!] !== units.of[o]) this.waiting[units.of[o]!]!++;
      }
    }
    const first = [...this.waiting.keys()].filter((u) => this.waiting[u] === 0);
    first.sort(
      (a, b) => this.urgency.latestStart[this.head(a)]! - this.urgency.latestStart[this.head(b)]! || a - b,
    );
    this.arrivals.push(...first.reverse());
  }

  private head(unit: number): number {
    return this.model.units.member[this.model.units.memberFrom[unit]!]!;
  }

  /** Units whose predecessors are all placed enter the queue of every station that can do their first operation. */
  private arrive(): void {
    const { modes } = this.model;
    for (let unit = this.arrivals.pop(); unit !== undefined; unit = this.arrivals.pop()) {
      const o = this.head(unit);
      this.readyAt[unit] = this.timing.earliestRun(this.plan, o);
      if (this.readyAt[unit] === NEVER || this.first[unit]) this.place(unit);
      else for (let i = modes.from[o]!; i < modes.from[o + 1]!; i++) this.enqueue(unit, i);
    }
  }

  private enqueue(unit: number, mode: number): void {
    const k = this.model.modes.station[mode]!;
    this.queues[k]!.push(mode);
    const key = Math.max(this.freeAt(k), this.readyAt[unit]!);
    if (!this.stations.has(k) || this.stations.keyOf(k) > key) this.stations.put(k, key);
  }

  private freeAt(k: number): number {
    const last = this.timing.lists.last(k);
    return last < 0 ? 0 : this.timing.times.end[last]!;
  }

  private soonest(k: number): number {
    let soonest = NEVER;
    for (const mode of this.queues[k]!) {
      const unit = this.unitOfMode[mode]!;
      if (!this.done[unit] && this.readyAt[unit]! < soonest) soonest = this.readyAt[unit]!;
    }
    return soonest;
  }

  /** The waiting unit of the highest priority; forgets those that other stations have taken. */
  private choose(k: number, now: number, rule: DispatchRule): number {
    const queue = this.queues[k]!;
    let kept = 0;
    for (const mode of queue) if (!this.done[this.unitOfMode[mode]!]) queue[kept++] = mode;
    queue.length = kept;
    const last = this.timing.lists.last(k);
    this.timing.afterOperation(k, last);
    let best = -1;
    let most = -Infinity;
    for (let i = 0; i < kept; i++) {
      if (i === QUEUE_VIEW && kept > 2 * QUEUE_VIEW) i = kept - QUEUE_VIEW;
      const unit = this.unitOfMode[queue[i]!]!;
      if (this.readyAt[unit]! > now) continue;
      const priority = this.priority(queue[i]!, now, rule);
      if (priority > most || (priority === most && unit < best)) [most, best] = [priority, unit];
    }
    return best;
  }

  private priority(mode: number, now: number, rule: DispatchRule): number {
    const { meanRun, latestStart } = this.urgency;
    const o = this.head(this.unitOfMode[mode]!);
    const changeover = this.time.changeoverSeconds(this.model.modes.station[mode]!, mode, this.time.family);
    if (rule.lookahead === undefined)
      return -(latestStart[o]! + changeover * rule.changeoverScale * this.stretch);
    const slack = Math.max(0, latestStart[o]! - now);
    const exponent =
      slack / (rule.lookahead * meanRun * this.stretch) + changeover / (rule.changeoverScale * meanRun);
    return this.worth[mode]! - exponent;
  }

  /** Chooses the modes of a unit by the earliest end of each operation, people aside. */
  private chooseModes(unit: number): void {
    const { units, modes, whole, horizon } = this.model;
    for (let m = units.memberFrom[unit]!; m < units.memberFrom[unit + 1]!; m++) {
      const o = units.member[m]!;
      const earliest = Math.min(horizon, this.timing.earliestRun(this.plan, o));
      let best = Infinity;
      for (let i = modes.from[o]!; i < modes.from[o + 1]!; i++) {
        const k = modes.station[i]!;
        this.timing.afterOperation(k, this.timing.lists.last(k));
        const end = this.time.place(i, whole[o] === 1, earliest) ? this.time.end : horizon;
        if (end >= best) continue;
        best = end;
        this.plan.mode[o] = i;
      }
      // a rough end for the members that follow; placing overwrites it
      this.timing.times.end[o] = best;
    }
  }

  private place(unit: number): void {
    const { units, after } = this.model;
    this.done[unit] = 1;
    this.plan.order[this.placed] = unit;
    this.plan.position[unit] = this.placed++;
    this.chooseModes(unit);
    if (!this.timing.placeUnit(this.plan, unit)) this.tryOtherModes(unit);
    for (let m = units.memberFrom[unit]!; m < units.memberFrom[unit + 1]!; m++) {
      const o = units.member[m]!;
      for (let a = after.from[o]!; a < after.from[o + 1]!; a++) {
        const follower = units.of[after.op[a]!]!;
        if (follower !== unit && --this.waiting[follower]! === 0) this.arrivals.push(follower);
      }
    }
  }

  /** A unit that finds no place gets one with another station for one of its operations, if there is one. */
  private tryOtherModes(unit: number): void {
    const { units, modes } = this.model;
    for (let m = units.memberFrom[unit]!; m < units.memberFrom[unit + 1]!; m++) {
      const o = units.member[m]!;
      const first = this.plan.mode[o]!;
      for (let i = modes.from[o]!; i < modes.from[o + 1]!; i++) {
        this.plan.mode[o] = i;
        if (i !== first && this.timing.placeUnit(this.plan, unit)) return;
      }
      this.plan.mode[o] = first;
    }
  }
}
