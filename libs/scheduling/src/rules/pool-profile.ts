import { type PoolSteps, UNLIMITED } from '../model/model';

/** Index of the last entry ≤ value among the first `count`; the first entry is below every value asked for. */
function lastAtOrBefore(sorted: Int32Array, count: number, value: number): number {
  let low = 0;
  let high = count;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= value) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * The people of one pool at work over time, against those present: `used[i]` from `at[i]` to `at[i + 1]`. Work is mostly
 * added in the order of time, so that inserting into the sorted arrays moves only a few entries.
 */
export class PoolProfile {
  private at = new Int32Array(64);
  private used = new Int32Array(64);
  /** The operation whose end (or start) made the entry. */
  private owner = new Int32Array(64);
  private count = 1;
  private readonly present: Int32Array;
  private readonly presentAt: Int32Array;
  /** After a conflict: the operation at whose end it stops, −1 when it stops because more people come. */
  blocker = -1;

  constructor(steps: PoolSteps) {
    this.present = steps.present;
    this.presentAt = steps.at;
    this.reset();
  }

  /** Nobody at work. */
  reset(): void {
    this.count = 1;
    this.at[0] = -UNLIMITED;
    this.used[0] = 0;
    this.owner[0] = -1;
  }

  /** Overwrites all with another of the same pool. */
  copyFrom(other: PoolProfile): void {
    while (this.at.length < other.count) this.grow();
    this.count = other.count;
    this.at.set(other.at.subarray(0, other.count));
    this.used.set(other.used.subarray(0, other.count));
    this.owner.set(other.owner.subarray(0, other.count));
  }

  /**
   * Where the last shortage inside [start, end) stops if `need` more people were at work; −1: there is none.
   * UNLIMITED: it never stops.
   */
  shortageEnd(start: number, end: number, need: number): number {
    const { at, used, present, presentAt } = this;
    let i = lastAtOrBefore(at, this.count, end - 1);
    let c = lastAtOrBefore(presentAt, presentAt.length, end - 1);
    let stop = UNLIMITED;
    this.blocker = -1;
    if (i + 1 < this.count) {
      stop = at[i + 1]!;
      this.blocker = this.owner[i + 1]!;
    }
    if (c + 1 < presentAt.length && presentAt[c + 1]! <= stop) {
      stop = presentAt[c + 1]!;
      this.blocker = -1;
    }
    for (;;) {
      if (used[i]! + need > present[c]!) return stop;
      const [a, p] = [at[i]!, presentAt[c]!];
      stop = a > p ? a : p;
      if (stop <= start) return -1;
      this.blocker = a > p ? this.owner[i]! : -1;
      if (a === stop) i--;
      if (p === stop) c--;
    }
  }

  /** `need` people are at work for operation `owner` during [start, end). */
  add(start: number, end: number, need: number, owner: number): void {
    if (start >= end) return;
    const first = this.split(start, owner);
    const last = this.split(end, owner);
    this.owner[last] = owner;
    for (let i = first; i < last; i++) this.used[i]! += need;
  }

  /** Takes back what was added. */
  remove(start: number, end: number, need: number): void {
    if (start >= end) return;
    const last = lastAtOrBefore(this.at, this.count, end - 1);
    for (let i = lastAtOrBefore(this.at, this.count, start); i <= last; i++) this.used[i]! -= need;
  }

  /** The index of the entry at an instant, made if there is none. */
  private split(instant: number, owner: number): number {
    const i = lastAtOrBefore(this.at, this.count, instant);
    if (this.at[i] === instant) return i;
    if (this.count === this.at.length) this.grow();
    const { at, used } = this;
    for (let x = this.count; x > i + 1; x--) {
      at[x] = at[x - 1]!;
      used[x] = used[x - 1]!;
      this.owner[x] = this.owner[x - 1]!;
    }
    this.count++;
    at[i + 1] = instant;
    used[i + 1] = used[i]!;
    this.owner[i + 1] = owner;
    return i + 1;
  }

  private grow(): void {
    const wider = (array: Int32Array): Int32Array<ArrayBuffer> => {
      const next = new Int32Array(array.length * 2);
      next.set(array);
      return next;
    };
    [this.at, this.used, this.owner] = [wider(this.at), wider(this.used), wider(this.owner)];
  }
}
