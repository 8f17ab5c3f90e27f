import { claimed } from './claimed';
import type { Placement, ProblemInput } from './files';
import { verify } from './verify';

/** Two jobs of two operations; every price differs, so that a term cannot hide behind another. */
const problem: ProblemInput = {
  version: 1,
  horizon: 1000,
  stations: [
    { id: 'm1', calendar: [[0, 500]], overtime: [[500, 560]], changeover: 'm', family: 'a' },
    { id: 'm2', calendar: [[0, 500]] },
  ],
  changeovers: {
    m: {
      families: ['a', 'b'],
      seconds: [
        [0, 20],
        [30, 0],
      ],
    },
  },
  jobs: [
    {
      id: 'A',
      due: 90,
      weight: 5,
      earliness: 3,
      flow: 2,
      operations: [
        { id: '1', family: 'b', modes: [{ station: 'm1', run: 50, setup: 4 }] },
        { id: '2', after: [{ op: 'A/1' }], modes: [{ station: 'm2', run: 40 }] },
      ],
    },
    {
      id: 'B',
      due: 300,
      earliness: 3,
      operations: [{ id: '1', family: 'a', modes: [{ station: 'm1', run: 50 }] }],
    },
  ],
  baseline: [
    { op: 'A/1', station: 'm1', start: 10 },
    { op: 'B/1', station: 'm2', start: 110 },
  ],
  price: { changeover: 7, overtime: 11, moveSecond: 13, moveStation: 600 },
};
const plan: Placement[] = [
  { op: 'A/1', station: 'm1', start: 0, runStart: 24, end: 74 },
  { op: 'A/2', station: 'm2', start: 74, runStart: 74, end: 114 },
  { op: 'B/1', station: 'm1', start: 74, runStart: 104, end: 154 },
];
const opened = [{ station: 'm1', interval: [500, 560] as [number, number] }];

test('each term, to be checked in the head', () => {
  expect(verify(problem, claimed(problem, plan, { opened }))).toMatchObject({
    violations: [],
    terms: {
      tardiness: 5n * 24n, // A ends at 114, due 90
      earliness: 3n * 146n, // B ends at 154, due 300
      flow: 2n * 90n, // A runs from 24 to 114
      changeover: 7n * 54n, // 20 + 4 to b, 30 back to a
      overtime: 11n * 60n,
      moves: 13n * (14n + 6n) + 600n, // A/1 14 s later, B/1 6 s earlier and on another station
    },
    score: 120n + 438n + 180n + 378n + 660n + 860n,
  });
});

test('fixed work pays neither changeover nor moves', () => {
  const fixed = [{ op: 'A/1', station: 'm1', start: 24, end: 74 }];
  const [first, ...others] = plan;
  const running = { ...problem, fixed };
  expect(verify(running, claimed(running, [{ ...first, start: 24 }, ...others]))).toMatchObject({
    violations: [],
    terms: { changeover: 7n * 30n, moves: 13n * 6n + 600n },
  });
});

test('a job that is not complete has no date to be judged by', () => {
  const schedule = claimed(problem, [plan[0]], {
    unplaced: ['A/2', 'B/1'].map((op) => ({ op, reason: 'no-interval' })),
  });
  expect(verify(problem, schedule)).toMatchObject({
    violations: [],
    terms: { tardiness: 0n, earliness: 0n, flow: 0n, changeover: 7n * 24n },
  });
});

test('large weights stay exact', () => {
  const weight = Number.MAX_SAFE_INTEGER;
  const heavy = structuredClone(problem);
  heavy.jobs[0].weight = weight;
  expect(verify(heavy, { ...claimed(problem, plan, { opened }) }).terms?.tardiness).toBe(
    BigInt(weight) * 24n,
  );
});
