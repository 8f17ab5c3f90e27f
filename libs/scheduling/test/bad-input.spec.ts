/** Wrong, empty and extreme problem files: a refusal with path and value, or a plan that lists what cannot be placed. */
import fc from 'fast-check';
import { readProblem } from '../src';
import type { ProblemInput } from '../src/verify';
import { solvedAndVerified } from './solved';
import { tinyProblem } from './tiny-problem';

const shop = (): ProblemInput => ({
  version: 1,
  horizon: 100,
  stations: [
    {
      id: 'oven',
      calendar: [
        [0, 10],
        [20, 100],
      ],
      overtime: [[12, 14]],
      changeover: 'm',
      family: 'a',
    },
    { id: 'table', calendar: [[0, 100]] },
  ],
  changeovers: {
    m: {
      families: ['a', 'b'],
      seconds: [
        [0, 1],
        [2, 0],
      ],
    },
  },
  pools: [
    {
      id: 'cook',
      capacity: [
        [0, 50, 1],
        [50, 100, 2],
      ],
    },
  ],
  jobs: [
    {
      id: 'A',
      due: 30,
      operations: [
        { id: 'form', modes: [{ station: 'table', run: 5, pools: [['cook', 1]] }] },
        { id: 'bake', family: 'b', after: [{ op: 'form', max: 50 }], modes: [{ station: 'oven', run: 5 }] },
      ],
    },
    { id: 'B', due: 30, operations: [{ id: 'bake', family: 'a', modes: [{ station: 'oven', run: 5 }] }] },
  ],
  fixed: [{ op: 'B/bake', station: 'oven', start: 0, end: 4 }],
  baseline: [{ op: 'A/bake', station: 'oven', start: 20 }],
  price: { changeover: 1, overtime: 1, moveSecond: 1, moveStation: 1 },
});

/** Changes the shop and tells the paths that the engine refuses; none when it takes the file and its plan is valid. */
function refused(change: (file: ReturnType<typeof shop>) => void): string[] {
  const file = shop();
  change(file);
  const reading = readProblem(file);
  if (!reading.ok)
    return reading.faults.map(({ path, hint }) => (/^Maybe/.test(hint) ? path : `${path} without a hint`));
  solvedAndVerified(file, { moves: 50 });
  return [];
}

test('the shop itself is in order', () => expect(refused(() => undefined)).toEqual([]));

test.each<[string, (file: ReturnType<typeof shop>) => void, string]>([
  [
    'a cycle',
    ({ jobs }) => (jobs[0].operations[0].after = [{ op: 'A/bake' }]),
    'jobs[0].operations[0].after',
  ],
  [
    'itself before itself',
    ({ jobs }) => (jobs[1].operations[0].after = [{ op: 'bake' }]),
    'jobs[1].operations[0].after',
  ],
  [
    'an unknown operation',
    ({ jobs }) => (jobs[0].operations[1].after = [{ op: 'WO-9/mix' }]),
    'jobs[0].operations[1].after[0].op',
  ],
  [
    'an unknown station',
    ({ jobs }) => (jobs[0].operations[0].modes[0].station = 'grill'),
    'jobs[0].operations[0].modes[0].station',
  ],
  [
    'an unknown pool',
    ({ jobs }) => (jobs[0].operations[0].modes[0].pools = [['waiter', 1]]),
    'jobs[0].operations[0].modes[0].pools[0]',
  ],
  ['a negative release', ({ jobs }) => (jobs[0].release = -5), 'jobs[0].release'],
  [
    'a negative run',
    ({ jobs }) => (jobs[0].operations[0].modes[0].run = -1),
    'jobs[0].operations[0].modes[0].run',
  ],
  [
    'overlapping intervals',
    ({ stations }) =>
      (stations[0].calendar = [
        [0, 10],
        [5, 20],
      ]),
    'stations[0].calendar[1]',
  ],
  [
    'unsorted intervals',
    ({ stations }) =>
      (stations[0].calendar = [
        [20, 30],
        [0, 10],
      ]),
    'stations[0].calendar[1]',
  ],
  ['an empty interval', ({ stations }) => (stations[0].calendar = [[5, 5]]), 'stations[0].calendar[0]'],
  ['no mode', ({ jobs }) => (jobs[0].operations[0].modes = []), 'jobs[0].operations[0].modes'],
  [
    'two modes on a station',
    ({ jobs }) => jobs[1].operations[0].modes.push({ station: 'oven', run: 9 }),
    'jobs[1].operations[0].modes[1].station',
  ],
  [
    'fixed work that overlaps',
    ({ fixed }) => fixed?.push({ op: 'A/bake', station: 'oven', start: 2, end: 9 }),
    'fixed[1]',
  ],
  [
    'fixed work without mode',
    ({ fixed }) => fixed?.push({ op: 'A/form', station: 'oven', start: 30, end: 35 }),
    'fixed[1].station',
  ],
  ['a weight of 1e18', ({ jobs }) => (jobs[0].weight = 1e18), 'jobs[0].weight'],
  ['a weight with which sums are not exact', ({ jobs }) => (jobs[0].weight = 2 ** 50), 'jobs[0].weight'],
  ['a job twice', ({ jobs }) => (jobs[1].id = 'A'), 'jobs[1].id'],
  ['an operation twice', ({ jobs }) => (jobs[0].operations[1].id = 'form'), 'jobs[0].operations[1].id'],
  [
    'a matrix that is not square',
    ({ changeovers }) => (changeovers!.m.seconds = [[0, 1], [2]]),
    'changeovers.m.seconds[1]',
  ],
  [
    'a family that is not in the matrix',
    ({ jobs }) => (jobs[1].operations[0].family = 'z'),
    'jobs[1].operations[0].family',
  ],
  [
    'a longest wait below the shortest',
    ({ jobs }) => (jobs[0].operations[1].after = [{ op: 'form', min: 9, max: 8 }]),
    'jobs[0].operations[1].after[0].max',
  ],
  ['an unknown field', (file) => Object.assign(file.jobs[0], { dew: 5 }), 'jobs[0].dew'],
  ['a number as text', ({ jobs }) => Object.assign(jobs[0], { due: '30' }), 'jobs[0].due'],
  ['half a second', ({ jobs }) => (jobs[0].due = 30.5), 'jobs[0].due'],
  ['no number', ({ jobs }) => (jobs[0].due = Number.NaN), 'jobs[0].due'],
  [
    'a name of every object',
    ({ jobs }) => (jobs[0].operations[0].modes[0].station = '__proto__'),
    'jobs[0].operations[0].modes[0].station',
  ],
])('refuses %s', (_, change, path) => {
  expect(refused(change)).toContain(path);
});

