import { type Problem } from '../problem';
import {
  compileBaseline,
  compileJobs,
  compileModes,
  compilePrecedence,
  type Movable,
} from './compile-operations';
import {
  type CompiledHours,
  compileChangeovers,
  compileHours,
  compilePools,
  mostPresent,
} from './compile-stations';
import { type Features, type Model, type Modes, type PoolSteps, UNLIMITED } from './model';
import { findPossible, type Possible } from './possible';
import { type SortedProblem, sortProblem } from './sorted-problem';
import { StationTime } from './station-time';
import { compileUnits } from './units';

/**
 * Compiles a checked problem into numbered typed arrays. Operations that no plan can place are left out and listed,
 * pools that can never run short and overtime in which nobody can work are left out.
 */
export function compile(problem: Problem): Model {
  const sorted = sortProblem(problem);
  const allPools = compilePools(sorted);
  const possible = findPossible(sorted, allPools);
  const movable = findMovable(possible.modes, sorted);
  const { table: changeovers, familyAt } = compileChangeovers(sorted);
  const modes = compileModes(sorted, movable, possible.modes, familyAt);
  const compiledHours = compileHours(sorted, familyAt, overtimeUse(modes, allPools));
  const binding = bindingPools(compiledHours, modes, allPools);
  const usedModes = keepPools(modes, binding);
  const { before, after, release, deadline } = compilePrecedence(sorted, movable);
  const jobs = compileJobs(sorted, movable, before, after);
  const operations = movable.index.map((i) => sorted.operations[i]!);
  const base = {
    problem,
    horizon: problem.horizon,
    size: operations.length,
    key: operations.map(({ key }) => key),
    stationId: sorted.stations.map(({ id }) => id),
    poolId: sorted.pools.map(({ id }) => id),
    job: Int32Array.from(operations, ({ job }) => job),
    release,
    deadline,
    whole: Uint8Array.from(operations, ({ operation }) => (operation.interruptible ? 0 : 1)),
    modes: usedModes,
    before,
    after,
    jobs,
    changeovers,
    units: compileUnits(before, after),
    pools: allPools,
    overtime: compiledHours.overtime,
    overtimePrice: problem.price.overtime,
    changeoverPrice: problem.price.changeover,
    baseline: compileBaseline(sorted, movable),
    impossible: possible.impossible,
    stationTime: (opened?: Uint8Array) =>
      new StationTime(compiledHours.hours, usedModes, changeovers, opened),
  };
  return { ...base, features: featuresOf(base, compiledHours) };
}

function findMovable(modes: Possible['modes'], sorted: SortedProblem): Movable {
  const index = modes.flatMap((list, i) => (list.length ? [i] : []));
  return { index, of: new Map(index.map((i, o) => [sorted.operations[i]!.key, o])) };
}

/** Could an operation of station k work at some instant of [start, end)? */
function overtimeUse(
  modes: Modes,
  pools: readonly PoolSteps[],
): (k: number, start: number, end: number) => boolean {
  const needs = new Map<number, Map<string, number[]>>();
  modes.station.forEach((k, i) => {
    const list = [...modes.pool.subarray(modes.poolFrom[i], modes.poolFrom[i + 1])];
    if (!needs.has(k)) needs.set(k, new Map());
    needs.get(k)!.set(list.join(), list);
  });
  return (k, start, end) =>
    [...(needs.get(k)?.values() ?? [])].some((list) =>
      list.every((p) => mostPresent(pools[p]!, start, end) > 0),
    );
}

/** 1 for each pool that can run short while some stations that need it work, all overtime opened. */
function bindingPools({ hours }: CompiledHours, modes: Modes, pools: readonly PoolSteps[]): Uint8Array {
  const most = pools.map(() => new Float64Array(hours.length));
  modes.station.forEach((k, i) => {
    for (let q = modes.poolFrom[i]!; q < modes.poolFrom[i + 1]!; q++) {
      const p = modes.pool[q]!;
      most[p]![k] = Math.max(most[p]![k]!, modes.need[q]!);
    }
  });
  return Uint8Array.from(pools, ({ at, present }, p) =>
    at.some((start, i) => {
      const end = at[i + 1] ?? UNLIMITED;
      let demand = 0;
      most[p]!.forEach((need, k) => (demand += need && worksDuring(hours[k]!, start, end) ? need : 0));
      return demand > present[i]!;
    })
      ? 1
      : 0,
  );
}

/** Could the station work at some instant of [start, end), all overtime opened? */
function worksDuring(
  { regular, overtime }: CompiledHours['hours'][number],
  start: number,
  end: number,
): boolean {
  let low = 0;
  for (let high = regular.length; low < high;) {
    const middle = (low + high) >> 1;
    if (regular[middle]![1] > start) high = middle;
    else low = middle + 1;
  }
  if (low < regular.length && regular[low]![0] < end) return true;
  return overtime.some(({ interval: [a, b] }) => a < end && b > start);
}

/** The modes without the needs for pools that never run short. */
function keepPools(modes: Modes, binding: Uint8Array): Modes {
  const poolFrom = new Int32Array(modes.poolFrom.length);
  const pool: number[] = [];
  const need: number[] = [];
  for (let i = 0; i + 1 < modes.poolFrom.length; i++) {
    for (let q = modes.poolFrom[i]!; q < modes.poolFrom[i + 1]!; q++) {
      if (!binding[modes.pool[q]!]) continue;
      pool.push(modes.pool[q]!);
      need.push(modes.need[q]!);
    }
    poolFrom[i + 1] = pool.length;
  }
  return { ...modes, poolFrom, pool: Int32Array.from(pool), need: Int32Array.from(need) };
}

type Unfeatured = Omit<Model, 'features'>;

function featuresOf(model: Unfeatured, { hours }: CompiledHours): Features {
  const { modes, jobs, baseline, units, size } = model;
  return {
    calendars:
      hours.some((h) => h.fixed.length > 0 || h.regular.length !== 1 || h.overtime.length > 0) ||
      !roomy(model, hours),
    changeovers: model.changeovers.size.some((n) => n > 0),
    pools: modes.pool.length > 0,
    longestWaits: units.count < size || model.deadline.some((d) => d < UNLIMITED),
    overtime: model.overtime.station.length > 0,
    lateIsGood:
      jobs.earliness.some((e) => e > 0) ||
      jobs.flow.some((f) => f > 0) ||
      (baseline.moveSecond > 0 && baseline.start.some((s) => s < UNLIMITED)),
    oneMode: modes.from[size] === size,
  };
}

/** Is the horizon so far away that no order of the operations can reach it? */
function roomy(
  { modes, size, release, changeovers, before, horizon }: Unfeatured,
  hours: CompiledHours['hours'],
): boolean {
  const largest = changeovers.seconds.reduce((a, b) => Math.max(a, b), 0);
  let sum =
    hours.reduce((a, h) => Math.max(a, h.regular[0]?.[0] ?? 0), 0) +
    release.reduce((a, b) => Math.max(a, b), 0);
  for (let o = 0; o < size; o++) {
    let longest = 0;
    for (let i = modes.from[o]!; i < modes.from[o + 1]!; i++)
      longest = Math.max(longest, modes.run[i]! + modes.setup[i]!);
    sum += longest + largest;
  }
  for (const wait of before.min) sum += wait;
  return sum <= Math.min(horizon, ...hours.map((h) => h.regular[0]?.[1] ?? 0));
}
