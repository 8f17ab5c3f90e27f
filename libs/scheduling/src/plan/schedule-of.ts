import { type Model, NEVER, UNLIMITED } from '../model/model';
import { byText } from '../model/order';
import type { Interval } from '../problem';
import type { OpenedOvertime, PlacedOperation, ScoreTerms, UnplacedOperation } from '../schedule';
import { scoreOf, scoreTerms } from '../score/terms';
import type { StationLists, Times } from '../timing/times';
import type { Plan } from './plan';

/** The part of a schedule that a plan and its times decide. */
export interface Decided {
  score: number;
  terms: ScoreTerms;
  operations: PlacedOperation[];
  opened: OpenedOvertime[];
  unplaced: UnplacedOperation[];
}

/** Writes a plan with ids instead of numbers, fixed operations included, and its score from scratch. */
export function scheduleOf(
  model: Model,
  plan: Plan,
  { times, lists }: { times: Times; lists: StationLists },
): Decided {
  const { problem } = model;
  const changeovers: number[] = [];
  const operations: PlacedOperation[] = problem.fixed.map(({ op, station, start, end }) => ({
    op,
    station,
    start,
    runStart: start,
    end,
  }));
  for (let o = 0; o < model.size; o++) {
    if (times.end[o] === NEVER) continue;
    changeovers.push(times.changeover[o]!);
    operations.push({
      op: model.key[o]!,
      station: model.stationId[model.modes.station[plan.mode[o]!]!]!,
      start: times.start[o]!,
      runStart: times.runStart[o]!,
      end: times.end[o]!,
    });
  }
  const place = placeOf(model, lists);
  const placeIn = ({ op }: PlacedOperation): number => place.get(op) ?? -1;
  operations.sort(
    (a, b) =>
      byText(a.station, b.station) ||
      a.start - b.start ||
      a.end - b.end ||
      placeIn(a) - placeIn(b) ||
      byText(a.op, b.op),
  );
  const opened = openedOf(model, plan);
  const terms = scoreTerms(problem, operations, opened, changeovers);
  return { score: scoreOf(terms), terms, operations, opened, unplaced: unplacedOf(model, plan, times) };
}

/** Place in the sequence of its station: tells operations of no length at the same instant apart. */
function placeOf(model: Model, { base, count, op }: StationLists): Map<string, number> {
  const place = new Map<string, number>();
  for (let k = 0; k < count.length; k++)
    for (let i = 0; i < count[k]!; i++) place.set(model.key[op[base[k]! + i]!]!, i);
  return place;
}

function openedOf({ overtime, stationId }: Model, { opened }: Plan): OpenedOvertime[] {
  return [...opened.keys()]
    .filter((i) => opened[i])
    .map((i) => ({
      station: stationId[overtime.station[i]!]!,
      interval: [overtime.start[i]!, overtime.end[i]!] as Interval,
    }));
}

/** What is not placed, in the order of the operations' keys, with the reason. */
function unplacedOf(model: Model, plan: Plan, times: Times): UnplacedOperation[] {
  const list: UnplacedOperation[] = [...model.impossible];
  for (let o = 0; o < model.size; o++) if (times.end[o] === NEVER) list.push(reasonOf(model, plan, times, o));
  return list.sort((a, b) => byText(a.op, b.op));
}

function reasonOf(model: Model, plan: Plan, times: Times, o: number): UnplacedOperation {
  const { before, units, key, deadline, modes, stationId, horizon } = model;
  const op = key[o]!;
  for (let a = before.from[o]!; a < before.from[o + 1]!; a++) {
    const p = before.op[a]!;
    if (times.end[p] === NEVER && units.of[p] !== units.of[o])
      return { op, reason: 'predecessor', facts: { because: key[p]! } };
  }
  const station = stationId[modes.station[plan.mode[o]!]!]!;
  if (deadline[o]! < UNLIMITED)
    return { op, reason: 'wait_exceeded', facts: { station, latestStart: deadline[o]! } };
  const u = units.of[o]!;
  const members = [...units.member.subarray(units.memberFrom[u], units.memberFrom[u + 1])];
  if (members.length > 1)
    return {
      op,
      reason: 'wait_exceeded',
      facts: { station, together: members.map((m) => key[m]!).join(' ') },
    };
  return { op, reason: 'no_time', facts: { station, horizon } };
}
