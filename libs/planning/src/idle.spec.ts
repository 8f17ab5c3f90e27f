import { entry, facts, MIN, operation, station } from '../test/sample';
import type { PlanningFacts, PlanningOperation } from './facts';
import { workToFetch } from './idle';

const order = { id: 'A', releaseAt: 0, dueAt: 900 * MIN, weight: 1, toStock: false };
/** now is minute 100, people prepare until minute 220; A.10 is planned at minute 300 */
const fetched = (rest: Partial<PlanningFacts> = {}, own: Partial<PlanningOperation> = {}) => [
  ...workToFetch(
    facts(100, {
      workOrders: [order],
      operations: [operation('A.10', 60, ['s1'], own)],
      published: [entry('A.10', 's1', [300, 360])],
      ...rest,
    }),
  ),
];

it('fetches work that could be done at a station that is free for half an hour', () =>
  expect(fetched()).toEqual(['A']));

it('fetches the first work first, until the time is filled', () => {
  const ids = ['A', 'B', 'C'];
  const rest = {
    workOrders: ids.map((id) => ({ ...order, id })),
    operations: ids.map((id) => operation(`${id}.10`, 46, ['s1'])),
    published: [
      entry('A.10', 's1', [400, 446]),
      entry('B.10', 's1', [300, 346]),
      entry('C.10', 's1', [350, 396]),
    ],
  };
  // 120 minutes are free: after B and C less than half an hour
  expect(fetched(rest)).toEqual(['B', 'C']);
});

it.each([
  ['the plan uses it', { published: [entry('B.10', 's1', [100, 191]), entry('A.10', 's1', [300, 360])] }],
  ['it is closed', { stations: [station('s1', { work: [[250 * MIN, 900 * MIN]] })] }],
  ['it is down', { stations: [station('s1', { downUntil: 200 * MIN })] }],
  ['the work is planned for soon', { published: [entry('A.10', 's1', [210, 270])] }],
  ['the order is not released', { workOrders: [{ ...order, releaseAt: 101 * MIN }] }],
])('fetches nothing when %s', (_, rest) => expect(fetched(rest)).toEqual([]));

it.each([
  ['waits for another operation', { after: [{ operation: 'A.05', minSec: 0, maxSec: null }] }],
  ['waits for material', { readyAt: 101 * MIN }],
  ['is held', { status: 'held' as const }],
  ['is pinned', { pinned: true }],
  ['is for another station', { modes: [{ station: 's9', runSec: 60, setupSec: 0 }] }],
])('fetches nothing when the work %s', (_, own) => expect(fetched({}, own)).toEqual([]));

it('counts what people have to do elsewhere', () => {
  const pools = [{ id: 'skill:baker', capacity: [[0, 1000 * MIN, 1]] as const }];
  const baking = { skill: 'baker', crew: 1 };
  const other = operation('B.10', 100, ['s2'], baking);
  const published = [entry('B.10', 's2', [100, 191]), entry('A.10', 's1', [300, 360])];
  const operations = [operation('A.10', 60, ['s1'], baking), other];
  expect(fetched({ pools, operations, published })).toEqual([]);
  const shorter = [entry('B.10', 's2', [100, 190]), published[1]!];
  expect(fetched({ pools, operations, published: shorter })).toEqual(['A']);
});
