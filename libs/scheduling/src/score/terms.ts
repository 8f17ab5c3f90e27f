import type { Problem } from '../problem';
import type { OpenedOvertime, PlacedOperation, ScoreTerms } from '../schedule';
import { changeover } from './changeover';
import { earliness } from './earliness';
import { flow } from './flow';
import { moves } from './moves';
import { overtime } from './overtime';
import { spanOf } from './placed-job';
import { tardiness } from './tardiness';

/** All terms of the score of a plan; `changeoverSeconds` are the working seconds of each changeover. */
export function scoreTerms(
  problem: Problem,
  operations: readonly PlacedOperation[],
  opened: readonly OpenedOvertime[],
  changeoverSeconds: readonly number[],
): ScoreTerms {
  const placed = new Map(operations.map((operation) => [operation.op, operation]));
  const fixed = new Set(problem.fixed.map(({ op }) => op));
  const spans = problem.jobs.flatMap((job) => spanOf(job, placed) ?? []);
  return {
    tardiness: tardiness(spans),
    earliness: earliness(spans),
    flow: flow(spans),
    changeover: changeover(changeoverSeconds, problem.price.changeover),
    overtime: overtime(opened, problem.price.overtime),
    moves: moves(problem.baseline, placed, fixed, problem.price),
  };
}

/** The score: the sum of its terms. */
export function scoreOf(terms: ScoreTerms): number {
  return terms.tardiness + terms.earliness + terms.flow + terms.changeover + terms.overtime + terms.moves;
}
