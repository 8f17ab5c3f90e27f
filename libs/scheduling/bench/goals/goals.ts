import { firstPlan } from './first-plan';
import type { Goal } from './goal';
import { publicGoals } from './public-sets';
import { repair } from './repair';
import { shops } from './shops';
import { synthetic } from './synthetic';

/** The rows of the table of goals, by the name that `--goal` takes. */
export const goals: Readonly<Record<string, Goal>> = {
  ...publicGoals,
  synthetic,
  shops,
  'first-plan': firstPlan,
  repair: repair(2000),
  'repair-500': repair(500),
};
