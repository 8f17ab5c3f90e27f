import type { SolveOptions } from '../options';

/** How long a search may still go on: until the time, the moves or a signal end it. */
export class Budget {
  /** Moves made so far. */
  moves = 0;
  private readonly started: number;
  private readonly now: (() => number) | undefined;
  private readonly limitMs: number;
  private readonly limitMoves: number;
  private over = false;
  /** Milliseconds used when it was asked last whether the search must stop. */
  private usedMs = 0;

  constructor(private readonly options: SolveOptions) {
    this.now = options.now;
    this.limitMs = options.seconds === undefined || !options.now ? Infinity : options.seconds * 1000;
    this.limitMoves = options.moves ?? Infinity;
    this.started = this.now?.() ?? 0;
  }

  /** Milliseconds since the start; 0 without a clock. */
  elapsedMs(): number {
    return this.now ? this.now() - this.started : 0;
  }

  /** Is only the number of moves limited, so that nothing may depend on the clock? */
  get countsMoves(): boolean {
    return this.limitMs === Infinity;
  }

  /** Share of the budget that was used when it was asked last whether the search must stop, 0 … 1. */
  share(): number {
    const byMoves = this.limitMoves > 0 ? this.moves / this.limitMoves : 1;
    const byTime = this.limitMs === Infinity ? 0 : this.limitMs > 0 ? this.usedMs / this.limitMs : 1;
    return Math.min(1, Math.max(byMoves, byTime));
  }

  /** A share of what is left now: each call makes a move; false: the share is used, or the search must stop. */
  part(share: number): () => boolean {
    this.ended();
    const until = this.share() + share * (1 - this.share());
    return () => {
      if (this.ended() || this.share() > until) return false;
      this.moves++;
      return true;
    };
  }

  /** Must the search stop now? */
  ended(): boolean {
    this.usedMs = this.elapsedMs();
    this.over ||=
      this.moves >= this.limitMoves || this.options.signal?.aborted === true || this.usedMs >= this.limitMs;
    return this.over;
  }
}
