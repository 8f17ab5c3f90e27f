import type { Problem } from '../problem';
import { operationKey } from '../problem';
import { duplicate, type Fault } from './fault';
import { type Names, operationPath } from './names';
import type { ProblemFile } from './schema';

/** The changeover matrix of that id; ids such as "constructor" name no matrix unless the file has one. */
export function matrixOf(
  file: ProblemFile,
  id: string | undefined,
): ProblemFile['changeovers'][string] | undefined {
  return id !== undefined && Object.hasOwn(file.changeovers, id) ? file.changeovers[id] : undefined;
}

/** A fault for a name that the file does not define. */
export function unknownReference(path: string, what: string, value: string): Fault {
  return {
    code: 'unknown_reference',
    path,
    value,
    message: `no ${what} "${value}"`,
    hint: `Maybe the ${what} was removed or its id is misspelt.`,
  };
}

/** Faults of the names used by the operations, and their waits with references in the form `job/op`. */
export function resolveJobs(file: ProblemFile, names: Names): { jobs: Problem['jobs']; faults: Fault[] } {
  const faults: Fault[] = [];
  const jobs = file.jobs.map((job, j) => ({
    ...job,
    due: job.due ?? undefined,
    operations: job.operations.map((op, place) => {
      const path = (): string => operationPath({ job: j, place });
      op.modes.forEach((mode, m) => {
        if (!isKnown(file, names, op.family, mode))
          faults.push(...modeFaults(file, names, { family: op.family, mode, path: `${path()}.modes[${m}]` }));
      });
      const after = op.after.map((wait, a) => {
        const key = wait.op.includes('/') ? wait.op : operationKey(job.id, wait.op);
        if (!names.operations.has(key) || (wait.max != null && wait.max < wait.min))
          faults.push(...waitFaults(names, wait, key, `${path()}.after[${a}]`));
        return wait.max == null ? { op: key, min: wait.min } : { op: key, min: wait.min, max: wait.max };
      });
      return { ...op, after };
    }),
  }));
  return { jobs, faults };
}

type FileMode = ProblemFile['jobs'][number]['operations'][number]['modes'][number];
type FileWait = ProblemFile['jobs'][number]['operations'][number]['after'][number];

/** Are station, family and pools of a mode defined, each pool named once? Quick, because it is asked of every mode. */
function isKnown(file: ProblemFile, names: Names, family: string | undefined, mode: FileMode): boolean {
  const station = names.stations.get(mode.station);
  if (!station) return false;
  const { pools } = mode;
  for (let p = 0; p < pools.length; p++) {
    if (!names.pools.has(pools[p]![0])) return false;
    for (let q = 0; q < p; q++) if (pools[q]![0] === pools[p]![0]) return false;
  }
  const matrix = family === undefined ? undefined : matrixOf(file, station.changeover);
  return !matrix || matrix.families.includes(family!);
}

type ModeOfFamily = { family: string | undefined; mode: FileMode; path: string };

function modeFaults(file: ProblemFile, names: Names, { family, mode, path }: ModeOfFamily): Fault[] {
  const faults: Fault[] = [];
  const station = names.stations.get(mode.station);
  if (!station) faults.push(unknownReference(`${path}.station`, 'station', mode.station));
  const matrix = matrixOf(file, station?.changeover);
  if (matrix && family !== undefined && !matrix.families.includes(family)) {
    faults.push(
      unknownReference(
        `${path.replace(/\.modes\[\d+\]$/, '')}.family`,
        `family of matrix "${station!.changeover}"`,
        family,
      ),
    );
  }
  const used = new Set<string>();
  mode.pools.forEach(([pool], p) => {
    if (!names.pools.has(pool)) faults.push(unknownReference(`${path}.pools[${p}]`, 'pool', pool));
    if (used.has(pool)) faults.push(duplicate(`${path}.pools[${p}]`, pool, `${path}.pools`));
    used.add(pool);
  });
  return faults;
}

function waitFaults(names: Names, wait: FileWait, key: string, path: string): Fault[] {
  if (!names.operations.has(key))
    return [{ ...unknownReference(`${path}.op`, 'operation', key), value: wait.op }];
  if (wait.max == null || wait.max >= wait.min) return [];
  return [
    {
      code: 'wait_order',
      path: `${path}.max`,
      value: wait.max,
      message: `the longest wait ${wait.max} is below the shortest ${wait.min}`,
      hint: 'Maybe min and max are exchanged.',
    },
  ];
}
