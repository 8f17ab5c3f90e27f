import type { Model } from '../model/model';
import type { Plan } from '../plan/plan';

/** A small change of a plan: one unit to another place in the order, modes, wishes to wait, overtime. Made and taken back. */
export class Change {
  private unit = -1;
  private target = 0;
  private readonly op: number[] = [];
  private readonly mode: number[] = [];
  private readonly wait: number[] = [];
  private overtime = -1;

  constructor(
    private readonly model: Model,
    private readonly plan: Plan,
  ) {}

  /** Forgets what was drawn. */
  clear(): void {
    this.unit = this.overtime = -1;
    this.op.length = this.mode.length = this.wait.length = 0;
  }

  /** Is nothing changed? */
  get empty(): boolean {
    return this.unit < 0 && this.op.length === 0 && this.overtime < 0;
  }

  /** The unit that changes its place in the order; −1: none. */
  get movedUnit(): number {
    return this.unit;
  }

  /** Unit `u` to position `target`, or as near to it as what it waits for and what waits for it allow. */
  moveUnit(u: number, target: number): void {
    const from = this.plan.position[u]!;
    const to = target < from ? Math.max(target, this.earliest(u)) : Math.min(target, this.latest(u));
    if (to === from) return;
    this.unit = u;
    this.target = to;
  }

  /** Operation o by another mode. */
  setMode(o: number, mode: number): void {
    if (mode !== this.plan.mode[o]) this.set(o, mode, this.plan.notBefore[o]!);
  }

  /** Operation o waits until `instant`; 0: it does not. */
  setWait(o: number, instant: number): void {
    if (instant !== this.plan.notBefore[o]) this.set(o, this.plan.mode[o]!, instant);
  }

  /** Overtime interval i is opened, or closed when it is open. */
  toggleOvertime(i: number): void {
    this.overtime = i;
  }

  private set(o: number, mode: number, wait: number): void {
    this.op.push(o);
    this.mode.push(mode);
    this.wait.push(wait);
  }

  /** Makes the change, or takes it back when it was made. */
  swap(): void {
    const { plan } = this;
    for (let i = 0; i < this.op.length; i++) {
      const o = this.op[i]!;
      const [mode, wait] = [plan.mode[o]!, plan.notBefore[o]!];
      plan.mode[o] = this.mode[i]!;
      plan.notBefore[o] = this.wait[i]!;
      this.mode[i] = mode;
      this.wait[i] = wait;
    }
    if (this.overtime >= 0) plan.opened[this.overtime] = plan.opened[this.overtime] ? 0 : 1;
    if (this.unit < 0) return;
    const from = plan.position[this.unit]!;
    this.shift(from, this.target);
    this.target = from;
  }

  /** The first position of the order that the change touches; `end` is when each operation ends before it. */
  firstPosition(end: Int32Array): number {
    const { plan, model } = this;
    let first = plan.order.length;
    if (this.unit >= 0) first = Math.min(plan.position[this.unit]!, this.target);
    for (const o of this.op) first = Math.min(first, plan.position[model.units.of[o]!]!);
    if (this.overtime < 0) return first;
    const { station, start } = model.overtime;
    for (let o = 0; o < model.size; o++) {
      if (model.modes.station[plan.mode[o]!] !== station[this.overtime]) continue;
      if (end[o]! > start[this.overtime]!) first = Math.min(first, plan.position[model.units.of[o]!]!);
    }
    return first;
  }

  private shift(from: number, to: number): void {
    const { order, position } = this.plan;
    const step = from < to ? 1 : -1;
    for (let i = from; i !== to; i += step) {
      order[i] = order[i + step]!;
      position[order[i]!] = i;
    }
    order[to] = this.unit;
    position[this.unit] = to;
  }

  /** Behind everything the unit waits for. */
  private earliest(u: number): number {
    const { units, before } = this.model;
    let earliest = 0;
    for (let m = units.memberFrom[u]!; m < units.memberFrom[u + 1]!; m++) {
      const o = units.member[m]!;
      for (let a = before.from[o]!; a < before.from[o + 1]!; a++) {
        const other = units.of[before.op[a]!]!;
        if (other !== u) earliest = Math.max(earliest, this.plan.position[other]! + 1);
      }
    }
    return earliest;
  }

  /** Before everything that waits for the unit. */
  private latest(u: number): number {
    const { units, after } = this.model;
    let latest = units.count - 1;
    for (let m = units.memberFrom[u]!; m < units.memberFrom[u + 1]!; m++) {
      const o = units.member[m]!;
      for (let a = after.from[o]!; a < after.from[o + 1]!; a++) {
        const other = units.of[after.op[a]!]!;
        if (other !== u) latest = Math.min(latest, this.plan.position[other]! - 1);
      }
    }
    return latest;
  }
}
