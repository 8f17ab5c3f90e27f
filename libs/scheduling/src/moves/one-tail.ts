import type { Random } from '../improve/random';
import type { Model } from '../model/model';
import type { Plan } from '../plan/plan';
import type { Graph } from '../timing/graph';
import { Chain, type TailEstimate } from './tail-estimate';

/** Tails when everything is due together: the longest way from an operation's end to the last end. */
export class OneTail extends Chain implements TailEstimate {
  readonly manyEnds = false;
  /** Longest way from the end of an operation to the end of the job. */
  private readonly tail: Int32Array;
  private readonly due: number;
  private readonly weight: number;

  constructor(model: Model, plan: Plan, graph: Graph, random: Random) {
    super(model, plan, graph, random);
    this.tail = new Int32Array(model.size);
    this.due = model.jobs.due[0] ?? 0;
    this.weight = model.jobs.weight[0] ?? 1;
  }

  refresh(): void {
    const { tail } = this;
    const { run, changeover } = this.graph;
    const { from, op, min } = this.model.after;
    const { next } = this.graph.sequences;
    const { order } = this.plan;
    for (let i = this.model.size - 1; i >= 0; i--) {
      const o = order[i]!;
      let longest = 0;
      for (let a = from[o]!; a < from[o + 1]!; a++) {
        const way = tail[op[a]!]! + run[op[a]!]! + min[a]!;
        if (way > longest) longest = way;
      }
      const n = next[o]!;
      if (n >= 0) {
        const way = tail[n]! + run[n]! + changeover[n]!;
        if (way > longest) longest = way;
      }
      tail[o] = longest;
    }
  }

  ofChain(count: number, previous: number, next: number): number {
    this.heads(count, previous);
    const { chain, head, graph, plan, tail } = this;
    const k = graph.sequences.station[chain[0]!]!;
    let longest = 0;
    let behind = next >= 0 ? tail[next]! + graph.run[next]! : -1;
    for (let i = count - 1; i >= 0; i--) {
      const o = chain[i]!;
      let way = this.waitTail(o);
      if (behind >= 0) {
        const mode = plan.mode[i === count - 1 ? next : chain[i + 1]!]!;
        const station = behind + this.secondsAfter(k, o, mode);
        if (station > way) way = station;
      }
      behind = way + graph.run[o]!;
      if (head[i]! + behind > longest) longest = head[i]! + behind;
    }
    return this.cost(longest);
  }

  /**
   * Only places between the operations that must come before o and those that must come after it can be best.
   * @see M. Mastrolilli, L. Gambardella (2000), theorem 3
   */
  ofInsertion(o: number, mode: number): number {
    const { graph, tail, model } = this;
    const { op, base, count } = graph.sequences;
    const k = model.modes.station[mode]!;
    const b = base[k]!;
    const earliest = this.earliest(o);
    const way = this.waitTail(o);
    let low = 0;
    for (let high = count[k]!; low < high;) {
      const middle = (low + high) >> 1;
      if (graph.end[op[b + middle]!]! > earliest) high = middle;
      else low = middle + 1;
    }
    let high = 0;
    for (let top = count[k]!; high < top;) {
      const middle = (high + top) >> 1;
      const x = op[b + middle]!;
      if (tail[x]! + graph.run[x]! <= way) top = middle;
      else high = middle + 1;
    }
    const first = Math.min(low, high);
    const last = Math.max(low, high);
    if (high <= low && !model.features.changeovers) {
      this.slot = first + ((this.random() * (last - first + 1)) | 0);
      return this.cost(earliest + model.modes.run[mode]! + way);
    }
    let best = Infinity;
    for (let i = first; i <= last; i++) {
      const length = this.through(mode, earliest, way, i);
      if (length < best) [best, this.slot] = [length, i];
    }
    return this.cost(best);
  }

  /** The longest way through o at place `slot` of its mode's station. */
  private through(mode: number, earliest: number, way: number, slot: number): number {
    const { graph, tail, model } = this;
    const { op, base, count } = graph.sequences;
    const k = model.modes.station[mode]!;
    const previous = slot > 0 ? op[base[k]! + slot - 1]! : -1;
    const free = this.freeAfter(k, previous) + this.secondsAfter(k, previous, mode);
    const start = free > earliest ? free : earliest;
    if (slot < count[k]!) {
      const next = op[base[k]! + slot]!;
      const station = tail[next]! + graph.run[next]! + this.secondsBetween(k, mode, this.plan.mode[next]!);
      if (station > way) way = station;
    }
    return start + model.modes.run[mode]! + way;
  }

  private waitTail(o: number): number {
    const { from, op, min } = this.model.after;
    let longest = 0;
    for (let a = from[o]!; a < from[o + 1]!; a++) {
      const way = this.tail[op[a]!]! + this.graph.run[op[a]!]! + min[a]!;
      if (way > longest) longest = way;
    }
    return longest;
  }

  private cost(end: number): number {
    return end > this.due ? (end - this.due) * this.weight : 0;
  }
}
