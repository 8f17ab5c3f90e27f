import type { Release, WorkOrderDraft } from '@takt/production';
import { hypotheticalWork } from './hypothetical';

const step = (no: number, sec: number) => ({
  no,
  qtyTarget: '10',
  status: 'ready' as const,
  routing: {
    no,
    name: 'x',
    family: null,
    skill: 'bake',
    crew: 1,
    stations: [{ station: 's1', runSecPerUnit: sec, setupSec: 60 }],
    waitMinSec: 30,
    waitMaxSec: null,
    interruptible: true,
    limits: [],
    instruction: '',
    instructionZh: '',
    steps: [],
  },
});
const draft = (
  item: string,
  parent: number | null,
  feeds: number | null,
  operations: ReturnType<typeof step>[],
): WorkOrderDraft => ({
  item,
  qty: '10',
  kind: 'make-to-order',
  order: null,
  orderLine: null,
  releaseAt: 0,
  dueAt: 900,
  weight: 2,
  parent,
  feedsOperationNo: feeds,
  operations,
  needs: [],
});

it('what a demand would release, chained and fed', () => {
  const release: Release = {
    workOrders: [
      draft('cake', null, null, [step(10, 2), step(20, 1.25)]),
      draft('dough', 0, 10, [step(10, 3)]),
    ],
  };
  const work = hypotheticalWork(release, 'Q');
  expect(work.tops).toEqual(['Q-1']);
  expect(work.workOrders.map(({ id, dueAt, weight }) => [id, dueAt, weight])).toEqual([
    ['Q-1', 900, 2],
    ['Q-2', 900, 2],
  ]);
  expect(
    work.operations.map(({ id, modes, after }) => [
      id,
      modes[0]?.runSec,
      after.map(({ operation, minSec }) => `${operation}+${minSec}`),
    ]),
  ).toEqual([
    ['Q-1.10', 20, ['Q-2.10+0']],
    ['Q-1.20', 13, ['Q-1.10+30']],
    ['Q-2.10', 30, []],
  ]);
});
