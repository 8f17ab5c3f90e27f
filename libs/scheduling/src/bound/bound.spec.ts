import { readProblem } from '../read/read-problem';
import { solve } from '../solve';

type Step = { run: number; station?: string; flow?: number };

function boundOf(jobs: { due: number; weight?: number; flow?: number; steps: Step[] }[], stations = ['a']) {
  const reading = readProblem({
    version: 1,
    horizon: 1000,
    stations: stations.map((id) => ({ id, calendar: [[0, 1000]] })),
    jobs: jobs.map(({ steps, ...job }, j) => ({
      id: `J${j}`,
      ...job,
      operations: steps.map(({ run, station }, i) => ({
        id: `o${i}`,
        modes: station ? [{ station, run }] : stations.map((id) => ({ station: id, run })),
        after: i > 0 ? [{ op: `o${i - 1}` }] : [],
      })),
    })),
    price: { changeover: 1 },
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  const { bound, score } = solve(reading.problem, { moves: 500 });
  return { bound, score };
}

test('a job alone: its runs one after the other', () => {
  expect(boundOf([{ due: 10, weight: 3, steps: [{ run: 8 }, { run: 6 }] }])).toEqual({
    bound: 12,
    score: 12,
  });
});

test('several jobs on one station: the i-th end against the i-th due date', () => {
  // ends at 5 and 10, due at 4 and 4, weight at least 2
  const job = { due: 4, weight: 2, steps: [{ run: 5, station: 'a' }] };
  expect(boundOf([job, job])).toEqual({ bound: 2 * (1 + 6), score: 14 });
});

test('parallel work of one job: the load of all its stations together', () => {
  const reading = { due: 0, steps: [] as Step[] };
  expect(boundOf([{ ...reading, steps: [{ run: 7 }] }], ['a', 'b'])).toEqual({ bound: 7, score: 7 });
});

test('flow is at least the way through the job', () => {
  expect(boundOf([{ due: 900, flow: 2, steps: [{ run: 3 }, { run: 4 }] }])).toEqual({ bound: 14, score: 14 });
});

test('no bound where it says nothing, and the optimum where nothing costs', () => {
  expect(boundOf([{ due: 100, steps: [{ run: 5 }] }])).toEqual({ bound: 0, score: 0 });
});
