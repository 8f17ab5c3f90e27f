import type { Random } from '../improve/random';
import type { Model } from '../model/model';
import type { GraphTiming } from '../timing/graph-timing';

/** Longest ways through the graph to the ends of late jobs: what makes them late. */
export class LongestWays {
  /** The operations of the way drawn last, last one first. */
  readonly path: Int32Array;
  /** How many they are. */
  length = 0;
  private readonly jobCost: Float64Array;
  private sum = 0;

  constructor(
    private readonly search: { model: Model; random: Random },
    private readonly timing: GraphTiming,
  ) {
    this.path = new Int32Array(search.model.size);
    this.jobCost = new Float64Array(search.model.jobs.count);
  }

  /** Reads what every job costs now. */
  weigh(): void {
    const { jobCost, timing } = this;
    this.sum = 0;
    for (let j = 0; j < jobCost.length; j++) this.sum += jobCost[j] = timing.costOfJob(j);
  }

  /** A random job, in proportion to what it costs; −1: none costs anything. */
  drawJob(): number {
    const { jobCost } = this;
    let rest = this.search.random() * this.sum;
    let last = -1;
    for (let j = 0; j < jobCost.length; j++) {
      if (jobCost[j]! <= 0) continue;
      last = j;
      rest -= jobCost[j]!;
      if (rest <= 0) break;
    }
    return last;
  }

  /** A random longest way to the end of job j, last operation first. */
  draw(j: number): void {
    const { model, random } = this.search;
    const { graph } = this.timing;
    const { end, runStart, changeover, lower } = graph;
    const { previous } = graph.sequences;
    const { from, op, min } = model.before;
    const { sink, sinkFrom } = model.jobs;
    let o = -1;
    let latest = -1;
    let ties = 0;
    for (let i = sinkFrom[j]!; i < sinkFrom[j + 1]!; i++) {
      const x = sink[i]!;
      if (end[x]! > latest) [latest, ties, o] = [end[x]!, 1, x];
      else if (end[x] === latest && random() * ++ties < 1) o = x;
    }
    let length = 0;
    while (o >= 0) {
      this.path[length++] = o;
      let cause = -1;
      ties = 0;
      const p = previous[o]!;
      if (p >= 0 && end[p]! + changeover[o]! === runStart[o]) [cause, ties] = [p, 1];
      for (let a = from[o]!; a < from[o + 1]!; a++) {
        if (end[op[a]!]! + min[a]! === runStart[o] && random() * ++ties < 1) cause = op[a]!;
      }
      if (ties === 0 && lower[o] !== runStart[o]) cause = -1;
      o = cause;
    }
    this.length = length;
  }
}
