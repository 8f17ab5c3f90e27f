import type { Random } from '../improve/random';
import type { Model } from '../model/model';
import type { Plan } from '../plan/plan';
import type { Graph } from '../timing/graph';
import { JobEnds } from './job-ends';
import { Chain, type TailEstimate } from './tail-estimate';

/** There is no way to the end of the job; no sum with a way of the plan reaches an instant from here. */
const NO_WAY = -(2 ** 30);
/** So many places are judged from the first one on that what an operation waits for leaves open. */
const MOST_PLACES = 8;

/**
 * Tails when every job has a due date of its own: the longest way from an operation's end to the end of each job. A change
 * is judged by the ends of all jobs together.
 * @see Y. Mati, S. Dauzère-Pérès, C. Lahlou: A general approach for optimizing regular criteria in the job-shop scheduling
 *   problem (2011)
 */
export class JobTails extends Chain implements TailEstimate {
  readonly manyEnds = true;
  private readonly ends: JobEnds;
  /** How many columns there are, one for each job that can cost something by being late. */
  private readonly columns: number;
  /** Longest way from the end of operation o to the end of the job of column c, at `o · columns + c`. */
  private readonly tail: Int32Array;
  /** Tails of the operation of the chain in hand and of the one behind it. */
  private row: Int32Array;
  private behind: Int32Array;
  /** Where the tails of the neighbour behind stand, at which place (−1: there is none), and how far its end is away. */
  private next: Int32Array;
  private nextAt = -1;
  private nextWay = 0;

  constructor(model: Model, plan: Plan, graph: Graph, random: Random) {
    super(model, plan, graph, random);
    this.ends = new JobEnds(model, graph);
    this.columns = this.ends.jobs.length;
    this.tail = new Int32Array(model.size * this.columns);
    [this.row, this.behind] = [new Int32Array(this.columns), new Int32Array(this.columns)];
    this.next = this.tail;
  }

  refresh(): void {
    this.forget();
    const { columns: length } = this;
    const { order } = this.plan;
    for (let i = order.length - 1; i >= 0; i--) {
      const o = order[i]!;
      this.lookBehind(o);
      this.tailsOf(o, this.tail, o * length);
    }
    this.ends.read();
  }

  /** Tails do not hold the run of their own operation: what is before it changes with its run. */
  override touch(o: number): void {
    super.touch(o);
    if (o < 0) return;
    super.touch(this.graph.sequences.previous[o]!);
    const { from, op } = this.model.before;
    for (let a = from[o]!; a < from[o + 1]!; a++) super.touch(op[a]!);
  }

  update(): void {
    if (this.allTouched()) {
      this.refresh();
      return;
    }
    const { tail, queue } = this;
    const { columns: length } = this;
    const { from, op } = this.model.before;
    const { previous } = this.graph.sequences;
    for (let o = this.begin(); o >= 0; o = queue.take()) {
      const { row } = this;
      this.lookBehind(o);
      this.tailsOf(o, row, 0);
      if (!overwrite(tail, o * length, row)) continue;
      if (previous[o]! >= 0) queue.put(previous[o]!);
      for (let a = from[o]!; a < from[o + 1]!; a++) queue.put(op[a]!);
    }
    this.ends.read();
  }

  /** Takes the present neighbour behind operation o as the one whose tails count. */
  private lookBehind(o: number): void {
    const { run, changeover, sequences } = this.graph;
    const n = sequences.next[o]!;
    this.next = this.tail;
    this.nextAt = n >= 0 ? n * this.columns : -1;
    if (n >= 0) this.nextWay = run[n]! + changeover[n]!;
  }

  leastBehind(): number {
    return 0;
  }

  leastBefore(): number {
    return 0;
  }

  ofChain(count: number, previous: number, next: number): number {
    this.heads(count, previous);
    const { chain, head, graph, plan, ends } = this;
    const k = graph.sequences.station[chain[0]!]!;
    ends.clear();
    this.next = this.tail;
    this.nextAt = next >= 0 ? next * this.columns : -1;
    let after = next;
    for (let i = count - 1; i >= 0; i--) {
      const o = chain[i]!;
      if (after >= 0) this.nextWay = graph.run[after]! + this.secondsAfter(k, o, plan.mode[after]!);
      const { row } = this;
      this.tailsOf(o, row, 0);
      ends.reach(row, head[i]! + graph.run[o]!);
      this.row = this.behind;
      this.behind = this.next = row;
      this.nextAt = 0;
      after = o;
    }
    return this.cost(count);
  }

