import { claimed } from '../claimed';
import type { Placement, ProblemInput } from '../files';
import { verify } from '../verify';

const problem: ProblemInput = {
  version: 1,
  horizon: 30,
  stations: [
    {
      id: 'oven',
      calendar: [
        [0, 10],
        [20, 40],
      ],
      overtime: [
        [10, 12],
        [12, 15],
      ],
    },
  ],
  jobs: [{ id: 'A', operations: [{ id: 'bake', modes: [{ station: 'oven', run: 8 }] }] }],
};
const bake = (start: number): Placement => ({
  op: 'A/bake',
  station: 'oven',
  start,
  runStart: start,
  end: start + 8,
});
const messages = (start: number, ...intervals: [number, number][]) =>
  verify(
    problem,
    claimed(problem, [bake(start)], { opened: intervals.map((interval) => ({ station: 'oven', interval })) }),
  ).violations.map(({ message }) => message);

test('work ends within the horizon', () => {
  expect(messages(22)).toEqual([]);
  expect(messages(23)).toEqual(['A/bake: ends at 31, the horizon is 30']);
});

test('opened overtime is working time and joins what it touches', () => {
  expect(messages(4, [10, 12])).toEqual([]);
  expect(messages(6, [10, 12], [12, 15])).toEqual([]);
  expect(messages(4)).toEqual([
    'A/bake: runs 6 s on oven, needs 8 s',
    'A/bake: [4, 12) is not within one working interval of oven',
    'A/bake: the last second before end 12 is not working time',
  ]);
});

test('only as a whole, only what is offered, only once', () => {
  expect(messages(0, [10, 11])).toEqual(['oven: no overtime interval [10, 11)']);
  expect(messages(0, [10, 12], [10, 12])).toEqual(['oven: [10, 12) opened twice']);
  const elsewhere = claimed(problem, [bake(0)], { opened: [{ station: 'fryer', interval: [10, 12] }] });
  expect(verify(problem, elsewhere).violations.map(({ message }) => message)).toEqual([
    'fryer: no overtime interval [10, 12)',
  ]);
});