test.each<[string, (file: ReturnType<typeof shop>) => void]>([
  ['no jobs', (file) => Object.assign(file, { jobs: [], fixed: [], baseline: [] })],
  [
    'no stations and no jobs',
    (file) => Object.assign(file, { stations: [], jobs: [], fixed: [], baseline: [] }),
  ],
  ['one job', (file) => Object.assign(file, { jobs: [file.jobs[1]], baseline: [] })],
  ['a station that never works', ({ stations }) => (stations[1].calendar = [])],
  ['an order that is overdue', ({ jobs }) => (jobs[0].due = -500)],
  [
    'runs of no length',
    ({ jobs }) => jobs.forEach(({ operations }) => operations.forEach(({ modes }) => (modes[0].run = 0))),
  ],
  [
    'a job named like a field of every object',
    ({ jobs, fixed }) => Object.assign(jobs[1], { id: 'constructor' }) && fixed?.pop(),
  ],
  ['a pool with nobody', (file) => (file.pools = [{ id: 'cook', capacity: [] }])],
  [
    'everything fixed',
    ({ fixed }) =>
      fixed?.push(
        { op: 'A/form', station: 'table', start: 0, end: 5 },
        { op: 'A/bake', station: 'oven', start: 5, end: 10 },
      ),
  ],
  ['a horizon of one second', (file) => Object.assign(file, { horizon: 1 })],
])('takes %s', (_, change) => {
  expect(refused(change)).toEqual([]);
});

test.each<[string, (file: ReturnType<typeof shop>) => void]>([
  ['no interval is long enough', ({ jobs }) => (jobs[0].operations[1].modes[0].run = 95)],
  ['there are never enough people', ({ jobs }) => (jobs[0].operations[0].modes[0].pools = [['cook', 3]])],
  ['the material comes after the horizon', ({ jobs }) => (jobs[0].operations[1].ready = 99)],
])('lists what cannot be placed, and what should be baked soon after is not formed: %s', (_, change) => {
  const file = shop();
  change(file);
  const { unplaced } = solvedAndVerified(file, { moves: 50 });
  expect(unplaced.map(({ op }) => op)).toEqual(['A/bake', 'A/form']);
});

test('anything else that is JSON is refused, not thrown at', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (file) => {
      const reading = readProblem(file);
      expect(reading.ok).toBe(false);
    }),
    { numRuns: 500, seed: 1 },
  );
});

test('a problem with any one value spoilt is refused or planned', () => {
  const problem = tinyProblem({ operations: 5, horizon: 20, waiting: true });
  const spoil = fc.constantFrom<unknown>(null, -1, 0.5, 1e18, '', 'x', [], {}, true, undefined);
  fc.assert(
    fc.property(problem, fc.nat(), spoil, (file, at, value) => {
      const changed = spoilt(file, at, value);
      const reading = readProblem(changed);
      if (reading.ok) solvedAndVerified(changed as ProblemInput, { moves: 20 });
      else expect(reading.faults.length).toBeGreaterThan(0);
    }),
    { numRuns: 500, seed: 1 },
  );
});

/** A copy with one value, counted through the whole file, replaced. */
function spoilt(file: unknown, at: number, value: unknown): unknown {
  const copy = structuredClone(file);
  const places: [Record<string, unknown>, string][] = [];
  const visit = (node: unknown): void => {
    if (node === null || typeof node !== 'object') return;
    for (const key of Object.keys(node)) {
      places.push([node as Record<string, unknown>, key]);
      visit((node as Record<string, unknown>)[key]);
    }
  };
  visit(copy);
  const [node, key] = places[at % places.length];
  node[key] = value;
  return copy;
}
