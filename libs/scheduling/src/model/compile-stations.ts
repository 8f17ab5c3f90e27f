import { type Interval, LONGEST_HORIZON } from '../problem';
import type { Changeovers, Overtime, PoolSteps } from './model';
import type { SortedProblem } from './sorted-problem';
import { clipIntervals, mergeIntervals, type StationHours } from './station-time';

/** Matrices in one table, and the row or column of a family in the matrix of a station. */
export interface CompiledChangeovers {
  table: Changeovers;
  familyAt(station: number, family: string | undefined): number;
}

/** Compiles the changeover matrices; stations without matrix have size 0. */
export function compileChangeovers({ problem, stations }: SortedProblem): CompiledChangeovers {
  const size = new Int32Array(stations.length);
  const base = new Int32Array(stations.length);
  const initial = new Int32Array(stations.length).fill(-1);
  const seconds: number[] = [];
  const place = new Map<string, { base: number; rows: Map<string, number> }>();
  for (const id of Object.keys(problem.changeovers).sort()) {
    const matrix = problem.changeovers[id]!;
    place.set(id, { base: seconds.length, rows: new Map(matrix.families.map((f, i) => [f, i])) });
    for (const row of matrix.seconds) for (const s of row) seconds.push(s);
  }
  const familyAt = (k: number, family: string | undefined): number => {
    const matrix = stations[k]!.changeover;
    return matrix === undefined || family === undefined ? -1 : (place.get(matrix)!.rows.get(family) ?? -1);
  };
  stations.forEach((station, k) => {
    if (station.changeover === undefined) return;
    size[k] = place.get(station.changeover)!.rows.size;
    base[k] = place.get(station.changeover)!.base;
    initial[k] = familyAt(k, station.family);
  });
  return { table: { size, base, seconds: Int32Array.from(seconds), initial }, familyAt };
}

/** The parts of intervals in which none of the others is. */
function without(intervals: readonly Interval[], others: readonly Interval[]): Interval[] {
  const left: Interval[] = [];
  for (const [start, end] of intervals) {
    let from = start;
    for (const [a, b] of others) {
      if (b <= from || a >= end) continue;
      if (a > from) left.push([from, a]);
      from = Math.max(from, b);
    }
    if (from < end) left.push([from, end]);
  }
  return left;
}

/** People present minus those of fixed operations, as steps from before 0 to after the horizon. */
export function compilePools(sorted: SortedProblem): PoolSteps[] {
  const changes = sorted.pools.map(() => new Map<number, number>());
  const add = (p: number, [start, end]: readonly [number, number], count: number): void => {
    changes[p]!.set(start, (changes[p]!.get(start) ?? 0) + count);
    changes[p]!.set(end, (changes[p]!.get(end) ?? 0) - count);
  };
  sorted.pools.forEach((pool, p) =>
    pool.capacity.forEach(([start, end, count]) => add(p, [start, end], count)),
  );
  for (const fixed of sorted.fixed.values()) {
    const { operation } = sorted.operations[sorted.operationOf.get(fixed.op)!]!;
    const mode = operation.modes.find(({ station }) => station === fixed.station)!;
    if (fixed.end > fixed.start) {
      for (const [pool, need] of mode.pools) add(sorted.poolOf.get(pool)!, [fixed.start, fixed.end], -need);
    }
  }
  return changes.map(stepsOf);
}

function stepsOf(changes: ReadonlyMap<number, number>): PoolSteps {
  const at: number[] = [-LONGEST_HORIZON];
  const present: number[] = [0];
  let count = 0;
  for (const instant of [...changes.keys()].sort((a, b) => a - b)) {
    count += changes.get(instant)!;
    if (Math.max(0, count) === present[present.length - 1]) continue;
    at.push(instant);
    present.push(Math.max(0, count));
  }
  return { at: Int32Array.from(at), present: Int32Array.from(present) };
}

/** The most people of a pool present at any instant of [start, end). */
export function mostPresent({ at, present }: PoolSteps, start: number, end: number): number {
  let most = 0;
  for (let i = 0; i < at.length; i++) {
    const until = i + 1 < at.length ? at[i + 1]! : LONGEST_HORIZON * 2;
    if (at[i]! < end && until > start && present[i]! > most) most = present[i]!;
  }
  return most;
}

/** Working hours of every station and the overtime that can be of use. */
export interface CompiledHours {
  hours: StationHours[];
  overtime: Overtime;
}

/**
 * Compiles calendars, fixed operations and overtime. Overtime in which no operation of the station could work is left
 * out: `usable(k, start, end)` says whether one could.
 */
export function compileHours(
  sorted: SortedProblem,
  familyAt: CompiledChangeovers['familyAt'],
  usable: (station: number, start: number, end: number) => boolean,
): CompiledHours {
  const { horizon } = sorted.problem;
  const [station, start, end]: [number[], number[], number[]] = [[], [], []];
  const fixedOn = fixedByStation(sorted, familyAt);
  const hours = sorted.stations.map(({ calendar, overtime, freeAt }, k) => {
    const regular = clipIntervals(mergeIntervals(calendar), freeAt, horizon);
    const offered: { index: number; interval: Interval }[] = [];
    for (const [a, b] of overtime) {
      const interval: Interval = [Math.max(a, freeAt), Math.min(b, horizon)];
      const gained = interval[0] < interval[1] ? without([interval], regular) : [];
      if (!gained.some(([from, to]) => usable(k, from, to))) continue;
      offered.push({ index: station.length, interval });
      station.push(k);
      start.push(a);
      end.push(b);
    }
    return { regular, overtime: offered, fixed: fixedOn[k]! };
  });
  const overtime = {
    station: Int32Array.from(station),
    start: Int32Array.from(start),
    end: Int32Array.from(end),
  };
  return { hours, overtime };
}

function fixedByStation(
  sorted: SortedProblem,
  familyAt: CompiledChangeovers['familyAt'],
): StationHours['fixed'][] {
  const lists = sorted.stations.map((): { start: number; end: number; family: number }[] => []);
  for (const { op, station, start, end } of sorted.fixed.values()) {
    const k = sorted.stationOf.get(station)!;
    const { operation } = sorted.operations[sorted.operationOf.get(op)!]!;
    lists[k]!.push({ start, end, family: familyAt(k, operation.family) });
  }
  return lists.map((list) => list.sort((a, b) => a.start - b.start || a.end - b.end));
}
