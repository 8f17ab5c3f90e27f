import type { Problem } from './problem';
import { readProblem } from './read/read-problem';
import { solve } from './solve';
import { type ProblemInput, verify } from './verify';

/** Reads a problem, solves it, and fails on any violation that the independent verifier finds. */
function solved(file: ProblemInput, moves = 200) {
  const schedule = solve(problemOf(file), { moves });
  expect(verify(file, schedule as never).violations).toEqual([]);
  return schedule;
}

function problemOf(file: unknown): Problem {
  const reading = readProblem(file);
  if (!reading.ok) throw new Error(reading.faults.map(({ message }) => message).join('\n'));
  return reading.problem;
}

const station = (id: string, more: object = {}) => ({
  id,
  calendar: [[0, 100]] as [number, number][],
  ...more,
});
const shop = (more: object): ProblemInput => ({
  version: 1,
  horizon: 100,
  stations: [station('a'), station('b')],
  jobs: [],
  ...more,
});
const job = (id: string, operations: object[], more: object = {}) =>
  ({ id, operations, ...more }) as ProblemInput['jobs'][number];
const step = (id: string, at: string, run: number, more: object = {}) => ({
  id,
  modes: [{ station: at, run }],
  ...more,
});
const when = (schedule: ReturnType<typeof solved>, op: string) => {
  const placed = schedule.operations.find((o) => o.op === op);
  return placed && [placed.start, placed.runStart, placed.end];
};

describe('solve: hard rules', () => {
  it('plans nothing when there is nothing', () => {
    expect(solved(shop({}))).toMatchObject({ score: 0, operations: [], unplaced: [], late: [] });
  });

  it('one job runs at once', () => {
    expect(when(solved(shop({ jobs: [job('J', [step('x', 'a', 10)], { due: 4 })] })), 'J/x')).toEqual([
      0, 0, 10,
    ]);
  });

  it('an operation pauses over a gap when it may', () => {
    const stations = [
      station('a', {
        calendar: [
          [0, 10],
          [20, 40],
        ],
      }),
    ];
    const at = (interruptible: boolean) =>
      when(solved(shop({ stations, jobs: [job('J', [step('x', 'a', 15, { interruptible })])] })), 'J/x');
    expect(at(true)).toEqual([0, 0, 25]);
    expect(at(false)).toEqual([20, 20, 35]);
  });

  it('a longest wait holds the first operation back until the second can follow', () => {
    const stations = [station('a'), station('b', { freeAt: 50 })];
    const jobs = [
      job('J', [step('x', 'a', 10), step('y', 'b', 5, { after: [{ op: 'x', min: 2, max: 8 }] })]),
    ];
    const schedule = solved(shop({ stations, jobs }));
    expect([when(schedule, 'J/x'), when(schedule, 'J/y')]).toEqual([
      [32, 32, 42],
      [50, 50, 55],
    ]);
  });

  it('people who are absent are waited for', () => {
    const pools = [
      {
        id: 'p',
        capacity: [
          [0, 10, 1],
          [30, 60, 1],
        ],
      },
    ];
    const modes = [{ station: 'a', run: 12, pools: [['p', 1]] }];
    expect(when(solved(shop({ pools, jobs: [job('J', [{ id: 'x', modes }])] })), 'J/x')).toEqual([
      30, 30, 42,
    ]);
  });

  it('work goes round a fixed operation and finds the family that it leaves', () => {
    const changeovers = {
      m: {
        families: ['p', 'q'],
        seconds: [
          [0, 5],
          [7, 0],
        ],
      },
    };
    const stations = [station('a', { changeover: 'm', family: 'p' })];
    const fixed = [{ op: 'F/x', station: 'a', start: 4, end: 20 }];
    const jobs = [
      job('F', [step('x', 'a', 16, { family: 'q' })]),
      job('J', [step('x', 'a', 10, { family: 'p' })]),
    ];
    expect(when(solved(shop({ stations, changeovers, fixed, jobs })), 'J/x')).toEqual([20, 27, 37]);
  });

  it('lists what cannot be placed, with the reason', () => {
    const jobs = [
      job('L', [step('x', 'a', 101), step('y', 'b', 1, { after: [{ op: 'x' }] })]),
      job('P', [{ id: 'x', modes: [{ station: 'a', run: 1, pools: [['p', 2]] }] }]),
      job('T', [step('x', 'a', 60)]),
      job('U', [step('x', 'a', 60)]),
    ];
    const schedule = solved(shop({ pools: [{ id: 'p', capacity: [[0, 9, 1]] }], jobs }));
    expect(schedule.unplaced.map(({ op, reason }) => [op, reason])).toEqual([
      ['L/x', 'no_interval'],
      ['L/y', 'predecessor'],
      ['P/x', 'no_people'],
      [expect.stringMatching(/^[TU]\/x$/), 'no_time'],
    ]);
  });

  it('an operation that must follow a fixed one too soon is listed', () => {
    const stations = [station('a'), station('b', { freeAt: 50 })];
    const fixed = [{ op: 'J/x', station: 'a', start: 0, end: 10 }];
    const jobs = [job('J', [step('x', 'a', 10), step('y', 'b', 5, { after: [{ op: 'x', max: 30 }] })])];
    expect(solved(shop({ stations, fixed, jobs })).unplaced).toMatchObject([
      { op: 'J/y', reason: 'wait_exceeded' },
    ]);
  });
});

describe('solve: the order of the file does not matter', () => {
  it('gives the same bytes for permuted lists', () => {
    const jobs = ['A', 'B', 'C', 'D'].map((id, i) =>
      job(id, [step('x', 'a', 10 + i), step('y', 'b', 9, { after: [{ op: 'x' }] })], { due: 15 * i }),
    );
    const forward = solved(shop({ jobs }));
    const backward = solved(shop({ jobs: [...jobs].reverse(), stations: [station('b'), station('a')] }));
    expect(JSON.stringify(backward)).toBe(JSON.stringify(forward));
  });
});
