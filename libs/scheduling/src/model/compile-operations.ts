import type { Mode } from '../problem';
import type { CompiledChangeovers } from './compile-stations';
import { type Arcs, type BaselinePlan, type Jobs, type Modes, UNLIMITED } from './model';
import { rows } from './order';
import type { SortedProblem } from './sorted-problem';

/** The movable operations: which of the sorted problem they are, and the number of each by its key. */
export interface Movable {
  readonly index: readonly number[];
  readonly of: ReadonlyMap<string, number>;
}

/** Compiles the possible modes of the movable operations. */
export function compileModes(
  sorted: SortedProblem,
  movable: Movable,
  possible: readonly (readonly Mode[])[],
  familyAt: CompiledChangeovers['familyAt'],
): Modes {
  const from = new Int32Array(movable.index.length + 1);
  movable.index.forEach((i, o) => (from[o + 1] = from[o]! + possible[i]!.length));
  const count = from[movable.index.length]!;
  const row = (): Int32Array => new Int32Array(count);
  const modes = { from, station: row(), run: row(), setup: row(), family: row() };
  const poolFrom = new Int32Array(count + 1);
  const pool: number[] = [];
  const need: number[] = [];
  let m = 0;
  for (const i of movable.index) {
    const { family } = sorted.operations[i]!.operation;
    for (const mode of possible[i]!) {
      const k = sorted.stationOf.get(mode.station)!;
      modes.station[m] = k;
      modes.run[m] = mode.run;
      modes.setup[m] = mode.setup;
      modes.family[m] = familyAt(k, family);
      for (const [id, people] of mode.pools) {
        if (people === 0) continue;
        pool.push(sorted.poolOf.get(id)!);
        need.push(people);
      }
      poolFrom[++m] = pool.length;
    }
  }
  return { ...modes, poolFrom, pool: Int32Array.from(pool), need: Int32Array.from(need) };
}

/** Arcs among movable operations, and what fixed predecessors leave of the time of the others. */
export interface CompiledPrecedence {
  before: Arcs;
  after: Arcs;
  release: Int32Array;
  deadline: Int32Array;
}

/** Compiles waits; a wait after a fixed operation becomes a release and a deadline, one before it binds nothing. */
export function compilePrecedence(sorted: SortedProblem, movable: Movable): CompiledPrecedence {
  const size = movable.index.length;
  const release = new Int32Array(size);
  const deadline = new Int32Array(size).fill(UNLIMITED);
  const list: { early: number; late: number; min: number; max: number }[] = [];
  const cap = sorted.problem.horizon;
  movable.index.forEach((i, late) => {
    const { job, operation } = sorted.operations[i]!;
    release[late] = Math.max(sorted.jobs[job]!.release, operation.ready);
    for (const wait of operation.after) {
      const max = wait.max === undefined || wait.max >= cap ? UNLIMITED : wait.max;
      const early = movable.of.get(wait.op);
      const fixed = sorted.fixed.get(wait.op);
      if (early !== undefined) list.push({ early, late, min: Math.min(wait.min, cap), max });
      if (!fixed) continue;
      release[late] = Math.max(release[late], fixed.end + wait.min);
      if (max < UNLIMITED) deadline[late] = Math.min(deadline[late]!, fixed.end + max);
    }
  });
  return {
    before: arcs(size, list, 'late', 'early'),
    after: arcs(size, list, 'early', 'late'),
    release,
    deadline,
  };
}

type Link = { early: number; late: number; min: number; max: number };

function arcs(size: number, list: readonly Link[], own: 'early' | 'late', other: 'early' | 'late'): Arcs {
  const from = new Int32Array(size + 1);
  for (const link of list) from[link[own] + 1]!++;
  for (let o = 0; o < size; o++) from[o + 1]! += from[o]!;
  const fill = from.slice();
  const [op, min, max] = [0, 1, 2].map(() => new Int32Array(list.length)) as [
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  for (const link of list) {
    const i = fill[link[own]]!++;
    op[i] = link[other];
    min[i] = link.min;
    max[i] = link.max;
  }
  return { from, op, min, max };
}

/** Compiles due dates and weights. A job with an impossible operation never ends: it counts nothing. */
export function compileJobs(sorted: SortedProblem, movable: Movable, before: Arcs, after: Arcs): Jobs {
  const { jobs } = sorted;
  const job = movable.index.map((i) => sorted.operations[i]!.job);
  const fixedEnd = new Int32Array(jobs.length);
  const fixedStart = new Int32Array(jobs.length).fill(UNLIMITED);
  const ends = new Uint8Array(jobs.length).fill(1);
  sorted.operations.forEach(({ key, job: j }) => {
    const fixed = sorted.fixed.get(key);
    if (!fixed && !movable.of.has(key)) ends[j] = 0;
    if (!fixed) return;
    fixedEnd[j] = Math.max(fixedEnd[j]!, fixed.end);
    fixedStart[j] = Math.min(fixedStart[j]!, fixed.start);
  });
  const outer = (toward: Arcs): number[][] => {
    const lists: number[][] = jobs.map(() => []);
    job.forEach((j, o) => {
      for (let a = toward.from[o]!; a < toward.from[o + 1]!; a++) if (job[toward.op[a]!] === j) return;
      lists[j]!.push(o);
    });
    return lists;
  };
  const sinks = rows(outer(after));
  const sources = rows(outer(before));
  const weightOf = (w: number, j: number): number => (ends[j] ? w : 0);
  return {
    count: jobs.length,
    id: jobs.map(({ id }) => id),
    due: Int32Array.from(jobs, ({ due }) => due ?? UNLIMITED),
    weight: Float64Array.from(jobs, ({ due, weight }, j) => (due === undefined ? 0 : weightOf(weight, j))),
    earliness: Float64Array.from(jobs, ({ due, earliness }, j) =>
      due === undefined ? 0 : weightOf(earliness, j),
    ),
    flow: Float64Array.from(jobs, ({ flow }, j) => weightOf(flow, j)),
    fixedEnd,
    fixedStart,
    sinkFrom: sinks.from,
    sink: sinks.values,
    sourceFrom: sources.from,
    source: sources.values,
  };
}

/** Compiles the published plan; operations without one have start UNLIMITED. */
export function compileBaseline(sorted: SortedProblem, movable: Movable): BaselinePlan {
  const start = new Int32Array(movable.index.length).fill(UNLIMITED);
  const station = new Int32Array(movable.index.length).fill(-1);
  const stay = new Float64Array(movable.index.length);
  const within = new Int32Array(movable.index.length);
  for (const entry of sorted.problem.baseline) {
    const o = movable.of.get(entry.op);
    if (o === undefined) continue;
    start[o] = entry.start;
    station[o] = sorted.stationOf.get(entry.station)!;
    stay[o] = entry.stay;
    within[o] = entry.within;
  }
  const { moveSecond, moveStation } = sorted.problem.price;
  return { start, station, stay, within, moveSecond, moveStation };
}
