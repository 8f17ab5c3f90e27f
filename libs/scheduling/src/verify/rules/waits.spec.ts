import { claimed } from '../claimed';
import type { Placement, ProblemInput } from '../files';
import { verify } from '../verify';

/** Form, then bake 3 to 6 s later; released at 5, baking tins there at 12; baking from cold takes 2 s of changeover. */
const problem: ProblemInput = {
  version: 1,
  horizon: 100,
  stations: [
    { id: 'bench', calendar: [[0, 100]] },
    { id: 'oven', calendar: [[0, 100]] },
  ],
  jobs: [
    {
      id: 'A',
      release: 5,
      operations: [
        { id: 'form', modes: [{ station: 'bench', run: 4 }] },
        {
          id: 'bake',
          after: [{ op: 'A/form', min: 3, max: 6 }],
          ready: 12,
          modes: [{ station: 'oven', run: 4, setup: 2 }],
        },
      ],
    },
  ],
};
const form = (start: number): Placement => ({
  op: 'A/form',
  station: 'bench',
  start,
  runStart: start,
  end: start + 4,
});
const bake = (runStart: number): Placement => ({
  op: 'A/bake',
  station: 'oven',
  start: runStart - 2,
  runStart,
  end: runStart + 4,
});
const messages = (...operations: Placement[]) =>
  verify(problem, claimed(problem, operations)).violations.map(({ message }) => message);

test('the changeover may begin before the wait is over', () =>
  expect(messages(form(5), bake(12))).toEqual([]));

test('not before the release', () =>
  expect(messages(form(4), bake(12))).toEqual(['A/form: runs from 4, released at 5']));

test('not before the material is there', () =>
  expect(messages(form(5), bake(11))).toContain('A/bake: runs from 11, material ready at 12'));

test('not too early', () =>
  expect(messages(form(6), bake(12))).toEqual(['A/bake: runs 2 s after A/form, at least 3 s are needed']));

test('not too late', () =>
  expect(messages(form(5), bake(16))).toEqual(['A/bake: runs 7 s after A/form, at most 6 s are allowed']));

test('a reference without job means the same job', () => {
  const short = structuredClone(problem);
  short.jobs[0].operations[1].after = [{ op: 'form', min: 3 }];
  const schedule = claimed(short, [form(6), bake(12)]);
  expect(verify(short, schedule).violations.map(({ rule }) => rule)).toEqual(['wait']);
});

test('not without what it follows', () => {
  const schedule = claimed(problem, [bake(12)], { unplaced: [{ op: 'A/form', reason: 'no-interval' }] });
  expect(verify(problem, schedule).violations.map(({ message }) => message)).toEqual([
    'A/bake: placed, but A/form, which it follows, is not',
  ]);
});
