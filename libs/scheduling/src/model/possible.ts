import type { Mode } from '../problem';
import { mostPresent } from './compile-stations';
import type { Impossible, PoolSteps } from './model';
import type { KeyedOperation, SortedProblem } from './sorted-problem';
import { clipIntervals, mergeIntervals } from './station-time';

/** The modes that can be used at all, and the operations that cannot be placed by any plan. */
export interface Possible {
  /** Modes of each operation of the sorted problem; empty for fixed and impossible ones. */
  readonly modes: readonly (readonly Mode[])[];
  readonly impossible: readonly Impossible[];
}

/** Longest working interval and whole working time of each station when all overtime is opened. */
function roomOf({ problem, stations }: SortedProblem): { longest: number; total: number }[] {
  return stations.map(({ calendar, overtime, freeAt }) => {
    const all = clipIntervals(mergeIntervals([...calendar, ...overtime]), freeAt, problem.horizon);
    const lengths = all.map(([a, b]) => b - a);
    return {
      longest: lengths.reduce((a, b) => Math.max(a, b), 0),
      total: lengths.reduce((a, b) => a + b, 0),
    };
  });
}

/** Sorts out what no plan can place: too long for every interval, more people than ever present, and what hangs on that. */
export function findPossible(sorted: SortedProblem, pools: readonly PoolSteps[]): Possible {
  const room = roomOf(sorted);
  const most = pools.map((pool) => mostPresent(pool, 0, sorted.problem.horizon));
  const reasons = new Map<string, Impossible>();
  const modes = sorted.operations.map((keyed) => {
    if (sorted.fixed.has(keyed.key)) return [];
    const fitting = keyed.operation.modes.filter((mode) => fitsTime(sorted, keyed, mode, room));
    const left = fitting.filter((mode) =>
      mode.pools.every(([pool, need]) => need <= most[sorted.poolOf.get(pool)!]!),
    );
    if (!fitting.length) reasons.set(keyed.key, noInterval(sorted, keyed, room));
    else if (!left.length) reasons.set(keyed.key, noPeople(sorted, keyed.key, fitting[0]!, most));
    return left;
  });
  spread(sorted, reasons);
  return {
    modes: modes.map((list, o) => (reasons.has(sorted.operations[o]!.key) ? [] : list)),
    impossible: sorted.operations.flatMap(({ key }) => reasons.get(key) ?? []),
  };
}

function roomFor(
  sorted: SortedProblem,
  keyed: KeyedOperation,
  mode: Mode,
  room: ReturnType<typeof roomOf>,
): number {
  const { longest, total } = room[sorted.stationOf.get(mode.station)!]!;
  return keyed.operation.interruptible ? total : longest;
}

function fitsTime(
  sorted: SortedProblem,
  keyed: KeyedOperation,
  mode: Mode,
  room: ReturnType<typeof roomOf>,
): boolean {
  const free = roomFor(sorted, keyed, mode, room);
  return free > 0 && mode.setup + mode.run <= free;
}

function noInterval(
  sorted: SortedProblem,
  keyed: KeyedOperation,
  room: ReturnType<typeof roomOf>,
): Impossible {
  const mode = keyed.operation.modes[0]!;
  const facts = {
    station: mode.station,
    needSeconds: mode.setup + mode.run,
    haveSeconds: roomFor(sorted, keyed, mode, room),
  };
  return { op: keyed.key, reason: 'no_interval', facts };
}

function noPeople(sorted: SortedProblem, op: string, mode: Mode, most: readonly number[]): Impossible {
  const [pool, need] = mode.pools.find(([id, n]) => n > most[sorted.poolOf.get(id)!]!)!;
  return { op, reason: 'no_people', facts: { pool, need, have: most[sorted.poolOf.get(pool)!]! } };
}

/** What waits for an impossible operation is impossible; so is what must be followed by one within a longest wait. */
function spread(sorted: SortedProblem, reasons: Map<string, Impossible>): void {
  if (!reasons.size) return;
  const followers = new Map<string, string[]>(sorted.operations.map(({ key }) => [key, []]));
  for (const { key, operation } of sorted.operations)
    for (const { op } of operation.after) followers.get(op)!.push(key);
  const queue = [...reasons.keys()];
  const add = (op: string, reason: 'predecessor' | 'follower', because: string): void => {
    if (reasons.has(op) || sorted.fixed.has(op)) return;
    reasons.set(op, { op, reason, facts: { because } });
    queue.push(op);
  };
  for (let op = queue.pop(); op !== undefined; op = queue.pop()) {
    for (const follower of followers.get(op) ?? []) add(follower, 'predecessor', op);
    for (const { op: earlier, max } of sorted.operations[sorted.operationOf.get(op)!]!.operation.after) {
      if (max !== undefined) add(earlier, 'follower', op);
    }
  }
}
