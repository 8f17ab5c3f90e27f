/** Half-open interval [start, end) in seconds. */
export type Interval = readonly [number, number];

/**
 * Working time of one station: its calendar and the overtime that was opened, as one list in which touching and
 * overlapping intervals are joined.
 */
export class WorkingTime {
  readonly intervals: readonly Interval[];

  constructor(intervals: readonly Interval[]) {
    this.intervals = joined(intervals);
  }

  /** Working seconds within [from, to). */
  between(from: number, to: number): number {
    return this.pieces(from, to).reduce((sum, [start, end]) => sum + end - start, 0);
  }

  /** The working parts of [from, to), in order. */
  pieces(from: number, to: number): Interval[] {
    const parts: Interval[] = [];
    for (let i = this.firstEndingAfter(from); i < this.intervals.length; i++) {
      const [start, end] = this.intervals[i];
      if (start >= to) break;
      if (Math.min(end, to) > Math.max(start, from)) parts.push([Math.max(start, from), Math.min(end, to)]);
    }
    return parts;
  }

  /** Is the second [at, at + 1) working time? */
  works(at: number): boolean {
    return this.between(at, at + 1) === 1;
  }

  /** Does [from, to] lie in one interval? An empty span may lie at either edge of it. */
  holds(from: number, to: number): boolean {
    const after = this.firstEndingAfter(from);
    const near = this.intervals.slice(Math.max(0, after - 1), after + 1);
    return near.some(([start, end]) => start <= from && to <= end);
  }

  private firstEndingAfter(at: number): number {
    let low = 0;
    let high = this.intervals.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.intervals[middle][1] > at) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

function joined(intervals: readonly Interval[]): Interval[] {
  const sorted = [...intervals].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const result: [number, number][] = [];
  for (const [start, end] of sorted) {
    const last = result.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}
