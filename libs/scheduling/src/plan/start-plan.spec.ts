import { readProblem } from '../read/read-problem';
import type { StartPlan } from '../schedule';
import { solve } from '../solve';

const day = [[0, 1000]];
const job = (id: string, due: number) => ({
  id,
  due,
  weight: 1,
  operations: [
    {
      id: 'cut',
      modes: [
        { station: 'saw-1', run: 100 },
        { station: 'saw-2', run: 100 },
      ],
    },
  ],
});
const published = [
  { op: 'A/cut', station: 'saw-1', runStart: 0 },
  { op: 'B/cut', station: 'saw-1', runStart: 150 },
  { op: 'C/cut', station: 'saw-2', runStart: 50 },
];

function repaired(change: object, start: StartPlan = { operations: published }, moves = 400) {
  const reading = readProblem({
    version: 1,
    horizon: 1000,
    stations: [
      { id: 'saw-1', calendar: day },
      { id: 'saw-2', calendar: day },
    ],
    jobs: [job('A', 200), job('B', 250), job('C', 300)],
    baseline: published.map(({ op, station, runStart }) => ({ op, station, start: runStart })),
    price: { moveStation: 10 },
    ...change,
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  const { operations } = solve(reading.problem, { moves, start });
  return Object.fromEntries(operations.map(({ op, station, runStart }) => [op, [station, runStart]]));
}
const asPublished = Object.fromEntries(
  published.map(({ op, station, runStart }) => [op, [station, runStart]]),
);

test('a published plan that is good enough stays as it is, to the second', () => {
  expect(repaired({})).toEqual(asPublished);
});

test('after a breakdown what stood there goes elsewhere, the rest stays', () => {
  const stations = [
    { id: 'saw-1', calendar: [[500, 1000]] },
    { id: 'saw-2', calendar: day },
  ];
  const plan = repaired({ stations });
  expect(plan['A/cut']![0]).toBe('saw-2');
  expect(plan['B/cut']![0]).toBe('saw-2');
});

test('a cancelled order leaves the others alone', () => {
  const { 'A/cut': _, ...others } = asPublished;
  const baseline = published.slice(1).map(({ op, station, runStart }) => ({ op, station, start: runStart }));
  expect(repaired({ jobs: [job('B', 250), job('C', 300)], baseline })).toEqual(others);
});

test('a rush order is added by its urgency and published work moves only where it must', () => {
  const plan = repaired({
    jobs: [job('A', 200), job('B', 250), job('C', 300), { ...job('R', 100), weight: 50 }],
  });
  expect(plan['R/cut']![1]).toBe(0);
  expect(
    Object.keys(asPublished).filter((op) => String(plan[op]) === String(asPublished[op])).length,
  ).toBeGreaterThanOrEqual(1);
});

test('a plan without prices or publication is only where the search begins', () => {
  const plan = repaired({ baseline: [], price: {} });
  expect(plan['B/cut']![1]).toBeLessThanOrEqual(150);
});

const withOwn = (own: object) =>
  published.map(({ op, station, runStart }) => ({ op, station, start: runStart, ...own }));
const rush = { ...job('R', 100), weight: 50 };

test('work stays for its own price as long as a rush order pays less by waiting', () => {
  const jobs = [job('A', 200), job('B', 250), job('C', 300), rush];
  // In its place at once the rush order saves 7,500; A would be 50 late elsewhere.
  const patient = repaired({ jobs, baseline: withOwn({ stay: 8000 }) });
  expect(patient).toEqual({ ...asPublished, 'R/cut': ['saw-2', 150] });
  const yielding = repaired({ jobs, baseline: withOwn({ stay: 1000 }) });
  expect(yielding['R/cut']![1]).toBe(0);
});

test('a small delay pushes what follows, in its order, as far as the published plan allows', () => {
  const stations = [
    { id: 'saw-1', calendar: [[30, 1000]] },
    { id: 'saw-2', calendar: day },
  ];
  const dense = published.map((entry) => (entry.op === 'B/cut' ? { ...entry, runStart: 100 } : entry));
  const baseline = dense.map(({ op, station, runStart }) => ({ op, station, start: runStart, within: 30 }));
  expect(repaired({ stations, baseline }, { operations: dense })).toEqual({
    'A/cut': ['saw-1', 30],
    'B/cut': ['saw-1', 130],
    'C/cut': ['saw-2', 50],
  });
});

test('overtime that the plan opened stays open where it is needed', () => {
  const stations = [{ id: 'saw-1', calendar: [[0, 100]], overtime: [[100, 300]] }];
  const jobs = ['A', 'B'].map((id) => ({
    ...job(id, 100),
    operations: [{ id: 'cut', modes: [{ station: 'saw-1', run: 100 }] }],
  }));
  const start: StartPlan = {
    operations: published.slice(0, 2),
    opened: [{ station: 'saw-1', interval: [100, 300] }],
  };
  const baseline = published
    .slice(0, 2)
    .map(({ op, station, runStart }) => ({ op, station, start: runStart }));
  const plan = repaired({ stations, jobs, baseline }, start);
  expect(Object.keys(plan)).toHaveLength(2);
});

test('what waits for its date goes on waiting, published or not', () => {
  const early = { ...job('A', 200), earliness: 1 };
  const start = { operations: [{ op: 'A/cut', station: 'saw-1', runStart: 100 }] };
  expect(repaired({ jobs: [early], baseline: [] }, start, 0)).toEqual({ 'A/cut': ['saw-1', 100] });
});
