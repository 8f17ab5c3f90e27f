import type { Model } from '../model/model';
import type { GraphTiming } from '../timing/graph-timing';

/** Delays at which the response is measured, in mean runs; between them it is interpolated. */
const GRID = [0.25, 1, 4];

/**
 * How the cost answers when an operation starts later or earlier than it does: measured by propagating the change through
 * the graph when it is asked for first, and kept for a while, because it changes slowly while the plan changes.
 */
export class Response {
  /** Accepted moves after which a measurement is made anew. */
  patience = 3000;
  /** Rises above this are not measured to the end: they are too much anyway. */
  ceiling = Infinity;
  private readonly grid: Int32Array;
  private readonly later: Float64Array;
  private readonly earlier: Float64Array;
  private readonly laterAt: Int32Array;
  private readonly earlierAt: Int32Array;
  private clock = 1 << 20;

  constructor(
    model: Model,
    private readonly timing: GraphTiming,
    meanRun: number,
  ) {
    this.grid = Int32Array.from(GRID, (g) => Math.max(1, Math.round(g * meanRun)));
    const room = model.size * GRID.length;
    [this.later, this.earlier] = [new Float64Array(room), new Float64Array(room)];
    [this.laterAt, this.earlierAt] = [new Int32Array(room), new Int32Array(room)];
  }

  /** A move was accepted: measurements grow older. */
  tick(): void {
    this.clock++;
  }

  /** Rise of the cost if operation o could not start before `start`. */
  ofStart(o: number, start: number): number {
    const delay = start - this.timing.graph.runStart[o]!;
    if (delay > 0) return this.interpolate(o, delay, true);
    return delay < 0 ? this.interpolate(o, -delay, false) : 0;
  }

  private interpolate(o: number, shift: number, late: boolean): number {
    const { grid } = this;
    let lower = 0;
    for (let b = 0; b < grid.length; b++) {
      const upper = grid[b]!;
      if (shift <= upper || b === grid.length - 1) {
        const high = this.measure(o, b, late);
        if (shift >= upper) return (high * shift) / upper;
        const low = b === 0 ? 0 : this.measure(o, b - 1, late);
        return low + ((high - low) * (shift - lower)) / (upper - lower);
      }
      lower = upper;
    }
    return 0;
  }

  private measure(o: number, b: number, late: boolean): number {
    const i = o * GRID.length + b;
    const at = late ? this.laterAt : this.earlierAt;
    const value = late ? this.later : this.earlier;
    if (this.clock - at[i]! <= this.patience) return value[i]!;
    at[i] = this.clock;
    const rise = late
      ? this.timing.riseWhenLater(o, this.grid[b]!, this.ceiling)
      : this.timing.riseWhenEarlier(o, this.grid[b]!, this.ceiling);
    value[i] = Math.min(rise, this.ceiling);
    return value[i];
  }
}
