import { type Model, UNLIMITED } from '../model/model';
import type { StationTime } from '../model/station-time';
import { topologicalOrder } from '../model/units';

/** How urgent operations are, from the due dates of what depends on them. */
export interface Urgency {
  /** The instant at which the run must start for no dependent job to be late and no longest wait to be exceeded, with shortest runs. */
  readonly latestStart: Float64Array;
  /** The largest weight of a job that depends on the operation. */
  readonly weight: Float64Array;
  /** Shortest run over the modes. */
  readonly run: Int32Array;
  /** Mean of the shortest runs, at least 1. */
  readonly meanRun: number;
}

/** Shortest run of each operation over its modes. */
function shortestRuns({ modes, size }: Model): Int32Array {
  const run = new Int32Array(size).fill(UNLIMITED);
  for (let o = 0; o < size; o++) {
    for (let i = modes.from[o]!; i < modes.from[o + 1]!; i++) run[o] = Math.min(run[o]!, modes.run[i]!);
  }
  return run;
}

/** Backwards from the due dates; `stretch` is wall-clock seconds per working second. */
export function urgencyOf(model: Model, stretch: number): Urgency {
  const { before, after, jobs, size, job, horizon, deadline } = model;
  const run = shortestRuns(model);
  const latestStart = new Float64Array(size);
  const weight = new Float64Array(size);
  const order = topologicalOrder(before, after);
  for (let i = size - 1; i >= 0; i--) {
    const o = order[i]!;
    const j = job[o]!;
    let end = jobs.due[j] === UNLIMITED ? horizon * 2 : jobs.due[j]!;
    weight[o] = Math.max(jobs.weight[j]!, 1e-6);
    for (let a = after.from[o]!; a < after.from[o + 1]!; a++) {
      const s = after.op[a]!;
      end = Math.min(end, latestStart[s]! - after.min[a]!);
      weight[o] = Math.max(weight[o]!, weight[s]!);
    }
    latestStart[o] = Math.min(deadline[o]!, end - run[o]! * stretch);
  }
  let sum = 0;
  for (const r of run) sum += r;
  return { latestStart, weight, run, meanRun: Math.max(1, sum / Math.max(1, size)) };
}

/** Wall-clock seconds per working second, over all stations of a table of working time. */
export function stretchOf(model: Model, time: StationTime): number {
  let worked = 0;
  let span = 0;
  for (let k = 0; k < model.stationId.length; k++) {
    const last = time.last[k]! - 1;
    if (last < time.first[k]!) continue;
    worked += time.worked[last]! + time.to[last]! - time.from[last]!;
    span += time.to[last]! - time.from[time.first[k]!]!;
  }
  return worked > 0 ? span / worked : 1;
}
