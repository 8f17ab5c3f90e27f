import { readProblem } from '../read/read-problem';
import { scoreOf, scoreTerms } from './terms';

test('the score is the sum of all terms; a job that is not placed as a whole counts in none of its own', () => {
  const reading = readProblem({
    version: 1,
    horizon: 1000,
    stations: [{ id: 's', calendar: [[0, 1000]] }],
    jobs: [
      {
        id: 'A',
        due: 20,
        weight: 3,
        flow: 1,
        operations: [
          { id: 'x', modes: [{ station: 's', run: 10 }] },
          { id: 'y', modes: [{ station: 's', run: 10 }] },
        ],
      },
      { id: 'B', due: 5, weight: 7, operations: [{ id: 'x', modes: [{ station: 's', run: 10 }] }] },
      { id: 'C', due: 90, earliness: 2, operations: [{ id: 'x', modes: [{ station: 's', run: 10 }] }] },
    ],
    baseline: [{ op: 'A/y', station: 's', start: 11 }],
    price: { changeover: 1, overtime: 2, moveSecond: 4 },
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  const operations = [
    { op: 'A/x', station: 's', start: 0, runStart: 0, end: 10 },
    { op: 'A/y', station: 's', start: 10, runStart: 15, end: 25 },
    { op: 'C/x', station: 's', start: 25, runStart: 25, end: 35 },
  ];
  const terms = scoreTerms(reading.problem, operations, [{ station: 's', interval: [40, 50] }], [5]);
  // A: 3 · 5 late, 1 · 25 of flow; C: 2 · 55 early; changeover 5; overtime 2 · 10; A/y moved by 4 · 4; B not placed
  expect(terms).toEqual({ tardiness: 15, earliness: 110, flow: 25, changeover: 5, overtime: 20, moves: 16 });
  expect(scoreOf(terms)).toBe(191);
});
