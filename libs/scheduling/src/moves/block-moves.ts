import type { Random } from '../improve/random';
import type { Model } from '../model/model';
import type { Plan } from '../plan/plan';
import type { Graph } from '../timing/graph';
import type { Move } from '../timing/graph-timing';
import type { TabuList } from './tabu-list';
import type { TailEstimate } from './tail-estimate';

/**
 * The best move along a critical path: operations of a block go to its ends or from its ends into it, and operations of
 * the path go to other stations.
 * @see E. Balas, A. Vazacopoulos: Guided local search with shifting bottleneck for job shop scheduling (1998)
 * @see C. Zhang et al.: A tabu search algorithm with a new neighborhood structure for the job shop scheduling problem (2007)
 * @see M. Mastrolilli, L. Gambardella: Effective neighbourhood functions for the flexible job shop problem (2000)
 */
export class BlockMoves {
  /** The best move found: operation (−1: none), mode, and place on the station counted without the operation. */
  op = -1;
  mode = 0;
  slot = 0;
  private least = Infinity;
  private ties = 0;
  private barred = 0;
  private readonly barredMove = { op: -1, mode: 0, slot: 0 };
  private readonly candidate = { op: -1, mode: 0, slot: 0 };
  /** For each operation: the last one of the block that begins with it and was looked at in the present turn. */
  private readonly seen: Int32Array;
  private readonly seenIn: Int32Array;
  private turn = 0;
  /** A forbidden move is made all the same when its estimate is below this. */
  aspiration = 0;

  constructor(
    private readonly model: Model,
    private readonly plan: Plan,
    private readonly graph: Graph,
    private readonly estimate: TailEstimate,
    private readonly tabu: TabuList,
    private readonly random: Random,
  ) {
    [this.seen, this.seenIn] = [new Int32Array(model.size), new Int32Array(model.size)];
  }

  /** Forgets the moves found so far. */
  begin(aspiration: number): void {
    this.aspiration = aspiration;
    this.least = Infinity;
    this.op = -1;
    this.barredMove.op = -1;
    this.ties = this.barred = 0;
    this.turn++;
  }

  /** Takes a random forbidden move when there is no other. */
  finish(): boolean {
    if (this.op < 0) this.take(this.barredMove);
    return this.op >= 0;
  }

  /** Looks at the moves of a path of `length` operations, last one first. */
  along(path: Int32Array, length: number): void {
    const { sequences } = this.graph;
    for (let i = length - 1; i >= 0;) {
      let e = i;
      while (e > 0 && sequences.previous[path[e - 1]!] === path[e]) e--;
      if (e < i && this.isNew(path[i]!, path[e]!))
        this.block(sequences.station[path[i]!]!, sequences.slot[path[i]!]!, sequences.slot[path[e]!]!);
      i = e - 1;
    }
    if (!this.model.features.oneMode) for (let i = 0; i < length; i++) this.otherStations(path[i]!);
  }

  /** Several paths share blocks: each is looked at once. */
  private isNew(first: number, last: number): boolean {
    if (this.seenIn[first] === this.turn && this.seen[first] === last) return false;
    this.seenIn[first] = this.turn;
    this.seen[first] = last;
    return true;
  }

  /** Moves inside the block of places first … last of station k. */
  private block(k: number, first: number, last: number): void {
    const b = this.graph.sequences.base[k]!;
    for (let x = first; x < last; x++) this.right(b, x, last);
    for (let y = first + 2; y <= last; y++) this.left(b, y, first);
    if (this.estimate.manyEnds) {
      for (let x = first; x < last - 1; x++) this.right(b, x, x + 1);
      return;
    }
    for (let y = first + 1; y < last; y++) this.right(b, first, y);
    for (let y = first + 1; y < last - 1; y++) this.left(b, last, y);
  }

