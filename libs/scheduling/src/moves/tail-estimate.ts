import type { Random } from '../improve/random';
import type { Model } from '../model/model';
import type { Plan } from '../plan/plan';
import type { Graph } from '../timing/graph';
import { BackwardQueue } from './backward-queue';

/**
 * Judges new neighbours on a station by heads (present times) and tails (longest ways to the ends), without changing
 * anything. For stations that work all the time.
 */
export interface TailEstimate {
  /** Can a swap inside a block, which leaves its end where it is, save cost elsewhere? */
  readonly manyEnds: boolean;
  /** Computes all tails. */
  refresh(): void;
  /** Operation o has another neighbour behind it, or another run: {@link update} begins there. */
  touch(o: number): void;
  /** Computes the tails again that what was touched since the last time can change. */
  update(): void;
  /** The operations to be judged, in their new order; filled by the caller. */
  readonly chain: Int32Array;
  /**
   * Estimated cost when `chain[0] … chain[count − 1]` follow each other between two operations of their station (−1: none);
   * anything above `limit` where it is surely more than that.
   */
  ofChain(count: number, previous: number, next: number, limit: number): number;
  /** Moves of o behind `last`, or before `first`, of its block on the station cost at least so much. */
  leastBehind(o: number, last: number): number;
  leastBefore(o: number, first: number): number;
  /** Takes operation o in hand: the insertions asked for next are all of it. */
  lift(o: number): void;
  /**
   * Estimated cost when the operation in hand runs by `mode` at the best place of that mode's station, which is left in `slot`;
   * anything above `limit` where it is surely more than that. May count besides what a longer run takes from other work.
   */
  ofInsertion(mode: number, limit: number): number;
  readonly slot: number;
}

/** More changes than this are not followed one by one. */
const MOST_TOUCHED = 16;

/** What both kinds of tails share: changeovers between new neighbours, and ends of predecessors. */
export abstract class Chain {
  readonly chain: Int32Array;
  slot = 0;
  protected readonly head: Int32Array;
  /** Neither families nor set-ups take time. */
  protected readonly noChangeovers: boolean;
  /** The operation in hand, and when it can start at the earliest. */
  protected lifted = -1;
  protected liftedAt = 0;
  /** Operations whose tails are to be computed. */
  protected readonly queue: BackwardQueue;
  private readonly touched: number[] = [];

  constructor(
    protected readonly model: Model,
    protected readonly plan: Plan,
    protected readonly graph: Graph,
    protected readonly random: Random,
  ) {
    this.chain = new Int32Array(model.size + 1);
    this.head = new Int32Array(model.size + 1);
    this.queue = new BackwardQueue(plan);
    this.noChangeovers = !model.features.changeovers && model.modes.setup.every((seconds) => seconds === 0);
  }

  /** Operation o has another neighbour behind it, or another run. */
  touch(o: number): void {
    if (o >= 0 && this.touched.length <= MOST_TOUCHED) this.touched.push(o);
  }

  /** Must all be computed? Without a family of its own an operation passes on a changeover to those behind it. */
  protected allTouched(): boolean {
    return this.model.features.changeovers || this.touched.length > MOST_TOUCHED;
  }

  /** Forgets what was touched. */
  protected forget(): void {
    this.touched.length = 0;
  }

  /** The last position of the order that was touched; −1: none. */
  protected lastTouched(): number {
    let last = -1;
    for (const o of this.touched) if (this.plan.position[o]! > last) last = this.plan.position[o]!;
    return last;
  }

  /** The first operation to be computed; −1: none. */
  protected begin(): number {
    for (const o of this.touched) this.queue.put(o);
    this.forget();
    return this.queue.take();
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

  /** Takes operation o in hand. */
  lift(o: number): void {
    this.lifted = o;
    this.liftedAt = this.earliest(o);
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
    const { end, lower, run } = graph;
    const { from, op, min } = this.model.before;
    const k = graph.sequences.station[chain[0]!]!;
    let free = this.freeAfter(k, previous);
    for (let i = 0; i < count; i++) {
      const o = chain[i]!;
      if (!this.noChangeovers) free += this.secondsAfter(k, previous, plan.mode[o]!);
      if (free < lower[o]!) free = lower[o]!;
      for (let a = from[o]!, last = from[o + 1]!; a < last; a++) {
        const instant = end[op[a]!]! + min[a]!;
        if (instant > free) free = instant;
      }
      head[i] = free;
      free += run[o]!;
      previous = o;
    }
  }
}
