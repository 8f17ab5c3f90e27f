import { claimed } from '../claimed';
import type { Placement, ProblemInput } from '../files';
import { verify } from '../verify';

/** Two benches, [0, 10) and [20, 30); one baker in the first interval, two in the second; A, B each take 5 s and one baker. */
const problem: ProblemInput = {
  version: 1,
  horizon: 100,
  stations: ['bench-1', 'bench-2'].map((id) => ({
    id,
    calendar: [
      [0, 10],
      [20, 30],
    ] as [number, number][],
  })),
  pools: [
    {
      id: 'baker',
      capacity: [
        [0, 10, 1],
        [10, 20, 0],
        [20, 30, 2],
      ],
    },
  ],
  jobs: ['A', 'B'].map((id) => ({
    id,
    operations: [
      {
        id: 'form',
        interruptible: true,
        modes: ['bench-1', 'bench-2'].map((station) => ({
          station,
          run: 5,
          setup: 1,
          pools: [['baker', 1] as [string, number]],
        })),
      },
    ],
  })),
};
const a = (start: number, runStart: number, end: number): Placement => ({
  op: 'A/form',
  station: 'bench-1',
  start,
  runStart,
  end,
});
const b = (start: number, runStart: number, end: number): Placement => ({
  op: 'B/form',
  station: 'bench-2',
  start,
  runStart,
  end,
});
const messages = (from: ProblemInput, ...operations: Placement[]) =>
  verify(from, claimed(from, operations)).violations.map(({ message }) => message);

test('as many at work as are present', () => {
  expect(messages(problem, a(20, 21, 26), b(20, 21, 26))).toEqual([]);
  expect(messages(problem, a(3, 4, 9), b(20, 21, 26))).toEqual([]);
});

test('a pause over a gap holds nobody', () => {
  expect(messages(problem, a(8, 9, 24), b(0, 1, 6))).toEqual([]);
});

test('too few present, the changeover counts', () => {
  expect(messages(problem, a(0, 1, 6), b(5, 6, 21))).toEqual(['baker: at 5 2 in use, 1 present']);
});

test('nobody present outside the pool’s intervals', () => {
  const short = structuredClone(problem);
  short.pools = [{ id: 'baker', capacity: [[20, 30, 2]] }];
  expect(messages(short, a(0, 1, 6), b(20, 21, 26))).toEqual(['baker: at 0 1 in use, 0 present']);
});

test('fixed work holds them from start to end; too much fixed work alone is not the schedule’s', () => {
  const running = structuredClone(problem);
  running.fixed = [{ op: 'A/form', station: 'bench-1', start: 2, end: 22 }];
  expect(messages(running, a(2, 2, 22), b(20, 21, 26))).toEqual([]);
  expect(messages(running, a(2, 2, 22), b(0, 1, 6))).toEqual(['baker: at 2 2 in use, 1 present']);
});

test('a pool that does not exist', () => {
  const other = structuredClone(problem);
  other.pools = [];
  expect(messages(other, a(0, 1, 6), b(20, 21, 26))).toEqual([
    'A/form: no pool baker',
    'B/form: no pool baker',
  ]);
});
