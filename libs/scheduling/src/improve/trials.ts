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
}

/**
 * A plan with exact times that can be changed in small moves: one part draws a move, another makes it when it does not cost
 * too much. The annealing knows nothing else of the problem.
 */
export interface Trials {
  /** Cost of the plan as it is. */
  readonly cost: number;
  /** Draws a move, the better ones more often the lower the temperature; false: none came to mind. */
  propose(temperature: number): boolean;
  /** Makes the move drawn last if the plan then costs at most `limit`; otherwise all is as before. */
  attempt(limit: number): boolean;
  /** Goes on from another plan: the search's plan was overwritten. */
  reload(): void;
}
