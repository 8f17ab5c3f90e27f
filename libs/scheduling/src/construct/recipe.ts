import type { Waits } from './waits';

/**
 * How a free station chooses among waiting operations. `lookahead` undefined: the one that must start first;
 * otherwise the apparent tardiness cost with that look-ahead, in mean runs.
 * @see A. Vepsalainen, T. Morton: Priority rules for job shops with weighted tardiness costs (1987)
 * @see Y. Lee, K. Bhaskaran, M. Pinedo: A heuristic to minimize the total weighted tardiness with sequence-dependent setups (1997)
 */
export interface DispatchRule {
  readonly lookahead?: number;
  /** Weight of changeovers: how many mean runs of changeover divide the priority by e. */
  readonly changeoverScale: number;
}

/** What a plan is dispatched by. */
export interface Recipe {
  readonly rule: DispatchRule;
  readonly waits: Waits;
  /** For each job how much more urgent it is than by its weight, as a power of e. */
  readonly bias: Float64Array;
}
