import type { Random } from '../improve/random';
import { type Model, UNLIMITED } from '../model/model';
import type { Plan } from '../plan/plan';
import type { Graph } from '../timing/graph';
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
  /** The jobs that can cost something by being late. */
  private readonly jobs: Int32Array;
  /** Longest way from the end of operation o to the end of `jobs[c]`, at `o · jobs + c`. */
  private readonly tail: Int32Array;
  /** The column of the job that ends with an operation, −1: none. */
  private readonly column: Int32Array;
  /** Present ends of the jobs, and estimated ones. */
  private readonly ends: Int32Array;
  private readonly estimated: Int32Array;
  /** Tails of the operation of the chain in hand and of the one behind it. */
  private row: Int32Array;
  private behind: Int32Array;

  constructor(model: Model, plan: Plan, graph: Graph, random: Random) {
    super(model, plan, graph, random);
    this.jobs = costlyJobs(model);
    const { length } = this.jobs;
    this.tail = new Int32Array(model.size * length);
    this.column = new Int32Array(model.size).fill(-1);
    this.jobs.forEach((j, c) => {
      const { sink, sinkFrom } = model.jobs;
      for (let i = sinkFrom[j]!; i < sinkFrom[j + 1]!; i++) this.column[sink[i]!] = c;
    });
    [this.ends, this.estimated] = [new Int32Array(length), new Int32Array(length)];
    [this.row, this.behind] = [new Int32Array(length), new Int32Array(length)];
  }

  refresh(): void {
    const { tail, row, jobs } = this;
    const { run, changeover, end, sequences } = this.graph;
    const { order } = this.plan;
    const { sink, sinkFrom, fixedEnd } = this.model.jobs;
    const { length } = jobs;
    for (let i = order.length - 1; i >= 0; i--) {
      const o = order[i]!;
      this.waitTails(o, row);
      const n = sequences.next[o]!;
      if (n >= 0) this.lengthen(row, tail, n * length, run[n]! + changeover[n]!);
      tail.set(row, o * length);
    }
    for (let c = 0; c < length; c++) {
      const j = jobs[c]!;
      let last = fixedEnd[j]!;
      for (let i = sinkFrom[j]!; i < sinkFrom[j + 1]!; i++) last = Math.max(last, end[sink[i]!]!);
      this.ends[c] = last;
    }
  }

  ofChain(count: number, previous: number, next: number): number {
    this.heads(count, previous);
    const { chain, head, graph, plan, estimated } = this;
    const k = graph.sequences.station[chain[0]!]!;
    estimated.fill(0);
    let after = next;
    for (let i = count - 1; i >= 0; i--) {
      const o = chain[i]!;
      this.waitTails(o, this.row);
      if (after >= 0) {
        const way = graph.run[after]! + this.secondsAfter(k, o, plan.mode[after]!);
        if (after === next) this.lengthen(this.row, this.tail, next * this.jobs.length, way);
        else this.lengthen(this.row, this.behind, 0, way);
      }
      this.reach(head[i]! + graph.run[o]!);
      [this.row, this.behind] = [this.behind, this.row];
      after = o;
    }
    return this.cost(count);
  }

  ofInsertion(o: number, mode: number): number {
    const { graph, model, chain } = this;
    const { op, base, count } = graph.sequences;
    const k = model.modes.station[mode]!;
    const b = base[k]!;
    const earliest = this.earliest(o);
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
    this.estimated.fill(0);
    this.waitTails(chain[0]!, row);
    if (slot < count[k]!) {
      const next = op[base[k]! + slot]!;
      const way = graph.run[next]! + this.secondsBetween(k, mode, this.plan.mode[next]!);
      this.lengthen(row, this.tail, next * this.jobs.length, way);
    }
    this.reach(Math.max(free, earliest) + model.modes.run[mode]!);
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

  /** Tails of an operation by what waits for it, its neighbour aside. */
  private waitTails(o: number, row: Int32Array): void {
    const { from, op, min } = this.model.after;
    row.fill(NO_WAY);
    if (this.column[o]! >= 0) row[this.column[o]!] = 0;
    for (let a = from[o]!; a < from[o + 1]!; a++)
      this.lengthen(row, this.tail, op[a]! * this.jobs.length, this.graph.run[op[a]!]! + min[a]!);
  }

  /** Ways through the row of tails that begins at `at`, `way` longer. */
  private lengthen(row: Int32Array, tails: Int32Array, at: number, way: number): void {
    for (let c = 0; c < row.length; c++) {
      const length = tails[at + c]! + way;
      if (length > row[c]!) row[c] = length;
    }
  }

  /** Ends of the jobs when the operation whose tails are in `row` ends at `end`. */
  private reach(end: number): void {
    const { row, estimated } = this;
    for (let c = 0; c < row.length; c++) {
      const instant = end + row[c]!;
      if (instant > estimated[c]!) estimated[c] = instant;
    }
  }

  /** The cost of the estimated ends; a job becomes earlier only when the chain holds it up now. */
  private cost(count: number): number {
    const { jobs, estimated, ends } = this;
    const { due, weight } = this.model.jobs;
    let sum = 0;
    for (let c = 0; c < jobs.length; c++) {
      const j = jobs[c]!;
      let end = estimated[c]!;
      if (end < ends[c]! && ends[c]! > due[j]! && !this.holdsUp(count, c)) end = ends[c]!;
      if (end > due[j]!) sum += weight[j]! * (end - due[j]!);
    }
    return sum;
  }

  /** Is an operation of the chain on a longest way to the end of column c? */
  private holdsUp(count: number, c: number): boolean {
    const { chain, tail, ends, graph } = this;
    for (let i = 0; i < count; i++) {
      const o = chain[i]!;
      if (graph.end[o]! + tail[o * ends.length + c]! === ends[c]) return true;
    }
    return false;
  }
}

function costlyJobs({ jobs }: Model): Int32Array {
  const all = Int32Array.from({ length: jobs.count }, (_, j) => j);
  return all.filter((j) => jobs.weight[j]! > 0 && jobs.due[j]! < UNLIMITED);
}
