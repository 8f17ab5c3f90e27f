import { faultLine, readProblem } from '../../src';
import { kinds, shopProblem } from './shop-problem';

const each = kinds.flatMap((kind) => [true, false].map((calendar) => ({ kind, calendar })));

test.each(each)('a $kind is a valid problem, calendar $calendar', ({ kind, calendar }) => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const reading = readProblem(shopProblem({ kind, seed, operations: 200, calendar }));
    expect(reading.ok ? [] : reading.faults.map(faultLine)).toEqual([]);
  }
});

test('the same seed gives the same shop, another one another', () => {
  const shop = (seed: number) => JSON.stringify(shopProblem({ kind: 'gifts', seed, operations: 100 }));
  expect(shop(7)).toBe(shop(7));
  expect(shop(7)).not.toBe(shop(8));
});

test('together the kinds use every rule and every price of the format', () => {
  const shops = kinds.map((kind) => shopProblem({ kind, seed: 1, operations: 400 }));
  const jobs = shops.flatMap((shop) => shop.jobs);
  const operations = jobs.flatMap((job) => job.operations);
  const uses = {
    overtime: shops.some(({ stations }) => stations.some(({ overtime }) => overtime?.length)),
    busy: shops.some(({ stations }) => stations.some(({ freeAt }) => freeAt)),
    assembly: operations.some(({ after }) => (after?.length ?? 0) > 1),
    longestWait: operations.some(({ after }) => after?.some(({ max }) => max !== undefined)),
    shortestWait: operations.some(({ after }) => after?.some(({ min }) => min)),
    oneInterval: operations.some(({ interruptible }) => !interruptible),
    material: operations.some(({ ready }) => ready),
    release: jobs.some(({ release }) => release),
    earliness: jobs.some(({ earliness }) => earliness),
    flow: jobs.some(({ flow }) => flow),
    alternatives: operations.some(({ modes }) => modes.length > 1),
    setup: operations.some(({ modes }) => modes.some(({ setup }) => setup)),
    pools: operations.some(({ modes }) => modes.some(({ pools }) => pools?.length)),
    fixed: shops.every(({ fixed }) => fixed?.length),
    baseline: shops.every(({ baseline }) => baseline?.length),
  };
  expect(Object.entries(uses).filter(([, used]) => !used)).toEqual([]);
});

test('has as many operations as asked for, and no order more than needed', () => {
  const { jobs } = shopProblem({ kind: 'jobshop', seed: 3, operations: 500 });
  const count = jobs.reduce((sum, { operations }) => sum + operations.length, 0);
  expect(count).toBeGreaterThanOrEqual(500);
  expect(count - jobs[jobs.length - 1].operations.length).toBeLessThan(500);
});
