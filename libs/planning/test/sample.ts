import type { PlanEntry, PlanningFacts, PlanningOperation, PlanningStation } from '../src/facts';

/** One minute in ms: specs count in minutes from instant 0. */
export const MIN = 60_000;

/** A station that works from minute `from` to `until`. */
export function station(id: string, rest: Partial<PlanningStation> = {}): PlanningStation {
  return {
    id,
    line: 'a',
    changeover: null,
    family: null,
    work: [[0, 1000 * MIN]],
    overtime: [],
    downUntil: null,
    ...rest,
  };
}

/** An operation that takes `min` minutes on each of its stations. */
export function operation(
  id: string,
  min: number,
  stations: readonly string[],
  rest: Partial<PlanningOperation> = {},
): PlanningOperation {
  return {
    id,
    workOrder: id.split('.')[0] ?? id,
    status: 'open',
    family: null,
    skill: null,
    crew: 0,
    interruptible: true,
    modes: stations.map((one) => ({ station: one, runSec: min * 60, setupSec: 0 })),
    after: [],
    readyAt: 0,
    station: null,
    pinned: false,
    ...rest,
  };
}

/** An entry from minute `start` to `end`. */
export function entry(
  id: string,
  place: string,
  [start, end]: readonly [start: number, end: number],
  rest: Partial<PlanEntry> = {},
): PlanEntry {
  return {
    operation: id,
    workOrder: id.split('.')[0] ?? id,
    station: place,
    startAt: start * MIN,
    runStartAt: start * MIN,
    endAt: end * MIN,
    fixed: null,
    ...rest,
  };
}

/** Facts of a small plant at minute `now`. */
export function facts(now: number, rest: Partial<PlanningFacts>): PlanningFacts {
  const operations = rest.operations ?? [];
  const ids = [...new Set(operations.map(({ workOrder }) => workOrder))];
  return {
    now: now * MIN,
    horizonSec: 100_000,
    frozenSec: 0,
    stations: [station('s1'), station('s2')],
    matrices: [],
    pools: [],
    workOrders: ids.map((id) => ({ id, releaseAt: 0, dueAt: 1000 * MIN, weight: 1, toStock: false })),
    operations,
    published: [],
    ...rest,
  };
}
