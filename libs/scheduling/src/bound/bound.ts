import { type Model, UNLIMITED } from '../model/model';
import { type Heads, headsOf } from './heads';
import { stationTardiness } from './station-bound';

/**
 * A lower bound of the score of every plan that places all operations: the earliest end of each job alone, or, where that
 * says more, the work on one station or on all stations together; plus set-ups and flow that no plan avoids.
 */
export function lowerBound(model: Model): number {
  const heads = headsOf(model);
  const { jobs } = model;
  let alone = 0;
  let from = 0;
  for (let j = 0; j < jobs.count; j++) {
    let to = from;
    while (to < model.size && model.job[to] === j) to++;
    const byLoad = endByLoad(model, heads, [from, to]);
    from = to;
    const late = Math.max(earliestEnd(model, heads, j), byLoad) - jobs.due[j]!;
    if (late > 0) alone += jobs.weight[j]! * late;
  }
  let tardiness = alone;
  for (let k = 0; k < model.stationId.length; k++) {
    tardiness = Math.max(tardiness, stationTardiness(model, heads, k));
  }
  return Math.floor(tardiness + leastFlow(model, heads) + leastSetup(model));
}

function earliestEnd({ jobs }: Model, { end }: Heads, j: number): number {
  let last = jobs.fixedEnd[j]!;
  for (let s = jobs.sinkFrom[j]!; s < jobs.sinkFrom[j + 1]!; s++) last = Math.max(last, end[jobs.sink[s]!]!);
  return last;
}

/** A job, operations [from, to), cannot end before its stations have done its work: one by one, and all together. */
function endByLoad({ modes, stationId }: Model, heads: Heads, [from, to]: readonly [number, number]): number {
  const stations = stationId.length;
  const [head, tail] = [new Float64Array(stations).fill(Infinity), new Float64Array(stations).fill(Infinity)];
  const work = new Float64Array(stations);
  const used = new Uint8Array(stations);
  let all = 0;
  let [earliest, rest] = [Infinity, Infinity];
  for (let o = from; o < to; o++) {
    all += heads.run[o]!;
    earliest = Math.min(earliest, heads.start[o]!);
    rest = Math.min(rest, heads.tail[o]!);
    const first = modes.from[o]!;
    for (let i = first; i < modes.from[o + 1]!; i++) used[modes.station[i]!] = 1;
    if (modes.from[o + 1]! - first !== 1) continue;
    const k = modes.station[first]!;
    work[k]! += heads.run[o]!;
    head[k] = Math.min(head[k]!, heads.start[o]!);
    tail[k] = Math.min(tail[k]!, heads.tail[o]!);
  }
  let end = 0;
  for (let k = 0; k < stations; k++) if (work[k]! > 0) end = Math.max(end, head[k]! + work[k]! + tail[k]!);
  const together = used.reduce((sum, u) => sum + u, 0);
  return together > 0 ? Math.max(end, earliest + Math.ceil(all / together) + rest) : end;
}

function leastFlow({ jobs }: Model, { path }: Heads): number {
  let sum = 0;
  for (let j = 0; j < jobs.count; j++) {
    if (!jobs.flow[j]) continue;
    let longest = jobs.fixedStart[j]! < UNLIMITED ? jobs.fixedEnd[j]! - jobs.fixedStart[j]! : 0;
    for (let s = jobs.sinkFrom[j]!; s < jobs.sinkFrom[j + 1]!; s++)
      longest = Math.max(longest, path[jobs.sink[s]!]!);
    sum += jobs.flow[j]! * longest;
  }
  return sum;
}

function leastSetup({ size, modes, changeoverPrice }: Model): number {
  let seconds = 0;
  for (let o = 0; o < size; o++) {
    let least = Infinity;
    for (let i = modes.from[o]!; i < modes.from[o + 1]!; i++) least = Math.min(least, modes.setup[i]!);
    seconds += least;
  }
  return seconds * changeoverPrice;
}
