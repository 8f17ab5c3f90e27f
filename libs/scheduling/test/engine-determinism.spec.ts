/** Same problem, seed and number of moves: same bytes, whatever the order of the lists in the file. */
import fc from 'fast-check';
import { kinds, shopProblem } from '../bench/shop/shop-problem';
import { seeded } from '../bench/shop/seeded';
import type { ProblemInput } from '../src/verify';
import { solved } from './solved';
import { tinyProblem } from './tiny-problem';

const bytes = (problem: ProblemInput, moves: number, seed = 1): string =>
  JSON.stringify(solved(problem, { moves, seed }));

/** The same problem with every list whose order means nothing in another order. */
function permuted(problem: ProblemInput, seed: number): ProblemInput {
  const random = seeded(`permuted ${seed}`);
  const shuffled = <T>(list: readonly T[] | undefined): T[] => random.sample(list ?? [], list?.length ?? 0);
  return {
    ...problem,
    stations: shuffled(problem.stations),
    changeovers: Object.fromEntries(shuffled(Object.entries(problem.changeovers ?? {}))),
    pools: shuffled(problem.pools),
    jobs: shuffled(problem.jobs).map((job) => ({
      ...job,
      operations: shuffled(job.operations).map((operation) => ({
        ...operation,
        after: shuffled(operation.after),
        modes: shuffled(operation.modes),
      })),
    })),
    fixed: shuffled(problem.fixed),
    baseline: shuffled(problem.baseline),
  };
}

test('the same bytes twice, and for every order of the file: tiny problems', () => {
  const problem = tinyProblem({ operations: 8, horizon: 60, waiting: true });
  fc.assert(
    fc.property(problem, fc.nat(), (each, seed) => {
      const first = bytes(each, 300);
      expect(bytes(each, 300)).toBe(first);
      expect(bytes(permuted(each, seed), 300)).toBe(first);
    }),
    { numRuns: 200, seed: 3 },
  );
}, 60_000);

test.each(kinds)(
  'the same bytes twice, and for every order of the file: %s',
  (kind) => {
    const shop = shopProblem({ kind, seed: 4, operations: 150 });
    const first = bytes(shop, 1000);
    expect(bytes(shop, 1000)).toBe(first);
    expect(bytes(permuted(shop, 1), 1000)).toBe(first);
    expect(bytes(permuted(shop, 2), 1000)).toBe(first);
  },
  60_000,
);

test('the same bytes twice, and for every order of the file: a shop in which further first plans are made', () => {
  const shop = shopProblem({ kind: 'jobshop', seed: 4, operations: 400 });
  const first = bytes(shop, 200);
  expect(bytes(shop, 200)).toBe(first);
  expect(bytes(permuted(shop, 1), 200)).toBe(first);
}, 60_000);