  ofInsertion(mode: number): number {
    const { graph, model, chain, lifted: o } = this;
    const { op, base, count } = graph.sequences;
    const k = model.modes.station[mode]!;
    const b = base[k]!;
    const earliest = this.liftedAt;
    let first = 0;
    for (let high = count[k]!; first < high;) {
      const middle = (first + high) >> 1;
      if (graph.end[op[b + middle]!]! > earliest) high = middle;
      else first = middle + 1;
    }
    chain[0] = o;
    let best = Infinity;
    const last = Math.min(count[k]!, first + MOST_PLACES - 1);
    for (let slot = first; slot <= last; slot++) {
      if (slot > first && this.follows(op[b + slot - 1]!, o)) break;
      const value = this.through(mode, earliest, slot);
      if (value < best) [best, this.slot] = [value, slot];
    }
    return best;
  }

  /** The cost when o, in `chain[0]`, runs at place `slot` of its mode's station. */
  private through(mode: number, earliest: number, slot: number): number {
    const { graph, model, chain, row } = this;
    const { op, base, count } = graph.sequences;
    const k = model.modes.station[mode]!;
    const previous = slot > 0 ? op[base[k]! + slot - 1]! : -1;
    const free = this.freeAfter(k, previous) + this.secondsAfter(k, previous, mode);
    this.ends.clear();
    this.next = this.tail;
    this.nextAt = -1;
    if (slot < count[k]!) {
      const next = op[base[k]! + slot]!;
      this.nextAt = next * this.columns;
      this.nextWay = graph.run[next]! + this.secondsBetween(k, mode, this.plan.mode[next]!);
    }
    this.tailsOf(chain[0]!, row, 0);
    this.ends.reach(row, Math.max(free, earliest) + model.modes.run[mode]!);
    return this.cost(1);
  }

  /** Could x start behind a follower of o? */
  private follows(x: number, o: number): boolean {
    const { from, op } = this.model.after;
    const { runStart, end } = this.graph;
    for (let a = from[o]!; a < from[o + 1]!; a++)
      if (op[a] === x || runStart[x]! >= end[op[a]!]!) return true;
    return false;
  }

  /** Writes the tails of an operation at place `at` of `row`: by what waits for it, and by its neighbour in `next`. */
  private tailsOf(o: number, row: Int32Array, at: number): void {
    const { tail, next, nextAt, nextWay } = this;
    const { from, op, min } = this.model.after;
    const { columns: length } = this;
    const end = from[o + 1]!;
    let a = from[o]!;
    if (a < end) {
      const x = op[a]! * length - at;
      const way = this.graph.run[op[a]!]! + min[a]!;
      const y = nextAt - at;
      a++;
      for (let i = at; i < at + length; i++) {
        const wait = tail[x + i]! + way;
        const station = nextAt < 0 ? NO_WAY : next[y + i]! + nextWay;
        row[i] = wait > station ? wait : station;
      }
    } else for (let c = 0; c < length; c++) row[at + c] = nextAt < 0 ? NO_WAY : next[nextAt + c]! + nextWay;
    for (; a < end; a++) {
      const x = op[a]! * length - at;
      const way = this.graph.run[op[a]!]! + min[a]!;
      for (let i = at; i < at + length; i++) if (tail[x + i]! + way > row[i]!) row[i] = tail[x + i]! + way;
    }
    const own = at + this.ends.column[o]!;
    if (own >= at && row[own]! < 0) row[own] = 0;
  }

  /** The cost of the estimated ends; a job becomes earlier only when the chain holds it up now. */
  private cost(count: number): number {
    const { jobs, estimated, present } = this.ends;
    const { due, weight } = this.model.jobs;
    let sum = 0;
    for (let c = 0; c < jobs.length; c++) {
      const j = jobs[c]!;
      let end = estimated[c]!;
      if (end < present[c]! && present[c]! > due[j]! && !this.holdsUp(count, c)) end = present[c]!;
      if (end > due[j]!) sum += weight[j]! * (end - due[j]!);
    }
    return sum;
  }

  /** Is an operation of the chain on a longest way to the end of column c? */
  private holdsUp(count: number, c: number): boolean {
    const { chain, tail, columns, graph } = this;
    const { present } = this.ends;
    for (let i = 0; i < count; i++) {
      const o = chain[i]!;
      if (graph.end[o]! + tail[o * columns + c]! === present[c]) return true;
    }
    return false;
  }
}

/** Writes a row of tails into a table; was it another one? Where there is no way before and after, nothing changes. */
function overwrite(table: Int32Array, at: number, row: Int32Array): boolean {
  let changed = false;
  for (let c = 0; c < row.length; c++) {
    if (table[at + c] === row[c] || (row[c]! < 0 && table[at + c]! < 0)) continue;
    table[at + c] = row[c]!;
    changed = true;
  }
  return changed;
}
