import { claimed } from '../claimed';
import type { Placement, ProblemInput } from '../files';
import { verify } from '../verify';

const problem: ProblemInput = {
  version: 1,
  horizon: 100,
  stations: [{ id: 'oven', calendar: [[0, 100]] }],
  jobs: [
    { id: 'A', operations: [{ id: 'bake', modes: [{ station: 'oven', run: 5 }] }] },
    { id: 'B', operations: [{ id: 'bake', modes: [{ station: 'oven', run: 5 }] }] },
  ],
};
const a: Placement = { op: 'A/bake', station: 'oven', start: 0, runStart: 0, end: 5 };
const b: Placement = { op: 'B/bake', station: 'oven', start: 5, runStart: 5, end: 10 };
const messages = (operations: Placement[], unplaced: { op: string; reason: string }[] = []) =>
  verify(problem, claimed(problem, operations, { unplaced })).violations.map(({ message }) => message);

test('all placed once, or listed as unplaced', () => {
  expect(messages([a, b])).toEqual([]);
  expect(messages([a], [{ op: 'B/bake', reason: 'no-interval' }])).toEqual([]);
});

test.each([
  ['one left out', [a], [], 'B/bake: neither placed nor unplaced'],
  ['one placed twice', [a, b, { ...a, start: 20, runStart: 20, end: 25 }], [], 'A/bake: placed twice'],
  [
    'both placed and unplaced',
    [a, b],
    [{ op: 'B/bake', reason: 'late' }],
    'B/bake: both placed and unplaced',
  ],
  [
    'one invented',
    [a, b, { ...a, op: 'C/bake' }],
    [],
    'C/bake: placed, but the problem has no such operation',
  ],
  [
    'one invented and unplaced',
    [a, b],
    [{ op: 'C/x', reason: 'late' }],
    'C/x: unplaced, but the problem has no such operation',
  ],
])('%s', (_, operations, unplaced, message) => {
  expect(messages(operations, unplaced)).toEqual([message]);
});
