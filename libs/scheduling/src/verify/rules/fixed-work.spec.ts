import { claimed } from '../claimed';
import type { Placement, ProblemInput } from '../files';
import { verify } from '../verify';

const problem: ProblemInput = {
  version: 1,
  horizon: 50,
  stations: [{ id: 'oven', calendar: [[0, 20]], changeover: 'm', family: 'plain', freeAt: 3 }],
  changeovers: {
    m: {
      families: ['plain', 'nut'],
      seconds: [
        [0, 4],
        [4, 0],
      ],
    },
  },
  jobs: [
    {
      id: 'A',
      release: 40,
      operations: [{ id: 'bake', family: 'nut', modes: [{ station: 'oven', run: 5 }] }],
    },
    { id: 'B', operations: [{ id: 'bake', family: 'nut', modes: [{ station: 'oven', run: 5 }] }] },
  ],
  fixed: [{ op: 'A/bake', station: 'oven', start: 0, end: 9 }],
};
const fixed: Placement = { op: 'A/bake', station: 'oven', start: 0, runStart: 0, end: 9 };
const next: Placement = { op: 'B/bake', station: 'oven', start: 9, runStart: 9, end: 14 };
const messages = (...operations: Placement[]) =>
  verify(problem, claimed(problem, operations)).violations.map(({ message }) => message);

test('fixed work is taken as given, needs no changeover, and leaves its family behind', () => {
  expect(messages(fixed, next)).toEqual([]);
});

test('movable work may not run into it', () => {
  expect(messages(fixed, { ...next, start: 8, runStart: 8, end: 13 })).toEqual([
    'B/bake: starts at 8, oven is busy with A/bake until 9',
  ]);
});

test('it stays where it is', () => {
  expect(messages({ ...fixed, end: 10 }, { ...next, start: 10, runStart: 10, end: 15 })).toEqual([
    'A/bake: fixed at oven [0, 9), placed at oven [0, 10)',
  ]);
});

test('it has no changeover', () => {
  expect(messages({ ...fixed, runStart: 4 }, next)).toEqual([
    'A/bake: fixed work has no changeover: runStart 4, start 0',
  ]);
});

test('it is never unplaced', () => {
  const schedule = claimed(problem, [{ ...next, start: 3, runStart: 7, end: 12 }], {
    unplaced: [{ op: 'A/bake', reason: 'no-interval' }],
  });
  expect(verify(problem, schedule).violations.map(({ message }) => message)).toEqual([
    'A/bake: fixed, but not placed',
  ]);
});
