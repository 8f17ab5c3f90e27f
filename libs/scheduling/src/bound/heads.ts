import { type Model } from '../model/model';
import { topologicalOrder } from '../model/units';

/** What no plan can undercut, operation by operation; seconds. */
export interface Heads {
  /** Earliest run start: release and predecessors, each on its best station, nothing else in the way. */
  readonly start: Float64Array;
  /** Earliest end. */
  readonly end: Float64Array;
  /** Shortest run over the modes. */
  readonly run: Float64Array;
  /** Least time from the end of the operation to the end of its job. */
  readonly tail: Float64Array;
  /** Least time from the first run start of the job to the end of the operation. */
  readonly path: Float64Array;
}

/** Earliest instants with every overtime opened, no changeover from the matrix and nobody else in the shop. */
export function headsOf(model: Model): Heads {
  const { size, before, after, release, job } = model;
  const order = topologicalOrder(before, after);
  const row = (): Float64Array => new Float64Array(size);
  const heads = { start: row(), end: row(), run: row(), tail: row(), path: row() };
  const time = model.stationTime(new Uint8Array(model.overtime.station.length).fill(1));
  for (const o of order) {
    heads.start[o] = release[o]!;
    for (let a = before.from[o]!; a < before.from[o + 1]!; a++) {
      const p = before.op[a]!;
      heads.start[o] = Math.max(heads.start[o]!, heads.end[p]! + before.min[a]!);
      if (job[p] === job[o]) heads.path[o] = Math.max(heads.path[o]!, heads.path[p]! + before.min[a]!);
    }
    [heads.run[o], heads.end[o]] = quickest(model, time, { o, earliest: heads.start[o]! });
    heads.path[o]! += heads.run[o]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    const o = order[i]!;
    for (let a = after.from[o]!; a < after.from[o + 1]!; a++) {
      const s = after.op[a]!;
      if (job[s] !== job[o]) continue;
      heads.tail[o] = Math.max(heads.tail[o]!, heads.tail[s]! + heads.run[s]! + after.min[a]!);
    }
  }
  return heads;
}

/** Shortest run and earliest end of an operation over its modes. */
function quickest(
  { modes, whole }: Model,
  time: ReturnType<Model['stationTime']>,
  { o, earliest }: { o: number; earliest: number },
): [run: number, end: number] {
  let run = Infinity;
  let end = Infinity;
  for (let i = modes.from[o]!; i < modes.from[o + 1]!; i++) {
    const k = modes.station[i]!;
    run = Math.min(run, modes.run[i]!);
    time.reset(k);
    time.family = -1;
    const last = time.last[k]! - 1;
    // behind fixed work a family stands that may ask for a changeover: there only the run is sure
    const hasFixed = last >= time.first[k]! && time.segment[last]! > 0;
    const placed = !hasFixed && time.place(i, whole[o] === 1, earliest);
    end = Math.min(end, placed ? time.end : earliest + modes.run[i]!);
  }
  return [run, end];
}
