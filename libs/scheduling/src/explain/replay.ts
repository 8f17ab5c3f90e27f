import { type Model, NEVER } from '../model/model';
import { byText } from '../model/order';
import type { StationTime } from '../model/station-time';
import { emptyPlan, type Plan } from '../plan/plan';
import type { Schedule } from '../schedule';
import { StationLists, Times } from '../timing/times';

/** A schedule in the numbers of a model. */
export interface Replay {
  readonly plan: Plan;
  readonly times: Times;
  readonly lists: StationLists;
  readonly time: StationTime;
}

/** Reads a schedule of the model's own problem back into numbers: modes, instants, sequences, families. */
export function replay(
  model: Model,
  { operations, opened }: Pick<Schedule, 'operations' | 'opened'>,
): Replay {
  const plan = emptyPlan(model);
  const numberOf = new Map(model.key.map((key, o) => [key, o]));
  const stationOf = new Map(model.stationId.map((id, k) => [id, k]));
  const open = new Set(opened.map(({ station, interval }) => `${interval[0]} ${interval[1]} ${station}`));
  plan.opened.forEach((_, i) => {
    const { station, start, end } = model.overtime;
    plan.opened[i] = open.has(`${start[i]} ${end[i]} ${model.stationId[station[i]!]}`) ? 1 : 0;
  });
  const time = model.stationTime(plan.opened);
  const times = new Times(model.size);
  const lists = new StationLists(model);
  const inOrder = [...operations].sort((a, b) => a.start - b.start || a.end - b.end || byText(a.op, b.op));
  for (const { op, station, start, runStart, end } of inOrder) {
    const o = numberOf.get(op);
    if (o === undefined) continue;
    const k = stationOf.get(station)!;
    plan.mode[o] = modeOn(model, o, k);
    [times.start[o], times.runStart[o], times.end[o]] = [start, runStart, end];
    follow(model, { plan, times, lists, time }, o, k);
    lists.insert(k, lists.count[k]!, o);
  }
  return { plan, times, lists, time };
}

function modeOn({ modes }: Model, o: number, k: number): number {
  for (let i = modes.from[o]!; i < modes.from[o + 1]!; i++) if (modes.station[i] === k) return i;
  return modes.from[o]!;
}

/** Sets the question of the station time to what operation `previous` leaves behind; −1: the beginning of station k. */
export function stateAfter(
  { times, time }: Pick<Replay, 'times' | 'time'>,
  k: number,
  previous: number,
): void {
  if (previous < 0) return time.reset(k);
  time.free = times.end[previous]!;
  time.at = times.endAt[previous]!;
  time.family = times.family[previous]!;
}

/** Writes the intervals, the family and the changeover of an operation that comes last on its station. */
function follow(model: Model, replay: Replay, o: number, k: number): void {
  const { time, times, plan, lists } = replay;
  const mode = plan.mode[o]!;
  stateAfter(replay, k, lists.last(k));
  const found = time.place(mode, model.whole[o] === 1, times.runStart[o]!);
  times.family[o] = time.family;
  times.changeover[o] = time.changeover;
  times.startAt[o] = found ? time.startAt : time.first[k]!;
  times.endAt[o] = found && times.end[o]! < NEVER ? time.endAt : time.first[k]!;
}
