import type { Random } from '../improve/random';
import type { Model } from '../model/model';
import type { Plan } from '../plan/plan';
import type { Graph } from '../timing/graph';

/**
 * Judges new neighbours on a station by heads (present times) and tails (longest ways to the ends), without changing
 * anything. For stations that work all the time.
 */
export interface TailEstimate {
  /** Can a swap inside a block, which leaves its end where it is, save cost elsewhere? */
  readonly manyEnds: boolean;
  /** Computes the tails for the present times. */
  refresh(): void;
  /** The operations to be judged, in their new order; filled by the caller. */
  readonly chain: Int32Array;
  /** Estimated cost when `chain[0] … chain[count − 1]` follow each other between two operations of their station (−1: none). */
  ofChain(count: number, previous: number, next: number): number;
  /** Estimated cost when operation o runs by `mode` at the best place of that mode's station, which is left in `slot`. */
  ofInsertion(o: number, mode: number): number;
  readonly slot: number;
}

/** What both kinds of tails share: changeovers between new neighbours, and ends of predecessors. */
export abstract class Chain {
  readonly chain: Int32Array;
  slot = 0;
  protected readonly head: Int32Array;

  constructor(
    protected readonly model: Model,
    protected readonly plan: Plan,
    protected readonly graph: Graph,
    protected readonly random: Random,
  ) {
    this.chain = new Int32Array(model.size + 1);
    this.head = new Int32Array(model.size + 1);
  }

  /** Changeover on station k for a mode after operation `previous`. */
  protected secondsAfter(k: number, previous: number, mode: number): number {
    const { changeovers, modes } = this.model;
    const own = modes.family[mode]!;
    const setup = modes.setup[mode]!;
    if (own < 0) return setup;
    const before = previous >= 0 ? this.graph.family[previous]! : this.graph.time.firstFamily[k]!;
    return before < 0
      ? setup
      : setup + changeovers.seconds[changeovers.base[k]! + before * changeovers.size[k]! + own]!;
  }

  /** Changeover on station k from one mode to another. */
  protected secondsBetween(k: number, first: number, second: number): number {
    const { changeovers, modes } = this.model;
    const [from, to] = [modes.family[first]!, modes.family[second]!];
    const setup = modes.setup[second]!;
    return from < 0 || to < 0
      ? setup
      : setup + changeovers.seconds[changeovers.base[k]! + from * changeovers.size[k]! + to]!;
  }

  /** The earliest run start that release and predecessors allow. */
  protected earliest(o: number): number {
    const { from, op, min } = this.model.before;
    const { end, lower } = this.graph;
    let earliest = lower[o]!;
    for (let a = from[o]!; a < from[o + 1]!; a++) {
      const instant = end[op[a]!]! + min[a]!;
      if (instant > earliest) earliest = instant;
    }
    return earliest;
  }

  protected freeAfter(k: number, previous: number): number {
    const { time, end } = this.graph;
    return previous >= 0 ? end[previous]! : time.from[time.first[k]!]!;
  }

  /** Run starts of the chain, in `head`. */
  protected heads(count: number, previous: number): void {
    const { chain, head, graph, plan } = this;
    const k = graph.sequences.station[chain[0]!]!;
    let free = this.freeAfter(k, previous);
    for (let i = 0; i < count; i++) {
      const o = chain[i]!;
      const earliest = this.earliest(o);
      free += this.secondsAfter(k, previous, plan.mode[o]!);
      if (free < earliest) free = earliest;
      head[i] = free;
      free += graph.run[o]!;
      previous = o;
    }
  }
}
