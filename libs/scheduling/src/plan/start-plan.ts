import { KeyHeap } from '../construct/heap';
import { stretchOf, urgencyOf } from '../construct/urgency';
import { type Model, UNLIMITED } from '../model/model';
import type { StartPlan } from '../schedule';
import { emptyPlan, type Plan } from './plan';

/**
 * The plan to go on from: stations and order as they are, overtime that is open stays open. What is published keeps its
 * instant, because people rely on it; the search gives it up where that pays. What the plan does not know comes in by the
 * urgency of its job; an operation whose station cannot do it any more goes to the fastest other one.
 */
export function startPlan(model: Model, { operations, opened }: StartPlan): Plan {
  const plan = emptyPlan(model);
  const startAt = new Float64Array(model.size).fill(-1);
  const numberOf = new Map(model.key.map((key, o) => [key, o]));
  fastestModes(model, plan);
  for (const { op, station, runStart } of operations) {
    const o = numberOf.get(op);
    if (o === undefined) continue;
    startAt[o] = Math.max(0, runStart);
    const k = model.stationId.indexOf(station);
    const mode = modeOn(model, o, k);
    if (mode >= 0) plan.mode[o] = mode;
    if (model.baseline.start[o] === runStart) plan.notBefore[o] = Math.max(0, runStart);
  }
  const { overtime, stationId } = model;
  const open = new Set((opened ?? []).map(({ station, interval: [a, b] }) => `${a} ${b} ${station}`));
  for (let i = 0; i < overtime.station.length; i++) {
    const key = `${overtime.start[i]} ${overtime.end[i]} ${stationId[overtime.station[i]!]}`;
    plan.opened[i] = open.has(key) ? 1 : 0;
  }
  orderBy(model, plan, wishes(model, startAt));
  return plan;
}

function fastestModes({ modes, size }: Model, plan: Plan): void {
  for (let o = 0; o < size; o++) {
    for (let i = modes.from[o]!; i < modes.from[o + 1]!; i++) {
      if (modes.run[i]! + modes.setup[i]! < modes.run[plan.mode[o]!]! + modes.setup[plan.mode[o]!]!)
        plan.mode[o] = i;
    }
  }
}

function modeOn({ modes }: Model, o: number, k: number): number {
  for (let i = modes.from[o]!; i < modes.from[o + 1]!; i++) if (modes.station[i] === k) return i;
  return -1;
}

/** When each operation should be placed: its old start, or what is urgent for a new one. */
function wishes(model: Model, startAt: Float64Array): Float64Array {
  const { latestStart } = urgencyOf(model, stretchOf(model));
  return startAt.map((at, o) =>
    at >= 0 ? at : Math.min(UNLIMITED, Math.max(model.release[o]!, latestStart[o]!)),
  );
}

/** Orders the units by the wish of their first member, every predecessor first. */
export function orderBy(model: Model, plan: Plan, wish: Float64Array): void {
  const { units, before, after } = model;
  const waiting = new Int32Array(units.count);
  const heap = new KeyHeap(units.count);
  for (let o = 0; o < model.size; o++) {
    for (let a = before.from[o]!; a < before.from[o + 1]!; a++)
      if (units.of[before.op[a]!] !== units.of[o]) waiting[units.of[o]!]!++;
  }
  const put = (u: number): void => heap.put(u, wish[units.member[units.memberFrom[u]!]!]!);
  for (let u = 0; u < units.count; u++) if (waiting[u] === 0) put(u);
  let placed = 0;
  for (let u = heap.pop(); u >= 0; u = heap.pop()) {
    plan.order[placed] = u;
    plan.position[u] = placed++;
    for (let m = units.memberFrom[u]!; m < units.memberFrom[u + 1]!; m++) {
      const o = units.member[m]!;
      for (let a = after.from[o]!; a < after.from[o + 1]!; a++) {
        const follower = units.of[after.op[a]!]!;
        if (follower !== u && --waiting[follower]! === 0) put(follower);
      }
    }
  }
}
