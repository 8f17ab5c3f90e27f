import { entry, facts, MIN, operation } from '../test/sample';
import { lateCauses } from './late-cause';

const order = (id: string, due: number) => ({
  id,
  releaseAt: 0,
  dueAt: due * MIN,
  weight: 1,
  toStock: false,
});

it('names the first thing that is not the own work of a late order, the latest order first', () => {
  const operations = [
    operation('A.10', 5, ['s1']),
    operation('B.10', 5, ['s1']),
    operation('B.20', 5, ['s2'], { after: [{ operation: 'B.10', minSec: 0, maxSec: null }] }),
    operation('C.10', 5, ['s2'], { after: [{ operation: 'B.20', minSec: 0, maxSec: null }] }),
    operation('D.10', 5, ['s2'], { status: 'held' }),
  ];
  const published = [
    entry('A.10', 's1', [100, 105], { fixed: 'running' }),
    entry('B.10', 's1', [105, 110]),
    entry('B.20', 's2', [110, 115]),
    entry('C.10', 's2', [115, 120]),
    entry('D.10', 's2', [200, 205]),
  ];
  const workOrders = [order('A', 105), order('B', 114), order('C', 100), order('D', 202)];
  const causes = lateCauses(facts(100, { operations, published, workOrders }));
  expect(
    causes.map(({ workOrder, operation: last, line, lateSec, binding: { kind, subject }, station }) => [
      workOrder,
      last,
      line,
      lateSec,
      kind,
      subject,
      station,
    ]),
  ).toEqual([
    ['C', 'C.10', 'a', 1200, 'after', 'B.20', null],
    ['D', 'D.10', 'a', 180, 'hold', 'D.10', null],
    ['B', 'B.20', 'a', 60, 'station', 'A.10', 's1'],
  ]);
});

it('finds nothing where all is in time', () => {
  const given = { operations: [operation('A.10', 5, ['s1'])], published: [entry('A.10', 's1', [0, 5])] };
  expect(lateCauses(facts(0, given))).toEqual([]);
});
