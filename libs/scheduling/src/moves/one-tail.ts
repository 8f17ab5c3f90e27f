import type { Random } from '../improve/random';
import type { Model } from '../model/model';
import type { Plan } from '../plan/plan';
import type { Graph } from '../timing/graph';
import { type Chains, chainsOf, sweepTails } from '../timing/chain-sweep';
import { Chain, type TailEstimate } from './tail-estimate';

/**
 * A station that takes longer for an operation is judged as if the longest way grew by this share of the difference once
 * more: when many stations are busy to the end, what is added to the work of all ends up on every way.
 */
const WORK_SHARE = 1;

/** Tails when everything is due together: the longest way from an operation's start to the last end. */
export class OneTail extends Chain implements TailEstimate {
  readonly manyEnds = false;
  /** Longest way from the run start of an operation to the end of the job. */
  private readonly rest: Int32Array;
  /** Longest way from the end of the operation in hand, its station aside. */
  private liftedWay = 0;
  private readonly chains: Chains | undefined;
  private readonly due: number;
  private readonly weight: number;

  constructor(model: Model, plan: Plan, graph: Graph, random: Random) {
    super(model, plan, graph, random);
    this.rest = new Int32Array(model.size);
    this.chains = chainsOf(model);
    this.due = model.jobs.due[0] ?? 0;
    this.weight = model.jobs.weight[0] ?? 1;
  }

  refresh(): void {
    this.forget();
    const { rest } = this;
    const { run, changeover } = this.graph;
    const { from, op, min } = this.model.after;
    const { next } = this.graph.sequences;
    const { order } = this.plan;
    for (let i = this.model.size - 1; i >= 0; i--) {
      const o = order[i]!;
      const n = next[o]!;
      let longest = n >= 0 ? rest[n]! + changeover[n]! : 0;
      for (let a = from[o]!, end = from[o + 1]!; a < end; a++) {
        const way = rest[op[a]!]! + min[a]!;
        if (way > longest) longest = way;
      }
      rest[o] = longest + run[o]!;
    }
  }

  update(): void {
    if (this.allTouched()) {
      this.refresh();
      return;
    }
    if (this.chains) {
      sweepTails(this.graph, this.chains, this.lastTouched(), this.rest);
      this.forget();
      return;
    }
    const { rest, queue } = this;
    const { run, changeover } = this.graph;
    const { from, op, min } = this.model.after;
    const { from: backFrom, op: back } = this.model.before;
    const { next, previous } = this.graph.sequences;
    for (let o = this.begin(); o >= 0; o = queue.take()) {
      const n = next[o]!;
      let longest = n >= 0 ? rest[n]! + changeover[n]! : 0;
      for (let a = from[o]!, end = from[o + 1]!; a < end; a++) {
        const way = rest[op[a]!]! + min[a]!;
        if (way > longest) longest = way;
      }
      longest += run[o]!;
      if (longest === rest[o]) continue;
      rest[o] = longest;
      if (previous[o]! >= 0) queue.put(previous[o]!);
      for (let a = backFrom[o]!, end = backFrom[o + 1]!; a < end; a++) queue.put(back[a]!);
    }
  }

  ofChain(count: number, previous: number, next: number, limit: number): number {
    this.heads(count, previous);
    const { chain, head, graph, rest } = this;
    const { run } = graph;
    const { from, op, min } = this.model.after;
    const k = graph.sequences.station[chain[0]!]!;
    const most = this.due + limit / this.weight;
    let longest = 0;
    let behind = next >= 0 ? rest[next]! : -1;
    let after = next;
    for (let i = count - 1; i >= 0; i--) {
      const o = chain[i]!;
      if (behind >= 0 && !this.noChangeovers) behind += this.secondsAfter(k, o, this.plan.mode[after]!);
      let way = behind > 0 ? behind : 0;
      for (let a = from[o]!, end = from[o + 1]!; a < end; a++) {
        const wait = rest[op[a]!]! + min[a]!;
        if (wait > way) way = wait;
      }
      behind = way + run[o]!;
      if (head[i]! + behind > longest) longest = head[i]! + behind;
      if (longest > most) break;
      after = o;
    }
    return this.cost(longest);
  }

  leastBehind(o: number, last: number): number {
    if (!this.noChangeovers) return 0;
    const { end, sequences } = this.graph;
    const free = this.freeAfter(sequences.station[o]!, sequences.previous[o]!);
    return this.cost(free + end[last]! - end[o]! + this.graph.run[o]! + this.waitTail(o));
  }

