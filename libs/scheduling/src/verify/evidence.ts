import type { Job, Mode, Operation, Placement, ProblemFile, ScheduleFile, Station } from './files';
import { WorkingTime } from './working-time';

/** One operation of the problem with its job and full reference `job/op`. */
export interface Known {
  ref: string;
  job: Job;
  operation: Operation;
}

/** One placed operation that exists in the problem, with the station and the mode it uses, where these exist. */
export interface Placed extends Known {
  placement: Placement;
  station: Station | undefined;
  mode: Mode | undefined;
  fixed: boolean;
  /** Place in the result's list: breaks ties between operations of no length. */
  index: number;
}

/** Problem and schedule side by side, by id: what every rule looks at. */
export interface Evidence {
  problem: ProblemFile;
  schedule: ScheduleFile;
  known: ReadonlyMap<string, Known>;
  /** By reference; of an operation that is placed twice, the first. */
  placed: ReadonlyMap<string, Placed>;
  unplaced: ReadonlySet<string>;
  stations: ReadonlyMap<string, Station>;
  /** Working time by station, opened overtime included. */
  workingTime: ReadonlyMap<string, WorkingTime>;
}

/** Full reference of an operation named within a job: `o1` means `job/o1`. */
export function fullRef(jobId: string, named: string): string {
  return named.includes('/') ? named : `${jobId}/${named}`;
}

/** Lays problem and schedule side by side. Unknown ids are left out here and reported by the rules. */
export function gather(problem: ProblemFile, schedule: ScheduleFile): Evidence {
  const stations = new Map(problem.stations.map((station) => [station.id, station]));
  const known = new Map<string, Known>();
  for (const job of problem.jobs)
    for (const operation of job.operations) {
      const ref = `${job.id}/${operation.id}`;
      known.set(ref, { ref, job, operation });
    }
  const fixed = new Set(problem.fixed.map((entry) => entry.op));
  const placed = new Map<string, Placed>();
  schedule.operations.forEach((placement, index) => {
    const entry = known.get(placement.op);
    if (!entry || placed.has(placement.op)) return;
    const mode = entry.operation.modes.find((candidate) => candidate.station === placement.station);
    const station = stations.get(placement.station);
    placed.set(placement.op, { ...entry, placement, station, mode, fixed: fixed.has(placement.op), index });
  });
  const unplaced = new Set(schedule.unplaced.map((entry) => entry.op));
  return {
    problem,
    schedule,
    known,
    placed,
    unplaced,
    stations,
    workingTime: workingTimes(problem, schedule),
  };
}

function workingTimes(problem: ProblemFile, schedule: ScheduleFile): Map<string, WorkingTime> {
  const opened = new Map<string, (readonly [number, number])[]>();
  for (const { station, interval } of schedule.opened)
    opened.set(station, [...(opened.get(station) ?? []), interval]);
  return new Map(
    problem.stations.map(({ id, calendar }) => [
      id,
      new WorkingTime([...calendar, ...(opened.get(id) ?? [])]),
    ]),
  );
}
