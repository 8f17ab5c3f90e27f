import type { Schedule } from '../src';
import { rowOf, summary, toCsv, printedLine, columns, headLine } from './row';

const terms = { tardiness: 0, earliness: 0, flow: 0, changeover: 0, overtime: 0, moves: 0 };
const schedule: Schedule = {
  score: 102,
  terms,
  operations: [{ op: 'a/b', station: 's', start: 0, runStart: 0, end: 1 }],
  opened: [],
  unplaced: [],
  moved: { operations: 0, stations: 0, seconds: 0, cost: 0 },
  bound: 90,
  seed: 1,
  moves: 500,
  trace: [],
  late: [],
};
const measured = {
  schedule,
  firstPlanMs: 1.26,
  solveMs: 1000,
  movesPerSecond: 500,
  memoryMb: 64.4,
  violations: [],
};
const mk = { name: 'mk01', open: () => ({}) as never, bestKnown: 100, lowerBound: 95 };

test('a row of the table', () => {
  const row = rowOf(mk, measured, 3);
  expect(row).toMatchObject({
    instance: 'mk01',
    best_known: 100,
    result: 102,
    gap_percent: 2,
    first_plan_ms: 1.3,
    seed: 3,
  });
  expect(printedLine(row).split(/\s+/)).toEqual(['mk01', '100', '102', '2', '1.3', '500', '64']);
  expect(headLine()).toHaveLength(printedLine(row).length);
  expect(toCsv([row])).toBe(`${columns.join(',')}\nmk01,100,102,2,1.3,500,64,95,90,1,0,0,1000,500,3,\n`);
});

test('no gap of a plan that is not complete or not valid', () => {
  const unplaced = [{ op: 'a/c', reason: 'no_time' as const, facts: {} }];
  expect(rowOf(mk, { ...measured, schedule: { ...schedule, unplaced } }, 1)).toMatchObject({
    gap_percent: undefined,
    note: '1 unplaced',
    operations: 2,
  });
  expect(rowOf(mk, { ...measured, violations: ['overlap: x'] }, 1)).toMatchObject({
    gap_percent: undefined,
    note: 'overlap: x',
  });
  const refused = rowOf(mk, { refused: 'jobs: missing' }, 1);
  expect([refused.result, refused.note]).toEqual([undefined, 'jobs: missing']);
});

test('the summary counts what was reached and what is not valid', () => {
  const good = rowOf({ ...mk, bestKnown: 102 }, measured, 1);
  const worse = rowOf(mk, measured, 1);
  const unknown = rowOf({ ...mk, bestKnown: undefined }, measured, 1);
  const broken = rowOf(mk, { refused: 'crash' }, 1);
  expect(summary([good, worse, unknown, broken])).toEqual([
    '4 instances, 3 complete and verified, 1 not valid or not solved',
    'gap of 2: mean 1.000 %, median 1.000 %, largest 2.000 %',
    'best known reached on 1 of 3',
  ]);
});
