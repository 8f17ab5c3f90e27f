import { LongestWays } from '../moves/longest-ways';
import type { GraphTiming } from '../timing/graph-timing';
import type { Search } from './trials';

/** So many moves are drawn from one way before another one is looked for. */
const MOVES_OF_WAY = 10;
/** Share of the moves to another station where there are several. */
const OTHER_STATION = 0.3;

/** Exact trials of small random moves along what makes a late job late: swaps of neighbours, and other stations. */
export class LatePathTrials {
  private readonly ways: LongestWays;
  private readonly move = { op: 0, mode: 0, slot: 0 };
  private readonly candidates: Int32Array;
  private length = 0;
  private left = 0;

  constructor(
    private readonly search: Search,
    private readonly timing: GraphTiming,
  ) {
    this.ways = new LongestWays(search, timing);
    this.candidates = new Int32Array(search.model.size);
  }

  /** Cost of the plan as it is. */
  get cost(): number {
    return this.timing.cost;
  }

  /** Draws a move; false: none came to mind. */
  propose(): boolean {
    if (this.left-- <= 0) this.draw();
    const { length, candidates } = this;
    if (length === 0) return false;
    const { random, plan } = this.search;
    const { sequences } = this.timing.graph;
    const { move } = this;
    move.op = candidates[(random() * length) | 0]!;
    move.mode = plan.mode[move.op]!;
    move.slot = sequences.slot[move.op]! - 1;
    if (!this.search.model.features.oneMode && random() < OTHER_STATION) this.toOtherStation();
    else if (move.slot < 0) move.slot = 0;
    return true;
  }

  /** Makes the move drawn last if the plan then costs at most `limit`; otherwise all is as before. */
  attempt(limit: number): boolean {
    if (!this.timing.make(this.move, limit)) return false;
    this.left = 0;
    return true;
  }

  /** Goes on from another plan: the search's plan was overwritten. */
  reload(): void {
    this.timing.load();
    this.left = 0;
  }

  /** Operations of a late job's way that follow their neighbour at once, or that could run elsewhere. */
  private draw(): void {
    const { ways, candidates } = this;
    const { previous } = this.timing.graph.sequences;
    const { from } = this.search.model.modes;
    this.left = MOVES_OF_WAY;
    this.length = 0;
    ways.weigh();
    const j = ways.drawJob();
    if (j < 0) return;
    ways.draw(j);
    for (let i = 0; i < ways.length; i++) {
      const o = ways.path[i]!;
      const follows = i + 1 < ways.length && previous[o] === ways.path[i + 1];
      if (follows || from[o + 1]! - from[o]! > 1) candidates[this.length++] = o;
    }
  }

  /** The move's operation goes to a random mode, where the station comes to it when it could begin. */
  private toOtherStation(): void {
    const { random, model } = this.search;
    const { sequences, end, runStart } = this.timing.graph;
    const { move } = this;
    const { from, station } = model.modes;
    const mode = from[move.op]! + ((random() * (from[move.op + 1]! - from[move.op]!)) | 0);
    const k = station[mode]!;
    if (k === sequences.station[move.op]) {
      move.slot = Math.max(0, move.slot);
      return;
    }
    let slot = 0;
    const b = sequences.base[k]!;
    while (slot < sequences.count[k]! && end[sequences.op[b + slot]!]! <= runStart[move.op]!) slot++;
    move.mode = mode;
    move.slot = slot;
  }
}
