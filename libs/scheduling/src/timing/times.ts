import type { Model } from '../model/model';
import { NEVER } from '../model/model';
import type { Plan } from '../plan/plan';

/**
 * When every operation happens and what holds it back. Operations that cannot be placed have start, runStart and end
 * NEVER and occupy nothing.
 */
export class Times {
  readonly start: Int32Array;
  readonly runStart: Int32Array;
  readonly end: Int32Array;
  /** Index of the working interval in which the run ends, in the table of {@link StationTime}. */
  readonly endAt: Int32Array;
  readonly startAt: Int32Array;
  /** The family that stands on the station afterwards, −1: none. */
  readonly family: Int32Array;
  /** Working seconds of the changeover, set-up of the mode included. */
  readonly changeover: Int32Array;
  /** The operation that keeps this one from running earlier; −1: none does. */
  readonly cause: Int32Array;

  constructor(size: number) {
    this.start = new Int32Array(size).fill(NEVER);
    this.runStart = new Int32Array(size).fill(NEVER);
    this.end = new Int32Array(size).fill(NEVER);
    this.endAt = new Int32Array(size);
    this.startAt = new Int32Array(size);
    this.family = new Int32Array(size);
    this.changeover = new Int32Array(size);
    this.cause = new Int32Array(size);
  }

  /** Overwrites all with another of the same size. */
  copyFrom(other: Times): void {
    this.start.set(other.start);
    this.runStart.set(other.runStart);
    this.end.set(other.end);
    this.endAt.set(other.endAt);
    this.startAt.set(other.startAt);
    this.family.set(other.family);
    this.changeover.set(other.changeover);
    this.cause.set(other.cause);
  }

  /** Overwrites one operation with what another says of it. */
  copyOperation(o: number, other: Times): void {
    this.start[o] = other.start[o]!;
    this.runStart[o] = other.runStart[o]!;
    this.end[o] = other.end[o]!;
    this.endAt[o] = other.endAt[o]!;
    this.startAt[o] = other.startAt[o]!;
    this.family[o] = other.family[o]!;
    this.changeover[o] = other.changeover[o]!;
    this.cause[o] = other.cause[o]!;
  }

  /** Does operation o happen as the other says, and leave the same behind? */
  sameOperation(o: number, other: Times): boolean {
    return (
      this.start[o] === other.start[o] &&
      this.runStart[o] === other.runStart[o] &&
      this.end[o] === other.end[o] &&
      this.endAt[o] === other.endAt[o] &&
      this.family[o] === other.family[o] &&
      this.changeover[o] === other.changeover[o]
    );
  }

  /** Operation o is in no place. */
  never(o: number): void {
    this.start[o] = this.runStart[o] = this.end[o] = NEVER;
    this.changeover[o] = 0;
    this.cause[o] = -1;
  }
}

/** Operations on each station in the order of time: those of station k are `op[base[k]] … op[base[k] + count[k] − 1]`. */
export class StationLists {
  readonly base: Int32Array;
  readonly count: Int32Array;
  readonly op: Int32Array;

  constructor(model: Model) {
    const stations = model.stationId.length;
    this.base = new Int32Array(stations + 1);
    for (const k of model.modes.station) this.base[k + 1]!++;
    for (let k = 0; k < stations; k++) this.base[k + 1]! += this.base[k]!;
    this.count = new Int32Array(stations);
    this.op = new Int32Array(this.base[stations]!);
  }

  /** Overwrites all with another of the same model. */
  copyFrom(other: StationLists): void {
    this.count.set(other.count);
    this.op.set(other.op);
  }

  /** Leaves only the operations whose unit stands before position `first`. */
  cut(first: number, { units }: Model, { position }: Plan): void {
    const { base, count, op } = this;
    for (let k = 0; k < count.length; k++) {
      let left = base[k]!;
      const end = left + count[k]!;
      for (let i = left; i < end; i++) {
        const o = op[i]!;
        if (position[units.of[o]!]! < first) op[left++] = o;
      }
      count[k] = left - base[k]!;
    }
  }

  /** The last operation of station k, −1: none. */
  last(k: number): number {
    return this.count[k]! > 0 ? this.op[this.base[k]! + this.count[k]! - 1]! : -1;
  }

  /** Puts operation o at the place `index` of station k. */
  insert(k: number, index: number, o: number): void {
    const { op } = this;
    const at = this.base[k]! + index;
    for (let i = this.base[k]! + this.count[k]!++; i > at; i--) op[i] = op[i - 1]!;
    op[at] = o;
  }

  /** Takes operation o from station k; it is looked for from the end. */
  remove(k: number, o: number): void {
    const { op } = this;
    let i = this.base[k]! + --this.count[k]!;
    for (let held = op[i]!; held !== o;) {
      const earlier = op[--i]!;
      op[i] = held;
      held = earlier;
    }
  }
}
