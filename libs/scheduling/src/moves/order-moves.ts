import type { Random } from '../improve/random';
import { type Model, NEVER, UNLIMITED } from '../model/model';
import type { Plan } from '../plan/plan';
import type { Times } from '../timing/times';
import type { Change } from './change';
import { LatePath } from './late-path';
import { Later } from './later';

/** How far a unit may be moved at once, in operations of its station. */
const REACH = 8;
/** Share of the waits that are drawn for jobs that pay for being early or for the time they take. */
const TO_THE_DATE = 0.7;
/** In a repair most go back to the published plan instead. */
const TO_THE_DATE_IN_REPAIR = 0.2;
/** Paths are used for so many moves. */
const PER_PATH = 10;

/**
 * Draws changes of a plan whose times come from placing units in order: along what makes a tardy job late, around
 * changeovers, waiting on purpose, overtime, and now and then anywhere.
 */
export class OrderMoves {
  private readonly path: LatePath;
  private readonly later: Later;
  private left = 0;

  private readonly times: Times;
  private readonly change: Change;
  private readonly random: Random;
  private readonly toTheDate: number;

  constructor(
    private readonly model: Model,
    private readonly plan: Plan,
    { times, change, random, repair }: { times: Times; change: Change; random: Random; repair: boolean },
  ) {
    [this.times, this.change, this.random] = [times, change, random];
    this.toTheDate = repair ? TO_THE_DATE_IN_REPAIR : TO_THE_DATE;
    this.path = new LatePath(model, times, random);
    this.later = new Later(model, times, random);
  }

  /** A new path is drawn for the next move. */
  renew(): void {
    this.left = 0;
  }

  /** Draws a change; false: none came to mind. */
  next(): boolean {
    const { random, model, change } = this;
    if (model.size === 0) return false;
    if (this.left-- <= 0) {
      this.left = PER_PATH;
      this.path.draw();
    }
    change.clear();
    const draw = random();
    const { features } = model;
    if (features.overtime && draw < 0.08) this.overtime();
    else if (this.mayWait() && draw < 0.4) this.wait();
    else if (this.path.length > 0 && draw < 0.8) this.alongPath();
    else if (features.changeovers && draw < 0.95) this.aroundChangeover();
    else this.anywhere();
    return !change.empty;
  }

  private mayWait(): boolean {
    const { features } = this.model;
    return features.lateIsGood || features.longestWaits || features.pools;
  }

  private whole(below: number): number {
    return (this.random() * below) | 0;
  }

  private anyOperation(): number {
    return this.whole(this.model.size);
  }

  private positionOf(o: number): number {
    return this.plan.position[this.model.units.of[o]!]!;
  }

  /** Operation o, or the one that holds it back, changes its place or its station. */
  private alongPath(): void {
    const { model, plan, times, change, random } = this;
    const o = this.path.op[this.whole(this.path.length)]!;
    if (plan.notBefore[o]! > 0 && random() < 0.5) {
      change.setWait(o, 0);
      return;
    }
    if (model.modes.from[o + 1]! - model.modes.from[o]! > 1 && random() < 0.4) {
      this.otherMode(o);
      return;
    }
    const cause = times.cause[o]!;
    if (cause < 0) return this.earlier(o);
    if (random() < 0.5) this.earlier(o);
    else change.moveUnit(model.units.of[cause]!, this.positionOf(o) + this.whole(REACH));
  }

  /** Operation o before the one that holds it back, or some places farther. */
  private earlier(o: number): void {
    const { times, change, model, plan } = this;
    const cause = times.cause[o]!;
    let target = cause >= 0 ? this.positionOf(cause) : this.positionOf(o);
    const k = model.modes.station[plan.mode[o]!]!;
    let steps = this.random() < 0.5 ? 0 : 1 + this.whole(REACH);
    for (let i = target; i >= 0 && steps > 0; i--) {
      if (!this.usesStation(plan.order[i]!, k)) continue;
      steps--;
      target = i;
    }
    change.moveUnit(model.units.of[o]!, target);
  }

  private usesStation(u: number, k: number): boolean {
    const { units, modes } = this.model;
    for (let m = units.memberFrom[u]!; m < units.memberFrom[u + 1]!; m++) {
      if (modes.station[this.plan.mode[units.member[m]!]!] === k) return true;
    }
    return false;
  }

