/** What a running plan keeps when something happens: judged by numbers of moves, so that no clock matters. */
import { afterEvent, events } from '../bench/goals/shop-event';
import { kinds, shopProblem } from '../bench/shop/shop-problem';
import type { ProblemInput } from '../src/verify';
import { solved, solvedAndVerified } from './solved';

const at = 43_200;

function movedShare(changed: ProblemInput, operations: ReturnType<typeof solved>['operations']): number {
  const placed = new Map(operations.map((operation) => [operation.op, operation]));
  const baseline = changed.baseline ?? [];
  const moved = baseline.filter(({ op, station, start }) => {
    const now = placed.get(op);
    return now?.station !== station || now.runStart !== start;
  });
  return moved.length / operations.length;
}

test.each(kinds)(
  '%s: after each event everything is placed and most stays as it was published',
  (kind) => {
    const problem = { ...shopProblem({ kind, operations: 100, seed: 1 }), fixed: [], baseline: [] };
    const plan = solved(problem, { moves: 400 });
    const shares = events.map((event) => {
      const changed = afterEvent(event, { problem, schedule: plan, at, seed: 1 });
      const repaired = solvedAndVerified(changed, { moves: 150, start: plan });
      expect(repaired.unplaced).toEqual([]);
      return movedShare(changed, repaired.operations);
    });
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
    expect(mean).toBeLessThan(0.15);
  },
  120_000,
);

test('where nothing has happened, nothing moves', () => {
  for (const kind of kinds) {
    const problem = { ...shopProblem({ kind, operations: 100, seed: 2 }), fixed: [], baseline: [] };
    const plan = solved(problem, { moves: 400 });
    const baseline = plan.operations.map(({ op, station, runStart }) => ({ op, station, start: runStart }));
    const again = solvedAndVerified({ ...problem, baseline }, { moves: 1, start: plan });
    expect(movedShare({ ...problem, baseline }, again.operations)).toBeLessThan(0.05);
  }
}, 120_000);