  leastBefore(o: number, first: number): number {
    if (!this.noChangeovers) return 0;
    const { runStart, run, sequences } = this.graph;
    const free = this.freeAfter(sequences.station[o]!, sequences.previous[first]!);
    const earliest = this.earliest(o);
    const next = sequences.next[o]!;
    const behind = runStart[o]! - runStart[first]! + (next >= 0 ? this.rest[next]! : 0);
    return this.cost((free > earliest ? free : earliest) + run[o]! + behind);
  }

  override lift(o: number): void {
    super.lift(o);
    this.liftedWay = this.waitTail(o);
  }

  /**
   * Only places between the operations that must come before o and those that must come after it can be best.
   * @see M. Mastrolilli, L. Gambardella (2000), theorem 3
   */
  ofInsertion(mode: number, limit: number): number {
    const { graph, rest, model, liftedAt: earliest, liftedWay: way } = this;
    const { op, base, count } = graph.sequences;
    const { run } = model.modes;
    const more = WORK_SHARE * (run[mode]! - graph.run[this.lifted]!);
    const alone = this.cost(earliest + run[mode]! + way + more);
    if (alone > limit) return alone;
    const k = model.modes.station[mode]!;
    const b = base[k]!;
    let low = 0;
    for (let high = count[k]!; low < high;) {
      const middle = (low + high) >> 1;
      if (graph.end[op[b + middle]!]! > earliest) high = middle;
      else low = middle + 1;
    }
    let high = 0;
    for (let top = count[k]!; high < top;) {
      const middle = (high + top) >> 1;
      if (rest[op[b + middle]!]! <= way) top = middle;
      else high = middle + 1;
    }
    const first = Math.min(low, high);
    const last = Math.max(low, high);
    if (high <= low && !model.features.changeovers) {
      this.slot = first + ((this.random() * (last - first + 1)) | 0);
      return alone;
    }
    return this.cost(
      (this.noChangeovers ? this.bestBetween(mode, first, last) : this.bestOf(mode, first, last)) + more,
    );
  }

  /** The shortest of the longest ways through the operation in hand at the places first … last, without changeovers. */
  private bestBetween(mode: number, first: number, last: number): number {
    const { graph, rest, model, liftedAt: earliest, liftedWay: way } = this;
    const { end, sequences } = graph;
    const { op } = sequences;
    const k = model.modes.station[mode]!;
    const b = sequences.base[k]!;
    const count = sequences.count[k]!;
    let free = this.freeAfter(k, first > 0 ? op[b + first - 1]! : -1);
    let best = Infinity;
    for (let i = first; i <= last; i++) {
      const next = i < count ? op[b + i]! : -1;
      const behind = next >= 0 && rest[next]! > way ? rest[next]! : way;
      const length = (free > earliest ? free : earliest) + behind;
      if (length < best) {
        best = length;
        this.slot = i;
      }
      if (next >= 0) free = end[next]!;
    }
    return best + model.modes.run[mode]!;
  }

  private bestOf(mode: number, first: number, last: number): number {
    let best = Infinity;
    for (let i = first; i <= last; i++) {
      const length = this.through(mode, i);
      if (length < best) [best, this.slot] = [length, i];
    }
    return best;
  }

  /** The longest way through the operation in hand at place `slot` of its mode's station. */
  private through(mode: number, slot: number): number {
    const { graph, rest, model } = this;
    const { op, base, count } = graph.sequences;
    const k = model.modes.station[mode]!;
    const previous = slot > 0 ? op[base[k]! + slot - 1]! : -1;
    const free = this.freeAfter(k, previous) + this.secondsAfter(k, previous, mode);
    const start = free > this.liftedAt ? free : this.liftedAt;
    let way = this.liftedWay;
    if (slot < count[k]!) {
      const next = op[base[k]! + slot]!;
      const station = rest[next]! + this.secondsBetween(k, mode, this.plan.mode[next]!);
      if (station > way) way = station;
    }
    return start + model.modes.run[mode]! + way;
  }

  private waitTail(o: number): number {
    const { from, op, min } = this.model.after;
    let longest = 0;
    for (let a = from[o]!; a < from[o + 1]!; a++) {
      const way = this.rest[op[a]!]! + min[a]!;
      if (way > longest) longest = way;
    }
    return longest;
  }

  private cost(end: number): number {
    return end > this.due ? (end - this.due) * this.weight : 0;
  }
}