  private otherMode(o: number): void {
    const { model, change, random } = this;
    const { from } = model.modes;
    change.setMode(o, from[o]! + this.whole(from[o + 1]! - from[o]!));
    if (random() < 0.4)
      change.moveUnit(model.units.of[o]!, this.positionOf(o) + this.whole(4 * REACH) - 2 * REACH);
  }

  /** An operation that needs a changeover goes next to one of its family, on any of its stations. */
  private aroundChangeover(): void {
    const { model, plan, times, change, random } = this;
    let o = this.anyOperation();
    for (let t = 0; t < 5 && times.changeover[o]! <= model.modes.setup[plan.mode[o]!]!; t++)
      o = this.anyOperation();
    const { from, family, station } = model.modes;
    const mode = random() < 0.5 ? plan.mode[o]! : from[o]! + this.whole(from[o + 1]! - from[o]!);
    const step = random() < 0.5 ? 1 : -1;
    const at = this.positionOf(o);
    for (let i = at + step, seen = 0; i >= 0 && i < plan.order.length && seen < 3 * REACH; i += step) {
      const y = this.memberOn(plan.order[i]!, station[mode]!);
      if (y < 0) continue;
      seen++;
      if (family[plan.mode[y]!] !== family[mode]) continue;
      change.setMode(o, mode);
      change.moveUnit(model.units.of[o]!, step > 0 ? i - this.whole(2) : i + this.whole(2));
      return;
    }
  }

  private memberOn(u: number, k: number): number {
    const { units, modes } = this.model;
    for (let m = units.memberFrom[u]!; m < units.memberFrom[u + 1]!; m++) {
      if (modes.station[this.plan.mode[units.member[m]!]!] === k) return units.member[m]!;
    }
    return -1;
  }

  private anywhere(): void {
    const { model, change, random } = this;
    const o = this.anyOperation();
    if (random() < 0.3) change.setMode(o, this.randomMode(o));
    const far = Math.max(REACH, model.units.count >> 4);
    change.moveUnit(model.units.of[o]!, this.positionOf(o) + this.whole(2 * far + 1) - far);
  }

  private randomMode(o: number): number {
    const { from } = this.model.modes;
    return from[o]! + this.whole(from[o + 1]! - from[o]!);
  }

  /** Overtime that is open, or where a path works. */
  private overtime(): void {
    const { model, plan, times, change, random } = this;
    const { station, start } = model.overtime;
    let i = this.whole(station.length);
    for (let t = 0; t < 4 && this.path.length > 0 && random() < 0.8; t++) {
      const o = this.path.op[this.whole(this.path.length)]!;
      const fits = station[i] === model.modes.station[plan.mode[o]!] && start[i]! < times.end[o]!;
      if (plan.opened[i] || fits) break;
      i = this.whole(station.length);
    }
    change.toggleOvertime(i);
  }

  /** An operation waits on purpose: for its due date, for its place in the published plan, for its follower, or no longer. */
  private wait(): void {
    const { model, times, change, random, later } = this;
    if (random() < this.toTheDate && later.draw()) {
      change.setWait(later.op, later.runStart);
      this.behindEarlierWork(later.op, later.runStart);
      return;
    }
    const o = this.anyOperation();
    if (times.end[o] === NEVER) return;
    const draw = random();
    const now = times.runStart[o]!;
    if (draw < 0.25) change.setWait(o, 0);
    else if (draw < 0.45 && model.baseline.start[o]! < UNLIMITED)
      change.setWait(o, Math.max(0, model.baseline.start[o]!));
    else if (draw < 0.7) change.setWait(o, Math.max(0, now + later.spare(o)));
    else change.setWait(o, Math.max(0, now + this.whole(2 * this.span(o)) - (this.span(o) >> 1)));
    if (random() < 0.3) change.moveUnit(model.units.of[o]!, this.positionOf(o) + this.whole(REACH));
  }

  /** The unit of o is placed behind all that its station begins before `instant`, so that it pushes nothing of it away. */
  private behindEarlierWork(o: number, instant: number): void {
    const { model, plan, times, change } = this;
    const k = model.modes.station[plan.mode[o]!]!;
    const at = this.positionOf(o);
    let target = at;
    for (let i = at + 1; i < plan.order.length; i++) {
      const y = this.memberOn(plan.order[i]!, k);
      if (y >= 0 && times.start[y]! < instant) target = i;
    }
    change.moveUnit(model.units.of[o]!, target);
  }

  private span(o: number): number {
    return 1 + this.model.modes.run[this.plan.mode[o]!]!;
  }
}
