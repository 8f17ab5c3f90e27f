import { figuresOf } from './figures';
import { entry, facts, MIN, operation, station } from '../test/sample';

it('figures of a plan: lateness, changeover, end and utilisation', () => {
  const given = facts(0, {
    stations: [station('s1', { work: [[0, 100 * MIN]] })],
    operations: [operation('A.10', 30, ['s1']), operation('B.10', 20, ['s1'])],
    workOrders: [
      { id: 'A', releaseAt: 0, dueAt: 40 * MIN, weight: 1, toStock: false },
      { id: 'B', releaseAt: 0, dueAt: 50 * MIN, weight: 1, toStock: false },
    ],
  });
  const entries = [entry('A.10', 's1', [0, 30]), { ...entry('B.10', 's1', [30, 60]), runStartAt: 40 * MIN }];
  expect(figuresOf(given, entries, [])).toEqual({
    lateOrders: 1,
    lateSec: 600,
    changeoverSec: 600,
    movedOperations: 0,
    operations: 2,
    endAt: 60 * MIN,
    utilisation: 0.6,
  });
});
