import type { Model } from '../model/model';
import type { Plan } from '../plan/plan';
import type { Differences } from './differences';
import { SLIP, type SerialTiming } from './serial-timing';

/**
 * What the times of each unit followed from when it was placed: mode and wish, the last operations of the station, and the
 * span of time in which people were looked for. A unit that finds the same again gets the same times and need not be placed.
 */
export class Circumstances {
  private readonly mode: Int32Array;
  private readonly wish: Int32Array;
  /** The last `depth` operations of the station before it was placed, the last one first; −1: none. */
  private readonly behind: Int32Array;
  private readonly depth: number;
  /** How many operations of the station came after it when it was placed. */
  readonly slipped: Int32Array;
  /** In which span a place with people was looked for. */
  private readonly from: Int32Array;
  private readonly to: Int32Array;

  constructor(
    private readonly model: Model,
    private readonly plan: Plan,
    private readonly serial: SerialTiming,
  ) {
    const { size, units } = model;
    this.depth = units.count < size ? SLIP + 1 : 1;
    this.mode = new Int32Array(size).fill(-1);
    this.wish = new Int32Array(size);
    this.behind = new Int32Array(size * this.depth);
    this.slipped = new Int32Array(size);
    this.from = new Int32Array(units.count);
    this.to = new Int32Array(units.count);
  }

  /** The mode by which operation o was placed; −1: it never was. */
  modeOf(o: number): number {
    return this.mode[o]!;
  }

  /** Would the unit get the same times if it were placed now? Never wrongly true. */
  same(unit: number, differences: Differences): boolean {
    const { memberFrom, member } = this.model.units;
    for (let m = memberFrom[unit]!; m < memberFrom[unit + 1]!; m++)
      if (!this.sameFor(member[m]!, unit, differences)) return false;
    return true;
  }

  private sameFor(o: number, unit: number, differences: Differences): boolean {
    const { plan, depth, behind } = this;
    const { modes, before } = this.model;
    const mode = plan.mode[o]!;
    if (mode !== this.mode[o] || plan.notBefore[o] !== this.wish[o]) return false;
    const k = modes.station[mode]!;
    if (differences.otherHours(k)) return false;
    for (let a = before.from[o]!; a < before.from[o + 1]!; a++)
      if (differences.changed(before.op[a]!)) return false;
    const { base, count, op } = this.serial.lists;
    const end = base[k]! + count[k]!;
    for (let d = 0; d < depth; d++) {
      const x = d < count[k]! ? op[end - 1 - d]! : -1;
      if (x !== behind[o * depth + d]) return false;
      if (x < 0) break;
      if (differences.changed(x)) return false;
    }
    for (let q = modes.poolFrom[mode]!; q < modes.poolFrom[mode + 1]!; q++)
      if (differences.otherPeople(modes.pool[q]!, this.from[unit]!, this.to[unit]!)) return false;
    return true;
  }

  /** Notes what is there before a unit is placed. */
  before(unit: number): void {
    const { plan, depth, behind } = this;
    const { units, modes } = this.model;
    const { base, count, op } = this.serial.lists;
    for (let m = units.memberFrom[unit]!; m < units.memberFrom[unit + 1]!; m++) {
      const o = units.member[m]!;
      this.mode[o] = plan.mode[o]!;
      this.wish[o] = plan.notBefore[o]!;
      const k = modes.station[plan.mode[o]!]!;
      for (let d = 0; d < depth; d++)
        behind[o * depth + d] = d < count[k]! ? op[base[k]! + count[k]! - 1 - d]! : -1;
    }
  }

  /** Notes where a unit was looked for. */
  after(unit: number): void {
    this.from[unit] = this.serial.lookedFrom;
    this.to[unit] = this.serial.lookedTo;
  }

  /** Takes over what another one noted for a unit. */
  copy(unit: number, other: Circumstances): void {
    const { depth } = this;
    const { memberFrom, member } = this.model.units;
    for (let m = memberFrom[unit]!; m < memberFrom[unit + 1]!; m++) {
      const o = member[m]!;
      this.mode[o] = other.mode[o]!;
      this.wish[o] = other.wish[o]!;
      this.slipped[o] = this.serial.slipped[o]!;
      for (let d = o * depth; d < (o + 1) * depth; d++) this.behind[d] = other.behind[d]!;
    }
    this.from[unit] = other.from[unit]!;
    this.to[unit] = other.to[unit]!;
  }
}
