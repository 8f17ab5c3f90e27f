import { claimed } from '../claimed';
import type { Placement, ProblemInput } from '../files';
import { verify } from '../verify';

/** One oven, plain at time 0, [0, 10) and [20, 40); nut after plain takes 3 s, plain after nut 2 s; each loaf bakes 4 s. */
function shop(interruptible: boolean): ProblemInput {
  const modes = [{ station: 'oven', run: 4, setup: 1 }];
  return {
    version: 1,
    horizon: 100,
    stations: [
      {
        id: 'oven',
        calendar: [
          [0, 10],
          [20, 30],
          [30, 40],
        ],
        changeover: 'm',
        family: 'plain',
        freeAt: 2,
      },
    ],
    changeovers: {
      m: {
        families: ['plain', 'nut'],
        seconds: [
          [0, 3],
          [2, 0],
        ],
      },
    },
    jobs: [
      { id: 'N', operations: [{ id: 'bake', family: 'nut', modes, interruptible }] },
      { id: 'P', operations: [{ id: 'bake', family: 'plain', modes, interruptible }] },
    ],
  };
}
const nut = (start: number, runStart: number, end: number): Placement => ({
  op: 'N/bake',
  station: 'oven',
  start,
  runStart,
  end,
});
const plain = (start: number, runStart: number, end: number): Placement => ({
  op: 'P/bake',
  station: 'oven',
  start,
  runStart,
  end,
});
function messages(interruptible: boolean, ...operations: Placement[]): string[] {
  const problem = shop(interruptible);
  return verify(problem, claimed(problem, operations)).violations.map(({ message }) => message);
}

test('changeover and run within one interval; touching intervals are one', () => {
  expect(messages(false, nut(2, 6, 10), plain(27, 30, 34))).toEqual([]);
});

test('an interruptible run pauses over a gap', () => {
  expect(messages(true, nut(5, 9, 23), plain(23, 26, 30))).toEqual([]);
  expect(messages(false, nut(5, 9, 23), plain(23, 26, 30))).toEqual([
    'N/bake: [5, 23) is not within one working interval of oven',
  ]);
});

test('an interruptible changeover too', () => {
  expect(messages(true, plain(2, 3, 7), nut(8, 22, 26))).toEqual([]);
});

test('one at a time', () => {
  expect(messages(false, nut(2, 6, 10), plain(9, 12, 16))).toContain(
    'P/bake: starts at 9, oven is busy with N/bake until 10',
  );
});

test('not before the station is free', () => {
  expect(messages(false, nut(1, 5, 9), plain(20, 23, 27))).toEqual([
    'N/bake: starts at 1, oven is not free until 2',
  ]);
});

test('the changeover depends on what ran before', () => {
  expect(messages(false, plain(2, 3, 7), nut(20, 24, 28))).toEqual([]);
  expect(messages(false, nut(2, 6, 10), plain(20, 21, 25))).toEqual([
    'P/bake: 1 s of changeover on oven, needs 3 s',
  ]);
});

test('the run takes its working time, no more and no less', () => {
  expect(messages(false, nut(2, 6, 9), plain(20, 23, 28))).toEqual([
    'N/bake: runs 3 s on oven, needs 4 s',
    'P/bake: runs 5 s on oven, needs 4 s',
  ]);
});

test('instants are where work begins and ends, not in the gap beside it', () => {
  expect(messages(true, plain(2, 3, 7), nut(15, 24, 28))).toContain('N/bake: start 15 is not working time');
  expect(messages(true, nut(2, 6, 20), plain(20, 23, 27))).toEqual([
    'N/bake: the last second before end 20 is not working time',
  ]);
  expect(messages(true, plain(2, 3, 7), nut(20, 24, 28))).toEqual([]);
  expect(messages(true, plain(6, 7, 21), nut(36, 40, 44))).toContain(
    'N/bake: runStart 40 is not working time',
  );
});

test('without changeover the run begins at once; without run it ends at once', () => {
  const problem = shop(true);
  problem.jobs[0].operations[0].modes[0] = { station: 'oven', run: 0, setup: 0 };
  problem.jobs[0].operations[0].family = 'plain';
  problem.jobs[1].operations[0].modes = [{ station: 'oven', run: 4 }];
  const schedule = claimed(problem, [plain(10, 20, 24), nut(30, 30, 30)]);
  expect(verify(problem, schedule).violations.map(({ message }) => message)).toEqual([
    'P/bake: no changeover, but start 10 is not runStart 20',
  ]);
  const late = claimed(problem, [plain(20, 20, 24), nut(9, 9, 10)]);
  expect(verify(problem, late).violations.map(({ message }) => message)).toEqual([
    'N/bake: runs 1 s on oven, needs 0 s',
    'N/bake: no run, but runStart 9 is not end 10',
  ]);
});
