import { KeyHeap } from '../construct/heap';
import { stretchOf, urgencyOf } from '../construct/urgency';
import { type Model, UNLIMITED } from '../model/model';
import type { StartPlan } from '../schedule';
import { emptyPlan, type Plan } from './plan';

/**
 * The plan to go on from: stations and order as they are, overtime that is open stays open. What is published keeps its
 * instant, because people rely on it, and so does what may have waited for its date; the search gives it up where that pays. What the plan does not know comes in by the
 * urgency of its job; an operation whose station cannot do it any more goes to the fastest other one.
 */
export function startPlan(model: Model, { operations, opened }: StartPlan): Plan {
  const plan = emptyPlan(model);
  const startAt = new Float64Array(model.size).fill(-1);
  const numberOf = new Map(model.key.map((key, o) => [key, o]));
  fastestModes(model, plan);
  const mayWait = mayWaitForDate(model);
  for (const { op, station, runStart } of operations) {
    const o = numberOf.get(op);
    if (o === undefined) continue;
    startAt[o] = Math.max(0, runStart);
    const k = model.stationId.indexOf(station);
    const mode = modeOn(model, o, k);
    if (mode >= 0) plan.mode[o] = mode;
    if (model.baseline.start[o] === runStart || mayWait[o]) plan.notBefore[o] = Math.max(0, runStart);
  }
  const { overtime, stationId } = model;
  for (let i = 0; i < overtime.station.length; i++) {
    const isOpen = (opened ?? []).some(
      ({ station, interval: [from, to] }) =>
        station === stationId[overtime.station[i]!] && from < overtime.end[i]! && to > overtime.start[i]!,
    );
    plan.opened[i] = isOpen ? 1 : 0;
  }
  orderUnits(model, plan, { wish: wishes(model, startAt), startAt });
  return plan;
}

/** 1: the operation ends a job that pays for being ready too early. */
function mayWaitForDate({ jobs, size }: Model): Uint8Array {
  const may = new Uint8Array(size);
  for (let j = 0; j < jobs.count; j++) {
    if (jobs.earliness[j]! === 0) continue;
    for (let i = jobs.sinkFrom[j]!; i < jobs.sinkFrom[j + 1]!; i++) may[jobs.sink[i]!] = 1;
  }
  return may;
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
  const { latestStart } = urgencyOf(model, stretchOf(model, model.stationTime()));
  return startAt.map((at, o) =>
    at >= 0 ? at : Math.min(UNLIMITED, Math.max(model.release[o]!, latestStart[o]!)),
  );
}

/**
 * Orders the units by the wish of their first member, every predecessor first; a unit waits for those that ran before one of
 * its operations on a station of the plan, as long as there is another that need not wait.
 */
function orderUnits(
  model: Model,
  plan: Plan,
  { wish, startAt }: { wish: Float64Array; startAt: Float64Array },
): void {
  const { units } = model;
  const queue = new Queue(model, wish, stationArcs(model, plan, startAt));
  let placed = 0;
  for (let u = queue.next(); u >= 0; u = queue.next()) {
    plan.order[placed] = u;
    plan.position[u] = placed++;
  }
  if (placed < units.count) throw new Error('the operations wait for each other');
}

/** For each unit those of which an operation follows one of its own on a station of the plan. */
function stationArcs(
  { size, units, modes, stationId }: Model,
  plan: Plan,
  startAt: Float64Array,
): number[][] {
  const onStation: number[][] = stationId.map(() => []);
  for (let o = 0; o < size; o++) if (startAt[o]! >= 0) onStation[modes.station[plan.mode[o]!]!]!.push(o);
  const arcs: number[][] = Array.from({ length: units.count }, () => []);
  for (const list of onStation) {
    list.sort((a, b) => startAt[a]! - startAt[b]! || a - b);
    for (let i = 1; i < list.length; i++) {
      const [u, v] = [units.of[list[i - 1]!]!, units.of[list[i]!]!];
      if (u !== v) arcs[u]!.push(v);
    }
  }
  return arcs;
}

/** Units that wait for none, those first that also follow the sequences of the stations. */
class Queue {
  private readonly heap: KeyHeap;
  private readonly waits: Int32Array;
  private readonly follows: Int32Array;

  constructor(
    private readonly model: Model,
    private readonly wish: Float64Array,
    private readonly arcs: readonly (readonly number[])[],
  ) {
    const { units, before, size } = model;
    this.heap = new KeyHeap(units.count);
    [this.waits, this.follows] = [new Int32Array(units.count), new Int32Array(units.count)];
    for (let o = 0; o < size; o++) {
      for (let a = before.from[o]!; a < before.from[o + 1]!; a++)
        if (units.of[before.op[a]!] !== units.of[o]) this.waits[units.of[o]!]!++;
    }
    for (const list of arcs) for (const v of list) this.follows[v]!++;
    for (let u = 0; u < units.count; u++) if (this.waits[u] === 0) this.put(u);
  }

  private put(u: number): void {
    const { units } = this.model;
    const late = this.follows[u]! > 0 ? 2 * UNLIMITED : 0;
    this.heap.put(u, late + this.wish[units.member[units.memberFrom[u]!]!]!);
  }

  /** Takes out the next unit; −1: there is none. */
  next(): number {
    const { units, after } = this.model;
    const u = this.heap.pop();
    if (u < 0) return u;
    for (const v of this.arcs[u]!) {
      this.follows[v]!--;
      if (this.heap.has(v)) this.put(v);
    }
    for (let m = units.memberFrom[u]!; m < units.memberFrom[u + 1]!; m++) {
      const o = units.member[m]!;
      for (let a = after.from[o]!; a < after.from[o + 1]!; a++) {
        const follower = units.of[after.op[a]!]!;
        if (follower !== u && --this.waits[follower]! === 0) this.put(follower);
      }
    }
    return u;
  }
}