  /** The operation at place x moves behind the one at place y. */
  private right(b: number, x: number, y: number): void {
    const { op, previous, next } = this.graph.sequences;
    const o = op[b + x]!;
    const last = op[b + y]!;
    if (this.mayReach(o, last)) return;
    const forbidden = this.tabu.forbidsOrder(last, o);
    this.name(o, this.plan.mode[o]!, y);
    if (this.isHopeless(this.estimate.leastBehind(o, last), forbidden)) return;
    const { chain } = this.estimate;
    let count = 0;
    for (let i = x + 1; i <= y; i++) chain[count++] = op[b + i]!;
    chain[count++] = o;
    this.offer(this.estimate.ofChain(count, previous[o]!, next[last]!, this.least), forbidden);
  }

  /** The operation at place y moves before the one at place x. */
  private left(b: number, y: number, x: number): void {
    const { op, previous, next } = this.graph.sequences;
    const o = op[b + y]!;
    const first = op[b + x]!;
    if (this.mayBeReached(o, first)) return;
    const forbidden = this.tabu.forbidsOrder(o, first);
    this.name(o, this.plan.mode[o]!, x);
    if (this.isHopeless(this.estimate.leastBefore(o, first), forbidden)) return;
    const { chain } = this.estimate;
    let count = 0;
    chain[count++] = o;
    for (let i = x; i < y; i++) chain[count++] = op[b + i]!;
    this.offer(this.estimate.ofChain(count, previous[first]!, next[o]!, this.least), forbidden);
  }

  /** Could `last` come after a follower of o? Then o cannot go behind it. */
  private mayReach(o: number, last: number): boolean {
    const { from, op } = this.model.after;
    const { runStart, end } = this.graph;
    for (let a = from[o]!; a < from[o + 1]!; a++) {
      if (op[a] === last || runStart[last]! >= end[op[a]!]!) return true;
    }
    return false;
  }

  /** Could `first` come before a predecessor of o? Then o cannot go before it. */
  private mayBeReached(o: number, first: number): boolean {
    const { from, op } = this.model.before;
    const { runStart, end } = this.graph;
    for (let a = from[o]!; a < from[o + 1]!; a++) {
      if (op[a] === first || runStart[op[a]!]! >= end[first]!) return true;
    }
    return false;
  }

  /** Operation o moves to its best place on every other station that can do it. */
  private otherStations(o: number): void {
    const { from, station } = this.model.modes;
    this.estimate.lift(o);
    for (let mode = from[o]!; mode < from[o + 1]!; mode++) {
      if (station[mode] === this.graph.sequences.station[o]) continue;
      const value = this.estimate.ofInsertion(mode, this.least);
      this.name(o, mode, this.estimate.slot);
      this.offer(value, this.tabu.forbidsMode(mode));
    }
  }

  /** Need a move that costs at least so much not be judged? A forbidden one is then kept for want of others. */
  private isHopeless(least: number, forbidden: boolean): boolean {
    if (least > this.least) return true;
    if (!forbidden || least < this.aspiration) return false;
    this.bar();
    return true;
  }

  /** Names the move to be offered; one object for all, because there are very many. */
  private name(o: number, mode: number, slot: number): void {
    const { candidate } = this;
    candidate.op = o;
    candidate.mode = mode;
    candidate.slot = slot;
  }

  private offer(value: number, forbidden: boolean): void {
    if (value > this.least) return;
    if (forbidden && value >= this.aspiration) this.bar();
    else if (value < this.least) {
      this.least = value;
      this.ties = 1;
      this.take(this.candidate);
    } else if (this.random() * ++this.ties < 1) this.take(this.candidate);
  }

  /** Keeps a random one of the forbidden moves. */
  private bar(): void {
    if (this.random() * ++this.barred >= 1) return;
    const { op, mode, slot } = this.candidate;
    this.barredMove.op = op;
    this.barredMove.mode = mode;
    this.barredMove.slot = slot;
  }

  private take({ op, mode, slot }: Move): void {
    this.op = op;
    this.mode = mode;
    this.slot = slot;
  }
}
