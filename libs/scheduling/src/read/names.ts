import { operationKey } from '../problem';
import { duplicate, type Fault } from './fault';
import type { ProblemFile } from './schema';

/** Where an operation stands in the file, and its modes. */
export interface NamedOperation {
  /** Its place among the operations of the file, all jobs counted. */
  readonly number: number;
  readonly job: number;
  /** Its place in the job. */
  readonly place: number;
  modes: readonly { station: string }[];
}

/** Names that the file defines, and the faults found on the way. */
export interface Names {
  stations: Map<string, ProblemFile['stations'][number]>;
  pools: Set<string>;
  /** By `job/op`. */
  operations: Map<string, NamedOperation>;
  faults: Fault[];
}

/** Path of an operation. */
export function operationPath({ job, place }: Pick<NamedOperation, 'job' | 'place'>): string {
  return `jobs[${job}].operations[${place}]`;
}

/** Every id once, and faults for those used twice. Paths are written for faults only: a file has many operations. */
export function collectNames(file: ProblemFile): Names {
  const faults: Fault[] = [];
  claimAll(file.stations, 'stations', faults);
  claimAll(file.pools, 'pools', faults);
  const jobs = new Map<string, number>();
  const operations: Names['operations'] = new Map();
  let number = 0;
  file.jobs.forEach(({ id, operations: steps }, job) => {
    const first = jobs.get(id);
    if (first === undefined) jobs.set(id, job);
    else faults.push(duplicate(`jobs[${job}].id`, id, `jobs[${first}].id`));
    steps.forEach((step, place) => {
      const named = { number: number++, job, place, modes: step.modes };
      claimOperation(operations, operationKey(id, step.id), named, faults);
    });
  });
  const stations = new Map(file.stations.map((s) => [s.id, s]));
  return { stations, pools: new Set(file.pools.map((p) => p.id)), operations, faults };
}

function claimAll(list: readonly { id: string }[], name: string, faults: Fault[]): void {
  const seen = new Map<string, number>();
  list.forEach(({ id }, i) => {
    const first = seen.get(id);
    if (first === undefined) seen.set(id, i);
    else faults.push(duplicate(`${name}[${i}].id`, id, `${name}[${first}].id`));
  });
}

function claimOperation(
  operations: Names['operations'],
  key: string,
  named: NamedOperation,
  faults: Fault[],
): void {
  const first = operations.get(key);
  if (first) {
    faults.push(duplicate(`${operationPath(named)}.id`, key, `${operationPath(first)}.id`));
    first.modes = named.modes;
  } else operations.set(key, named);
  const { modes } = named;
  for (let m = 1; m < modes.length; m++) {
    for (let other = 0; other < m; other++) {
      if (modes[other]!.station !== modes[m]!.station) continue;
      const path = `${operationPath(named)}.modes`;
      faults.push(duplicate(`${path}[${m}].station`, modes[m]!.station, `${path}[${other}].station`));
      break;
    }
  }
}
