import { type Model, NEVER, UNLIMITED } from '../model/model';
import type { StationTime } from '../model/station-time';
import type { Plan } from '../plan/plan';
import type { Urgency } from './urgency';

/** Instants before which operations do not run, on purpose; 0: no such wish. */
export type Waits = Int32Array;

/** The last operations of jobs that pay for being ready too early wait until they end at the due date. */
export function waitsForDates({ jobs, modes, size }: Model, time: StationTime): Waits {
  const waits = new Int32Array(size);
  for (let j = 0; j < jobs.count; j++) {
    if (jobs.earliness[j] === 0 || jobs.due[j] === UNLIMITED) continue;
    for (let i = jobs.sinkFrom[j]!; i < jobs.sinkFrom[j + 1]!; i++) {
      const o = jobs.sink[i]!;
      const mode = modes.from[o]!;
      waits[o] = time.latestStartFor(modes.station[mode]!, jobs.due[j]!, modes.run[mode]!);
    }
  }
  return waits;
}

/** A plan from which waits are read: when its operations end, and how long their runs are at least. */
export interface PlanForWaits {
  readonly plan: Plan;
  readonly end: Int32Array;
  readonly urgency: Urgency;
}

/**
 * The first operations of jobs that pay for the time they take wait until only `slack` times of what their way to the job's last
 * operation takes at least is left before the job's end in a plan.
 */
export function waitsForFlow(
  model: Model,
  time: StationTime,
  { plan, end, urgency: { run } }: PlanForWaits,
  slack: number,
): Waits {
  const { jobs, modes } = model;
  const waits = new Int32Array(model.size);
  for (let j = 0; j < jobs.count; j++) {
    if (jobs.flow[j] === 0) continue;
    let last = jobs.fixedEnd[j]!;
    for (let i = jobs.sinkFrom[j]!; i < jobs.sinkFrom[j + 1]!; i++)
      last = Math.max(last, end[jobs.sink[i]!]!);
    if (last >= NEVER) continue;
    for (let i = jobs.sourceFrom[j]!; i < jobs.sourceFrom[j + 1]!; i++) {
      const o = jobs.source[i]!;
      const k = modes.station[plan.mode[o]!]!;
      waits[o] = time.latestStartFor(k, last, Math.round(wayFrom(o, model, run) * slack));
    }
  }
  return waits;
}

/** Seconds of work and shortest waits from operation o to the end of its job, along the first that waits for each. */
function wayFrom(o: number, { after }: Model, run: Int32Array): number {
  let way = run[o]!;
  for (let x = o; after.from[x] !== after.from[x + 1];) {
    way += after.min[after.from[x]!]!;
    x = after.op[after.from[x]!]!;
    way += run[x]!;
  }
  return way;
}
