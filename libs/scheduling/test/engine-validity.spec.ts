/** Every result of the engine on random problems passes the verifier, which shares no code with it. */
import fc from 'fast-check';
import { kinds, shopProblem } from '../bench/shop/shop-problem';
import { solvedAndVerified } from './solved';
import { tinyProblem } from './tiny-problem';

const RUNS = Number(process.env.TAKT_RANDOM_PROBLEMS ?? 2000);

test(`${RUNS} tiny problems with every rule`, () => {
  const shapes = [
    { operations: 8, horizon: 60, waiting: true },
    { operations: 8, horizon: 25, waiting: true },
    { operations: 12, horizon: 60, waiting: false },
  ];
  const problem = fc.oneof(...shapes.map(tinyProblem));
  const moves = fc.constantFrom(0, 20, 100);
  fc.assert(
    fc.property(problem, moves, fc.nat(1000), (each, limit, seed) => {
      solvedAndVerified(each, { moves: limit, seed });
    }),
    { numRuns: RUNS, seed: 1 },
  );
}, 120_000);

test.each(kinds)('whole shops: %s', (kind) => {
  for (const seed of [1, 2, 3])
    for (const calendar of [true, false])
      solvedAndVerified(shopProblem({ kind, seed, operations: 120, calendar }), { moves: 300, seed });
});
