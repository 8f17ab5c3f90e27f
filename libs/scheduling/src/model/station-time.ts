import type { Interval } from '../problem';
import type { Changeovers, Modes } from './tables';

/** What the working time of a station is made of. */
export interface StationHours {
  /** Sorted, merged working intervals within [freeAt, horizon]. */
  readonly regular: readonly Interval[];
  /** Overtime that may be opened, within the same limits; index = index of the model's overtime. */
  readonly overtime: readonly { readonly index: number; readonly interval: Interval }[];
  /** Fixed operations by start; `family` is the matrix row they leave behind, −1: the one before. */
  readonly fixed: readonly { readonly start: number; readonly end: number; readonly family: number }[];
}

/** Sorts and merges intervals; touching ones become one. */
export function mergeIntervals(intervals: readonly Interval[]): Interval[] {
  const merged: [number, number][] = [];
  for (const [start, end] of [...intervals].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = merged[merged.length - 1];
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/** The parts of sorted intervals inside [start, end]. */
export function clipIntervals(intervals: readonly Interval[], start: number, end: number): Interval[] {
  return intervals
    .map(([a, b]): Interval => [Math.max(a, start), Math.min(b, end)])
    .filter(([a, b]) => a < b);
}

/**
 * The working time of all stations as one table of intervals, and the rule that puts an operation into it: first the
 * changeover, then the run, both in working time; an operation that may pause goes on after a gap, one that may not fits
 * into one interval; none lies across a fixed operation.
 *
 * Answers are left in fields and not returned as objects, because the search asks some million times a second.
 */
export class StationTime {
  /** Intervals of station k: `first[k] … last[k] − 1`. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Working seconds of the station before the interval. */
  readonly worked: Int32Array;
  /** How many fixed operations of the station lie before the interval. */
  readonly segment: Int32Array;
  /** The family that stands before the first operation of station k, fixed ones at its beginning included. */
  readonly firstFamily: Int32Array;
  /** Does some station have working time both before and after a fixed operation? */
  readonly barriers: boolean;

  private readonly isOpen: Uint8Array;

  /** Question: the station is free from then, its last operation ended in interval `at` (first − 1: none yet), `family` is set up. */
  free = 0;
  at = 0;
  family = -1;
  /** Answer of {@link place}: the instants, the intervals in which the changeover starts and the run ends, the family left behind. */
  start = 0;
  runStart = 0;
  end = 0;
  startAt = 0;
  endAt = 0;
  changeover = 0;
  /** The family that was set up before. */
  familyBefore = -1;

  constructor(
    private readonly hours: readonly StationHours[],
    private readonly modes: Modes,
    private readonly changeovers: Changeovers,
    opened?: Uint8Array,
  ) {
    const room = hours.map((h) => h.regular.length + h.overtime.length + h.fixed.length);
    this.first = new Int32Array(hours.length + 1);
    room.forEach((n, k) => (this.first[k + 1] = this.first[k]! + n));
    this.last = new Int32Array(hours.length);
    const total = this.first[hours.length]!;
    [this.from, this.to] = [new Int32Array(total), new Int32Array(total)];
    [this.worked, this.segment] = [new Int32Array(total), new Int32Array(total)];
    const offered = hours.reduce((sum, { overtime }) => sum + overtime.length, 0);
    this.isOpen = opened?.slice() ?? new Uint8Array(offered);
    for (let k = 0; k < hours.length; k++) this.rebuild(k, this.isOpen);
    this.firstFamily = Int32Array.from(hours, (_, k) => this.familyAtStart(k));
    this.barriers = hours.some(({ regular, overtime, fixed }) => {
      const all = [...regular, ...overtime.map(({ interval }) => interval)];
      return fixed.some(({ start, end }) => all.some(([a]) => a < start) && all.some(([, b]) => b > end));
    });
  }

  /** Opens exactly the given overtime intervals. */
  open(opened: Uint8Array): void {
    this.hours.forEach(({ overtime }, k) => {
      if (!overtime.some(({ index }) => this.isOpen[index] !== opened[index])) return;
      for (const { index } of overtime) this.isOpen[index] = opened[index]!;
      this.rebuild(k, opened);
    });
  }

  /** Writes the intervals of station k anew, with the opened overtime. */
  private rebuild(k: number, opened?: Uint8Array): void {
    const { regular, overtime, fixed } = this.hours[k]!;
    const extra = overtime.filter(({ index }) => opened?.[index]).map(({ interval }) => interval);
    const open = extra.length ? mergeIntervals([...regular, ...extra]) : regular;
    let i = this.first[k]!;
    let worked = 0;
    let segment = 0;
    const put = (from: number, to: number): void => {
      if (from >= to) return;
      this.from[i] = from;
      this.to[i] = to;
      this.worked[i] = worked;
      this.segment[i] = segment;
      worked += to - from;
      i++;
    };
    let busyUntil = 0;
    for (const [start, end] of open) {
      while (segment < fixed.length && fixed[segment]!.start < end) {
        put(Math.max(start, busyUntil), fixed[segment]!.start);
        busyUntil = Math.max(busyUntil, fixed[segment]!.end);
        segment++;
      }
      put(Math.max(start, busyUntil), end);
    }
    this.last[k] = i;
  }

  private familyAtStart(k: number): number {
    const first = this.first[k]!;
    const initial = this.changeovers.initial[k]!;
    return first < this.last[k]! ? this.familyAfter(k, 0, this.segment[first]!, initial) : initial;
  }

  /** The family that stands on station k when its segment changes from `before` to `now`. */
  familyAfter(k: number, before: number, now: number, family: number): number {
    const { fixed } = this.hours[k]!;
    for (let s = now - 1; s >= before; s--) if (fixed[s]!.family >= 0) return fixed[s]!.family;
    return family;
  }

  /** Working seconds of the changeover of a mode from the family that is set up. */
  changeoverSeconds(k: number, mode: number, family: number): number {
    const to = this.modes.family[mode]!;
    const { size, base, seconds } = this.changeovers;
    if (to < 0 || family < 0) return this.modes.setup[mode]!;
    return this.modes.setup[mode]! + seconds[base[k]! + family * size[k]! + to]!;
  }

  /** Starts the question at the beginning of station k, before any operation. */
  reset(k: number): void {
    this.free = 0;
    this.at = this.first[k]! - 1;
    this.family = this.changeovers.initial[k]!;
  }

  /**
   * Puts an operation into the first place after the question's `free` where its run starts at or after `earliest`;
   * `family` becomes the family that it leaves behind.
   * @returns false when there is none before the horizon
   */
  place(mode: number, whole: boolean, earliest: number): boolean {
    const k = this.modes.station[mode]!;
    const run = this.modes.run[mode]!;
    const last = this.last[k]!;
    const { segment } = this;
    let segmentNow = this.at < this.first[k]! ? 0 : segment[this.at]!;
    let i = Math.max(this.at, this.first[k]!);
    while (i < last && this.to[i]! <= this.free) i++;
    while (i < last) {
      if (segment[i] !== segmentNow) {
        this.family = this.familyAfter(k, segmentNow, segment[i]!, this.family);
        segmentNow = segment[i]!;
      }
      let stop = last;
      if (segment[last - 1] !== segmentNow) for (stop = i + 1; segment[stop] === segmentNow;) stop++;
      this.changeover = this.changeoverSeconds(k, mode, this.family);
      if (whole ? this.placeWhole(i, stop, earliest, run) : this.placePaused(i, stop, earliest, run)) {
        this.familyBefore = this.family;
        if (this.modes.family[mode]! >= 0) this.family = this.modes.family[mode]!;
        return true;
      }
      i = stop;
    }
    return false;
  }

  /** Changeover and run inside one of the intervals i … stop − 1. */
  private placeWhole(i: number, stop: number, earliest: number, run: number): boolean {
    const { changeover, free } = this;
    for (; i < stop; i++) {
      const from = this.from[i]!;
      let runStart = (from > free ? from : free) + changeover;
      if (runStart < earliest) runStart = earliest;
      if (runStart + run > this.to[i]!) continue;
      this.runStart = runStart;
      this.start = runStart - changeover;
      this.end = runStart + run;
      this.startAt = this.endAt = i;
      return true;
    }
    return false;
  }

  /** Changeover and run over the intervals i … stop − 1, pausing between them. */
  private placePaused(i: number, stop: number, earliest: number, run: number): boolean {
    const { from, to, worked, free, changeover } = this;
    let work = worked[i]! + (free > from[i]! ? free - from[i]! : 0) + changeover;
    while (i < stop && (to[i]! <= earliest || worked[i]! + to[i]! - from[i]! <= work)) i++;
    if (i >= stop) return false;
    let runStart = from[i]! + (work > worked[i]! ? work - worked[i]! : 0);
    if (runStart < earliest) runStart = earliest;
    work = worked[i]! + runStart - from[i]!;
    this.runStart = runStart;
    this.startOfChangeover(i, work - changeover);
    work += run;
    while (i < stop && worked[i]! + to[i]! - from[i]! < work) i++;
    if (i >= stop) return false;
    this.end = run ? from[i]! + work - worked[i]! : runStart;
    this.endAt = i;
    return true;
  }

  /** The changeover starts where the station has done `work` seconds, in interval i or before it. */
  private startOfChangeover(i: number, work: number): void {
    while (this.worked[i]! > work) i--;
    this.start = this.from[i]! + work - this.worked[i]!;
    this.startAt = i;
  }

  /**
   * The earliest run start on station k such that `run` working seconds end at `end` or later, counting back from there;
   * only a bound where operations may not pause over a fixed operation.
   */
  latestStartFor(k: number, end: number, run: number): number {
    const { from, to, worked } = this;
    let i = this.last[k]! - 1;
    while (i > this.first[k]! && from[i]! >= end) i--;
    if (i < this.first[k]!) return end;
    // an end inside a gap is reached only by working at least one second after it
    const work = worked[i]! + (end <= to[i]! ? end - from[i]! : to[i]! - from[i]! + 1) - run;
    if (work < worked[this.first[k]!]!) return from[this.first[k]!]!;
    while (i > this.first[k]! && worked[i]! > work) i--;
    return from[i]! + work - worked[i]!;
  }
}
