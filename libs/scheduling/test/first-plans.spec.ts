/** First plans: jobs that pay for being early or for the time they take wait from the beginning; variations only ever help. */
import { shopProblem } from '../bench/shop/shop-problem';
import { FirstPlans } from '../src/construct/construct';
import { seededRandom } from '../src/improve/random';
import { compile } from '../src/model/compile';
import type { ProblemInput } from '../src/verify';
import { problemOf, solvedAndVerified } from './solved';

const shop = (jobs: object[], freeAt = 0): ProblemInput =>
  ({
    version: 1,
    horizon: 100,
    stations: [
      { id: 'a', calendar: [[0, 100]] },
      { id: 'b', calendar: [[0, 100]], freeAt },
    ],
    jobs,
  }) as ProblemInput;

/** Run starts of the constructed plan, by operation. */
function constructedStarts(problem: ProblemInput): Record<string, number> {
  const { operations } = solvedAndVerified(problem, { moves: 0 });
  return Object.fromEntries(operations.map(({ op, runStart }) => [op, runStart]));
}
const step = (id: string, station: string, run: number, after: string[] = []): object => ({
  id,
  modes: [{ station, run }],
  after: after.map((op) => ({ op })),
});

test('a job that pays for being ready too early ends at its due date', () => {
  const job = { id: 'J', due: 50, earliness: 1, operations: [step('x', 'a', 10)] };
  expect(constructedStarts(shop([job]))).toEqual({ 'J/x': 40 });
  expect(constructedStarts(shop([{ ...job, earliness: 0 }]))).toEqual({ 'J/x': 0 });
});

test('a job that pays for the time it takes begins when the station behind is nearly free', () => {
  const operations = [step('x', 'a', 10), step('y', 'b', 5, ['x'])];
  // b is free from 50 on: y ends at 55, and the shortest way of x and y takes 15
  expect(constructedStarts(shop([{ id: 'J', flow: 1, operations }], 50))).toEqual({ 'J/x': 40, 'J/y': 50 });
});

test('waiting is left where it costs more than it brings', () => {
  const early = { id: 'E', due: 30, earliness: 1, operations: [step('x', 'a', 20)] };
  const heavy = { id: 'H', release: 15, due: 40, weight: 9, operations: [step('x', 'a', 25)] };
  // waiting until 10 would make the heavy job 15 s later than the station can
  expect(constructedStarts(shop([early, heavy]))['E/x']).toBe(0);
});

test('variations at random only bring cheaper plans, and the same ones for the same seed', () => {
  const model = compile(problemOf(shopProblem({ kind: 'gifts', operations: 200, seed: 1 })));
  const costs = (seed: number): number[] => {
    const told: number[] = [];
    const plans = new FirstPlans(model, model.stationTime(), (_, cost) => void told.push(cost));
    plans.byRules();
    const before = told.length;
    let left = 100;
    plans.byChance(seededRandom(seed), () => left-- > 0);
    expect(told.length).toBeGreaterThan(before);
    return told;
  };
  const told = costs(1);
  expect(told).toEqual([...told].sort((a, b) => b - a));
  expect(costs(1)).toEqual(told);
  expect(costs(2)).not.toEqual(told);
});
