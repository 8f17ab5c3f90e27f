import { claimed } from './claimed';
import type { ProblemInput, ScheduleInput } from './files';
import { verify } from './verify';

const problem: ProblemInput = {
  version: 1,
  horizon: 100,
  stations: [{ id: 'oven', calendar: [[0, 100]] }],
  jobs: [{ id: 'A', due: 3, weight: 2, operations: [{ id: 'bake', modes: [{ station: 'oven', run: 5 }] }] }],
};
const schedule = claimed(problem, [{ op: 'A/bake', station: 'oven', start: 0, runStart: 0, end: 5 }]);
const messages = (change: Partial<ScheduleInput>) =>
  verify(problem, { ...schedule, ...change }).violations.map(({ message }) => message);

test('accepts what is right', () => {
  expect(verify(problem, schedule)).toMatchObject({ violations: [], score: 4n, placed: 1, unplaced: 0 });
});

test('refuses a wrong score and a wrong term', () => {
  expect(messages({ score: 3 })).toEqual(['score: claims 3, is 4']);
  expect(messages({ terms: { ...schedule.terms, tardiness: 3 } })).toEqual([
    'terms.tardiness: claims 3, is 4',
  ]);
});

test('refuses a wrong account of what moved', () => {
  const baseline = [{ op: 'A/bake', station: 'oven', start: 2 }];
  const price = { moveSecond: 3 };
  const terms = { ...schedule.terms, moves: 6 };
  const claim = { operations: 1, stations: 0, seconds: 2, cost: 6 };
  const told = (change: object) =>
    verify(
      { ...problem, baseline, price },
      { ...schedule, score: 10, terms, moved: { ...claim, ...change } },
    ).violations.map(({ message }) => message);
  expect(told({})).toEqual([]);
  expect(told({ operations: 0, cost: 5 })).toEqual([
    'moved.operations: claims 0, is 1',
    'moved.cost: claims 5, is 6',
  ]);
});

test('refuses wrong late jobs', () => {
  expect(messages({ late: [] })).toEqual(['A: claimed late by 0 s, is late by 2 s']);
  expect(messages({ late: [{ job: 'A', bySeconds: 2, chain: [] }] })).toEqual([
    'A: late without a chain of reasons',
  ]);
  const late = [...(schedule.late ?? []), { job: 'Z', bySeconds: 1, chain: [] }];
  expect(messages({ late })).toEqual(['Z: claimed late, but no such job']);
});

test('refuses a bound above the score of a complete plan', () => {
  expect(messages({ bound: 4 })).toEqual([]);
  expect(messages({ bound: 5 })).toEqual(['bound: claims that no plan is below 5, this one is 4']);
});

test('refuses what is no problem or schedule file, with path and value', () => {
  const broken = { ...schedule, operations: [{ ...schedule.operations[0], end: 5.5 }] };
  const [fault] = verify(problem, broken).violations;
  expect(fault).toMatchObject({ rule: 'file', at: 'schedule.operations[0].end' });
  expect(fault.message).toMatch(/expected int.*Maybe/s);
  expect(verify(null, {}).violations[0]).toMatchObject({ rule: 'file', at: 'problem' });
});
