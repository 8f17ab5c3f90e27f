/** A half-open interval [start, end) of instants in epoch ms, start < end. */
export type Interval = readonly [start: number, end: number];

/**
 * A set of instants: intervals sorted by start that neither overlap nor touch. {@link unite} makes one from any intervals;
 * all other functions of the algebra expect and return sets.
 */
export type TimeSet = readonly Interval[];

/** How many intervals are open during [start, end). */
export type Level = readonly [start: number, end: number, count: number];

/**
 * The union of any intervals as a set; empty and reversed ones are dropped, touching ones become one.
 * @param intervals in any order, overlapping or not
 */
export function unite(...intervals: readonly (readonly Interval[])[]): TimeSet {
  const sorted = intervals
    .flat()
    .filter(([start, end]) => start < end)
    .sort((a, b) => a[0] - b[0]);
  const result: [number, number][] = [];
  for (const [start, end] of sorted) {
    const last = result.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}

/** The instants that are in both sets. */
export function intersect(a: TimeSet, b: TimeSet): TimeSet {
  const result: Interval[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const start = Math.max(a[i][0], b[j][0]);
    const end = Math.min(a[i][1], b[j][1]);
    if (start < end) result.push([start, end]);
    if (a[i][1] < b[j][1]) i += 1;
    else j += 1;
  }
  return result;
}

/** The instants of `a` that are not in `b`. */
export function subtract(a: TimeSet, b: TimeSet): TimeSet {
  const result: Interval[] = [];
  let j = 0;
  for (const [start, end] of a) {
    let from = start;
    while (j < b.length && b[j][1] <= from) j += 1;
    for (let k = j; k < b.length && b[k][0] < end; k += 1) {
      if (b[k][0] > from) result.push([from, b[k][0]]);
      from = Math.max(from, b[k][1]);
    }
    if (from < end) result.push([from, end]);
  }
  return result;
}

/** Total length of a set in ms. */
export function measure(set: TimeSet): number {
  return set.reduce((sum, [start, end]) => sum + end - start, 0);
}

/** The part of a set inside a window; what touches the edges is cut there. */
export function clip(set: TimeSet, window: Interval): TimeSet {
  return window[0] < window[1] ? intersect(set, [window]) : [];
}

/** Is the instant in the set? An interval holds its start and not its end. */
export function contains(set: TimeSet, instant: number): boolean {
  return intervalAt(set, instant) !== undefined;
}

/** The interval of a set that holds the instant, found by binary search. */
export function intervalAt(set: TimeSet, instant: number): Interval | undefined {
  let low = 0;
  let high = set.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (set[middle][1] <= instant) low = middle + 1;
    else high = middle;
  }
  return low < set.length && set[low][0] <= instant ? set[low] : undefined;
}

/**
 * How many of the intervals are open at each time: steps with a count above 0, sorted; neighbours of equal count are one.
 * @param intervals in any order; overlapping ones add up
 */
export function levels(intervals: readonly Interval[]): Level[] {
  const edges = intervals
    .filter(([start, end]) => start < end)
    .flatMap(([start, end]) => [
      { at: start, step: 1 },
      { at: end, step: -1 },
    ])
    .sort((a, b) => a.at - b.at);
  const result: [number, number, number][] = [];
  let count = 0;
  for (let i = 0; i < edges.length; i += 1) {
    count += edges[i].step;
    const [start, end] = [edges[i].at, edges[i + 1]?.at ?? edges[i].at];
    if (count === 0 || start === end) continue;
    const last = result.at(-1);
    if (last !== undefined && last[1] === start && last[2] === count) last[1] = end;
    else result.push([start, end, count]);
  }
  return result;
}

/**
 * The instant at which so much working time has passed. A day has as many working hours as the calendar gives it, never 24.
 * @param work working time
 * @param from where counting begins
 * @param ms working time to spend, ≥ 0
 * @returns the earliest such instant, or null when the set ends before
 */
export function afterWorking(work: TimeSet, from: number, ms: number): number | null {
  if (ms <= 0) return from;
  let left = ms;
  for (const [start, end] of work) {
    if (end <= from) continue;
    const begin = Math.max(start, from);
    if (end - begin >= left) return begin + left;
    left -= end - begin;
  }
  return null;
}
