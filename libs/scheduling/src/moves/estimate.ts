import type { Model } from '../model/model';
import type { Plan } from '../plan/plan';
import type { Graph } from '../timing/graph';
import type { Response } from './response';

/** Delays of several operations make mostly the same jobs late: all but the largest count by this share. */
const OVERLAP = 0.1;

/**
 * Estimates in constant time what it would cost to put an operation elsewhere: exact times for the operations that move,
 * measured responses for all that depends on them.
 */
export class Estimate {
  private free = 0;
  private at = 0;
  private family = -1;
  private changeovers = 0;
  private cost = 0;
  private worst = 0;
  /** Of the last estimate: the most that jobs can save that become earlier. */
  saving = 0;

  constructor(
    private readonly model: Model,
    private readonly plan: Plan,
    private readonly graph: Graph,
    private readonly response: Response,
  ) {}

  /** The estimated rise of the cost when operation o moves to the place `slot` of its mode's station, counted without o. */
  ofMove(o: number, mode: number, slot: number): number {
    const { sequences } = this.graph;
    const k = this.model.modes.station[mode]!;
    this.cost = this.worst = this.changeovers = this.saving = 0;
    if (sequences.station[o] === k) this.shift(o, mode, slot);
    else {
      this.leave(o);
      this.enter(o, mode, slot);
    }
    const loss = this.worst + OVERLAP * (this.cost - this.worst);
    return loss - this.saving + this.changeovers * this.model.changeoverPrice;
  }

  /** Operation o changes its place on its own station; all between the two places are placed anew. */
  private shift(o: number, mode: number, slot: number): void {
    const { op, base, slot: slotOf, station, count } = this.graph.sequences;
    const k = station[o]!;
    const b = base[k]!;
    const old = slotOf[o]!;
    const first = Math.min(old, slot);
    const last = Math.max(old, slot);
    this.startAfter(k, first > 0 ? op[b + first - 1]! : -1);
    if (slot < old) this.put(o, mode);
    for (let i = first; i <= last; i++) if (i !== old) this.put(op[b + i]!, this.plan.mode[op[b + i]!]!);
    if (slot > old) this.put(o, mode);
    if (last + 1 < count[k]!) this.meet(op[b + last + 1]!);
  }

  private leave(o: number): void {
    const { previous, next, station } = this.graph.sequences;
    this.changeovers -= this.graph.changeover[o]!;
    if (next[o]! < 0) return;
    this.startAfter(station[o]!, previous[o]!);
    this.meet(next[o]!);
  }

  private enter(o: number, mode: number, slot: number): void {
    const { op, base, count } = this.graph.sequences;
    const k = this.model.modes.station[mode]!;
    const b = base[k]!;
    this.startAfter(k, slot > 0 ? op[b + slot - 1]! : -1);
    const before = this.graph.changeover[o]!;
    this.put(o, mode);
    this.changeovers += before;
    if (slot < count[k]!) this.meet(op[b + slot]!);
  }

  private startAfter(k: number, previous: number): void {
    const { graph } = this;
    const { time } = graph;
    if (previous < 0) {
      this.free = graph.model.features.calendars ? 0 : time.from[time.first[k]!]!;
      this.at = time.first[k]!;
      this.family = time.firstFamily[k]!;
      return;
    }
    this.free = graph.model.features.calendars ? graph.free[previous]! : graph.end[previous]!;
    this.at = graph.endAt[previous]!;
    this.family = graph.family[previous]!;
  }

  private secondsTo(mode: number): number {
    const own = this.model.modes.family[mode]!;
    const { size, base, seconds } = this.model.changeovers;
    const setup = this.model.modes.setup[mode]!;
    if (own < 0 || this.family < 0) return setup;
    const k = this.model.modes.station[mode]!;
    return setup + seconds[base[k]! + this.family * size[k]! + own]!;
  }

  /** Places an operation next and adds what its new end costs. */
  private put(o: number, mode: number): void {
    const { graph, model } = this;
    const { before } = model;
    const changeover = this.secondsTo(mode);
    let earliest = graph.lower[o]!;
    for (let a = before.from[o]!; a < before.from[o + 1]!; a++) {
      const instant = graph.end[before.op[a]!]! + before.min[a]!;
      if (instant > earliest) earliest = instant;
    }
    if (model.features.calendars) this.finish(o, mode, earliest);
    else this.free = Math.max(earliest, this.free + changeover) + model.modes.run[mode]!;
    this.changeovers += changeover - graph.changeover[o]!;
    if (model.modes.family[mode]! >= 0) this.family = model.modes.family[mode]!;
    this.ends(o, this.free);
  }

  /** What it costs or saves that operation o ends at `end`: its job, and what waits for it; its neighbour aside. */
  private ends(o: number, end: number): void {
    const { graph, model, response } = this;
    const { from, op, min } = model.after;
    this.add(graph.sinkRise(o, end));
    for (let a = from[o]!; a < from[o + 1]!; a++) {
      const s = op[a]!;
      const start = end + min[a]!;
      const now = graph.runStart[s]!;
      if (start > now) this.add(response.ofStart(s, start));
      else if (start < now && graph.cause[s] === o) this.add(response.ofStart(s, this.bound(s, start, o)));
    }
  }

  /** What it costs or saves that the station is set up for operation o at `free`. */
  private starts(o: number, free: number): void {
    const { graph, response } = this;
    const now = graph.runStart[o]!;
    if (free > now) this.add(response.ofStart(o, free));
    else if (free < now && graph.cause[o] === graph.sequences.previous[o]) {
      this.add(response.ofStart(o, this.bound(o, free, graph.cause[o]!)));
    }
  }

  /** The earliest start of o when its cause only asks for `start`: all the others still hold it back. */
  private bound(o: number, start: number, cause: number): number {
    const { graph, model } = this;
    const { from, op, min } = model.before;
    const previous = graph.sequences.previous[o]!;
    if (graph.lower[o]! > start) start = graph.lower[o]!;
    for (let a = from[o]!; a < from[o + 1]!; a++) {
      if (op[a] === cause) continue;
      const instant = graph.end[op[a]!]! + min[a]!;
      if (instant > start) start = instant;
    }
    if (previous >= 0 && previous !== cause)
      start = Math.max(start, graph.end[previous]! + graph.changeover[o]!);
    return Math.min(start, graph.runStart[o]!);
  }

  private add(cost: number): void {
    if (cost < 0) this.saving -= cost;
    else {
      this.cost += cost;
      if (cost > this.worst) this.worst = cost;
    }
  }

  private finish(o: number, mode: number, earliest: number): void {
    const { time } = this.graph;
    time.free = this.free;
    time.at = this.at;
    time.family = this.family;
    if (!time.place(mode, this.model.whole[o] === 1, earliest)) {
      this.cost += 1e12;
      return;
    }
    this.free = time.end;
    this.at = time.endAt;
  }

  /** The neighbour behind is set up for after what was put last. */
  private meet(o: number): void {
    const changeover = this.secondsTo(this.plan.mode[o]!);
    this.changeovers += changeover - this.graph.changeover[o]!;
    this.starts(o, this.free + changeover);
  }
}
