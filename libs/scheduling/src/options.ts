import type { ScoreTerms, StartPlan } from './schedule';

/** Something that can be asked whether to stop; an AbortSignal, or a getter over shared memory in a worker thread. */
export interface StopSignal {
  readonly aborted: boolean;
}

/** News of a better plan. */
export interface Improvement {
  /** Milliseconds since the start of the solve (0 when there is no clock). */
  ms: number;
  moves: number;
  score: number;
  terms: ScoreTerms;
  unplaced: number;
}

/** How long and from where to search. At least one of `seconds` and `moves` is needed; with both the first one reached ends it. */
export interface SolveOptions {
  /** Wall-clock limit; needs `now`. 0 gives the constructed plan. */
  seconds?: number;
  /** Limit on moves tried; the result is then the same on every machine. */
  moves?: number;
  /** Any integer; default 1. */
  seed?: number;
  /** A clock in milliseconds, for instance `performance.now`. */
  now?: () => number;
  /** The plan to repair and improve; operations it does not name are added, stations that are no longer possible are replaced. */
  start?: StartPlan;
  /** Polled at least every 20 ms. */
  signal?: StopSignal;
  /** Called with every better plan found, at most every 50 ms. */
  onImprovement?: (improvement: Improvement) => void;
}
