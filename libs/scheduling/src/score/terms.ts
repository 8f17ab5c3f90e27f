import type { Problem } from '../problem';
import type { Moved, OpenedOvertime, PlacedOperation, ScoreTerms } from '../schedule';
import { changeover } from './changeover';
import { earliness } from './earliness';
import { flow } from './flow';
import { moved } from './moves';
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
  const placed = byOperation(operations);
  const spans = problem.jobs.flatMap((job) => spanOf(job, placed) ?? []);
  return {
    tardiness: tardiness(spans),
    earliness: earliness(spans),
    flow: flow(spans),
    changeover: changeover(changeoverSeconds, problem.price.changeover),
    overtime: overtime(opened, problem.price.overtime),
    moves: movedOf(problem, placed).cost,
  };
}

/** Operations by their name. */
export function byOperation(operations: readonly PlacedOperation[]): ReadonlyMap<string, PlacedOperation> {
  return new Map(operations.map((operation) => [operation.op, operation]));
}

/** How far a plan leaves the baseline of its problem. */
export function movedOf(
  { baseline, fixed, price }: Problem,
  placed: ReadonlyMap<string, PlacedOperation>,
): Moved {
  return moved(baseline, placed, new Set(fixed.map(({ op }) => op)), price);
}

/** The score: the sum of its terms. */
export function scoreOf(terms: ScoreTerms): number {
  return terms.tardiness + terms.earliness + terms.flow + terms.changeover + terms.overtime + terms.moves;
}
