import type { Job, Problem } from '../problem';
import { readProblem } from '../read/read-problem';
import { earliestHarmlessDate, priceDates } from './dates';
import { insertionCost } from './insertion';
import { overtimeValues } from './overtime-value';

/** One press, an hour a job; A and B fill it until 7200, both just in time. */
function shop(more: object = {}): Problem {
  const job = (id: string, due: number) => ({
    id,
    due,
    weight: 2,
    operations: [{ id: 'press', modes: [{ station: 'press', run: 3600 }] }],
  });
  const reading = readProblem({
    version: 1,
    horizon: 100_000,
    stations: [{ id: 'press', calendar: [[0, 100_000]], ...more }],
    jobs: [job('A', 3600), job('B', 7200)],
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.problem;
}

const order = (due: number, weight = 1): Job => ({
  id: 'new',
  release: 0,
  due,
  weight,
  earliness: 0,
  flow: 0,
  operations: [
    {
      id: 'press',
      after: [],
      modes: [{ station: 'press', run: 1800, setup: 0, pools: [] }],
      interruptible: true,
      ready: 0,
    },
  ],
});
const effort = { moves: 300, seed: 1 };

test('an order behind all others costs its own tardiness and hurts nobody', () => {
  // ends at 9000, 1000 s late at 1 a second
  expect(insertionCost(shop(), order(8000), effort)).toMatchObject({ cost: 1000, end: 9000, hurt: [] });
});

test('an order of weight goes first and says whom it hurts', () => {
  const { cost, end, hurt } = insertionCost(shop(), order(1800, 10), effort);
  expect({ cost, end }).toEqual({ cost: 2 * 1800 * 2, end: 1800 });
  expect(hurt).toEqual([
    { job: 'A', bySeconds: 1800 },
    { job: 'B', bySeconds: 1800 },
  ]);
});

test('an order that finds no place costs nothing that could be named', () => {
  const late = { ...order(100), release: 99_000 };
  expect(insertionCost(shop(), late, effort)).toMatchObject({ cost: null, end: null });
});

test('the earliest date that hurts nobody is behind those who need the time before', () => {
  expect(earliestHarmlessDate(shop(), order(0, 100), effort)).toMatchObject({ end: 9000, hurt: [] });
});

test('the earliest date that hurts nobody is at once where somebody has time to spare', () => {
  const problem = shop();
  const patient = { ...problem, jobs: problem.jobs.map((job) => ({ ...job, due: job.due! + 1800 })) };
  expect(earliestHarmlessDate(patient, order(0), effort)).toMatchObject({ end: 1800, hurt: [] });
});

test('dates have prices, the latest first, never rising with time', () => {
  const prices = priceDates(shop(), order(0), [9000, 8000, 8500], effort);
  expect(prices.map(({ due, cost }) => [due, cost])).toEqual([
    [9000, 0],
    [8500, 500],
    [8000, 1000],
  ]);
});

test('an hour of overtime is worth what it saves', () => {
  const problem = shop({
    calendar: [
      [0, 3600],
      [10_000, 20_000],
    ],
  });
  // B ends at 13600 instead of 7200 without, in time with the hour
  expect(overtimeValues(problem, effort)).toEqual([
    { station: 'press', interval: [3600, 7200], value: (13_600 - 7200) * 2 },
  ]);
  expect(overtimeValues(shop(), effort)).toEqual([{ station: 'press', interval: null, value: 0 }]);
});
