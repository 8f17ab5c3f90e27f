import { entry, facts, MIN, operation, station } from '../test/sample';
import type { PlanningFacts, PlanningOperation } from './facts';
import { idlesBesideWork } from './idle';

const order = { id: 'A', releaseAt: 0, dueAt: 900 * MIN, weight: 1, toStock: false };
/** now is minute 100, people prepare until minute 220; A.10 is planned at minute 300 */
const idles = (rest: Partial<PlanningFacts> = {}, own: Partial<PlanningOperation> = {}) =>
  idlesBesideWork(
    facts(100, {
      workOrders: [order],
      operations: [operation('A.10', 60, ['s1'], own)],
      published: [entry('A.10', 's1', [300, 360])],
      ...rest,
    }),
  );

it('sees a station that is free for half an hour beside work that could be done', () =>
  expect(idles()).toBe(true));

it.each([
  ['the plan uses it', { published: [entry('B.10', 's1', [100, 191]), entry('A.10', 's1', [300, 360])] }],
  ['it is closed', { stations: [station('s1', { work: [[250 * MIN, 900 * MIN]] })] }],
  ['it is down', { stations: [station('s1', { downUntil: 200 * MIN })] }],
  ['the work is planned for soon', { published: [entry('A.10', 's1', [210, 270])] }],
  ['the order is not released', { workOrders: [{ ...order, releaseAt: 101 * MIN }] }],
])('is content when %s', (_, rest) => expect(idles(rest)).toBe(false));

it.each([
  ['waits for another operation', { after: [{ operation: 'A.05', minSec: 0, maxSec: null }] }],
  ['waits for material', { readyAt: 101 * MIN }],
  ['is held', { status: 'held' as const }],
  ['is pinned', { pinned: true }],
  ['is for another station', { modes: [{ station: 's9', runSec: 60, setupSec: 0 }] }],
])('is content when the work %s', (_, own) => expect(idles({}, own)).toBe(false));

it('counts what people have to do elsewhere', () => {
  const pools = [{ id: 'skill:baker', capacity: [[0, 1000 * MIN, 1]] as const }];
  const baking = { skill: 'baker', crew: 1 };
  const other = operation('B.10', 100, ['s2'], baking);
  const published = [entry('B.10', 's2', [100, 191]), entry('A.10', 's1', [300, 360])];
  const operations = [operation('A.10', 60, ['s1'], baking), other];
  expect(idles({ pools, operations, published })).toBe(false);
  expect(idles({ pools, operations, published: [entry('B.10', 's2', [100, 190]), published[1]!] })).toBe(
    true,
  );
});
