import type { Model } from '../model/model';
import type { Plan } from '../plan/plan';
import type { Budget } from './budget';
import type { Random } from './random';
import type { Record } from './record';

/** What every search works with. */
export interface Search {
  readonly model: Model;
  readonly plan: Plan;
  readonly random: Random;
  readonly budget: Budget;
  readonly record: Record;
  /** What the search pays for each published operation that moves, besides the score; > 0 when people know the plan. */
  readonly stay: number;
  /** No plan scores less: a search that need not mind what moves ends there. */
  readonly bound: number;
}

/**
 * A plan with exact times that can be changed in small moves: one part draws a move, another makes it when it does not cost
 * too much. The annealing knows nothing else of the problem.
 */
export interface Trials {
  /** Cost of the plan as it is: its score, the price of what is not placed, and what moves. */
  readonly cost: number;
  /** The same without the search's own price for moves. */
  readonly score: number;
  /** Share of the full temperature with which a search of so many moves for each operation begins, > 0. */
  heat(movesPerOperation: number): number;
  /** Draws a move, the better ones more often the lower the temperature; false: none came to mind. */
  propose(temperature: number): boolean;
  /** Makes the move drawn last if the plan then costs at most `limit`; otherwise all is as before. */
  attempt(limit: number): boolean;
  /** Goes on from another plan: the search's plan was overwritten. */
  reload(): void;
}
