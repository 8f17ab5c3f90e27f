import {
  type Fixed,
  type Job,
  type Operation,
  operationKey,
  type Pool,
  type Problem,
  type Station,
} from '../problem';
import { byId, byText } from './order';

/** An operation with its job and its full name. */
export interface KeyedOperation {
  readonly key: string;
  readonly job: number;
  readonly operation: Operation;
}

/** A problem in the order of its ids, with look-ups by id: nothing after this depends on the order of the file. */
export interface SortedProblem {
  readonly problem: Problem;
  readonly stations: readonly Station[];
  readonly stationOf: ReadonlyMap<string, number>;
  readonly pools: readonly Pool[];
  readonly poolOf: ReadonlyMap<string, number>;
  readonly jobs: readonly Job[];
  readonly operations: readonly KeyedOperation[];
  readonly fixed: ReadonlyMap<string, Fixed>;
  /** Operations and jobs by key. */
  readonly operationOf: ReadonlyMap<string, number>;
}

const numbered = (list: readonly { id: string }[]): Map<string, number> =>
  new Map(list.map(({ id }, i) => [id, i]));

/** Sorts stations, pools, jobs and operations by id, modes by station, waits by operation. */
export function sortProblem(problem: Problem): SortedProblem {
  const stations = [...problem.stations].sort(byId);
  const pools = [...problem.pools].sort(byId);
  const jobs = [...problem.jobs].sort(byId);
  const operations = jobs.flatMap((job, j) =>
    [...job.operations].sort(byId).map((operation) => ({
      key: operationKey(job.id, operation.id),
      job: j,
      operation: {
        ...operation,
        modes: [...operation.modes].sort((a, b) => byText(a.station, b.station)),
        after: [...operation.after].sort((a, b) => byText(a.op, b.op)),
      },
    })),
  );
  return {
    problem,
    stations,
    stationOf: numbered(stations),
    pools,
    poolOf: numbered(pools),
    jobs,
    operations,
    fixed: new Map(problem.fixed.map((fixed) => [fixed.op, fixed])),
    operationOf: new Map(operations.map(({ key }, i) => [key, i])),
  };
}
