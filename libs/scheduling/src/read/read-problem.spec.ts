import { faultLine } from './fault';
import { readProblem } from './read-problem';

/** A small bakery; every test spoils one thing of it. */
const bakery = () => ({
  version: 1,
  horizon: 1000,
  stations: [
    {
      id: 'oven',
      calendar: [
        [0, 400],
        [500, 900],
      ],
      overtime: [[900, 950]],
      changeover: 'oven',
      family: 'plain',
    },
    { id: 'table', calendar: [[0, 1000]] },
  ],
  changeovers: {
    oven: {
      families: ['plain', 'nut'],
      seconds: [
        [0, 30],
        [60, 0],
      ],
    },
  },
  pools: [
    {
      id: 'baker',
      capacity: [
        [0, 400, 2],
        [500, 900, 1],
      ],
    },
  ],
  jobs: [
    {
      id: 'A',
      due: 300,
      operations: [
        { id: 'form', modes: [{ station: 'table', run: 50 }] },
        {
          id: 'bake',
          family: 'nut',
          after: [{ op: 'form', min: 10, max: 100 }],
          modes: [{ station: 'oven', run: 90, pools: [['baker', 1]] }],
        },
      ],
    },
    {
      id: 'B',
      operations: [{ id: 'bake', after: [{ op: 'A/bake' }], modes: [{ station: 'oven', run: 70 }] }],
    },
  ],
  fixed: [] as unknown[],
  baseline: [] as unknown[],
});

/** The file with one place changed, for instance `jobs.0.due`. */
function spoiled(path: string, value: unknown): unknown {
  const file = bakery() as unknown as Record<string, unknown>;
  const steps = path.split('.');
  let at = file;
  for (const step of steps.slice(0, -1)) at = at[step] as Record<string, unknown>;
  at[steps[steps.length - 1]!] = value;
  return file;
}

const faultsOf = (file: unknown) => {
  const reading = readProblem(file);
  return reading.ok ? [] : reading.faults;
};

describe('readProblem', () => {
  it('fills in the defaults and resolves references inside the job', () => {
    const reading = readProblem(bakery());
    if (!reading.ok) throw new Error(reading.faults.map(faultLine).join('\n'));
    const [form, bake] = reading.problem.jobs[0]!.operations;
    expect(form).toEqual({
      id: 'form',
      after: [],
      modes: [{ station: 'table', run: 50, setup: 0, pools: [] }],
      interruptible: false,
      ready: 0,
    });
    expect(bake!.after).toEqual([{ op: 'A/form', min: 10, max: 100 }]);
    expect(reading.problem.jobs[1]).toMatchObject({ release: 0, weight: 1, earliness: 0, flow: 0 });
    expect(reading.problem.price).toEqual({ changeover: 0, overtime: 0, moveSecond: 0, moveStation: 0 });
  });

  it.each([
    ['jobs.0.dew', 300, 'unknown_field', 'jobs[0].dew'],
    ['horizon', undefined, 'missing', 'horizon'],
    ['horizon', '1000', 'wrong_type', 'horizon'],
    ['version', 2, 'wrong_type', 'version'],
    ['jobs.0.release', -1, 'out_of_range', 'jobs[0].release'],
    ['jobs.0.weight', 1e18, 'out_of_range', 'jobs[0].weight'],
    ['jobs.0.weight', 1e15, 'score_too_large', 'jobs[0].weight'],
    ['jobs.0.weight', 1.5, 'wrong_type', 'jobs[0].weight'],
    ['jobs.0.operations', [], 'out_of_range', 'jobs[0].operations'],
    ['jobs.0.operations.0.modes', [], 'out_of_range', 'jobs[0].operations[0].modes'],
    ['jobs.1.id', 'A', 'duplicate', 'jobs[1].id'],
    ['jobs.0.operations.1.id', 'form', 'duplicate', 'jobs[0].operations[1].id'],
    ['stations.1.id', 'oven', 'duplicate', 'stations[1].id'],
    ['jobs.0.operations.1.after.0.op', 'mix', 'unknown_reference', 'jobs[0].operations[1].after[0].op'],
    ['jobs.0.operations.1.after.0.max', 5, 'wait_order', 'jobs[0].operations[1].after[0].max'],
    ['jobs.0.operations.1.family', 'milk', 'unknown_reference', 'jobs[0].operations[1].family'],
    [
      'jobs.0.operations.0.modes.0.station',
      'mixer',
      'unknown_reference',
      'jobs[0].operations[0].modes[0].station',
    ],
    [
      'jobs.0.operations.1.modes.0.pools',
      [['cook', 1]],
      'unknown_reference',
      'jobs[0].operations[1].modes[0].pools[0]',
    ],
    [
      'jobs.0.operations.1.modes.0.pools',
      [
        ['baker', 1],
        ['baker', 1],
      ],
      'duplicate',
      'jobs[0].operations[1].modes[0].pools[1]',
    ],
    ['stations.0.changeover', 'constructor', 'unknown_reference', 'stations[0].changeover'],
    ['stations.0.family', 'milk', 'unknown_reference', 'stations[0].family'],
    [
      'stations.0.calendar',
      [
        [0, 400],
        [300, 500],
      ],
      'interval_overlap',
      'stations[0].calendar[1]',
    ],
    [
      'stations.0.calendar',
      [
        [500, 900],
        [0, 400],
      ],
      'interval_order',
      'stations[0].calendar[1]',
    ],
    ['stations.0.calendar', [[5, 5]], 'interval_order', 'stations[0].calendar[0]'],
    [
      'pools.0.capacity',
      [
        [0, 10, 1],
        [5, 20, 1],
      ],
      'interval_overlap',
      'pools[0].capacity[1]',
    ],
    ['changeovers.oven.seconds', [[0, 30]], 'matrix_shape', 'changeovers.oven.seconds'],
    ['changeovers.oven.seconds', [[0, 30], [60]], 'matrix_shape', 'changeovers.oven.seconds[1]'],
    ['changeovers.oven.families', ['nut', 'nut'], 'duplicate', 'changeovers.oven.families[1]'],
    ['jobs.0.operations.0.after', [{ op: 'B/bake' }], 'cycle', 'jobs[0].operations[0].after'],
    ['fixed', [{ op: 'A/mix', station: 'oven', start: 0, end: 9 }], 'unknown_reference', 'fixed[0].op'],
    [
      'fixed',
      [{ op: 'A/bake', station: 'table', start: 0, end: 9 }],
      'unknown_reference',
      'fixed[0].station',
    ],
    ['fixed', [{ op: 'A/bake', station: 'oven', start: 9, end: 0 }], 'interval_order', 'fixed[0]'],
    ['baseline', [{ op: 'A/bake', station: 'kiln', start: 0 }], 'unknown_reference', 'baseline[0].station'],
    ['baseline', [{ op: 'A/bake', station: 'oven', start: 0, stay: -1 }], 'out_of_range', 'baseline[0].stay'],
    [
      'baseline',
      [{ op: 'A/bake', station: 'oven', start: 0, within: 0.5 }],
      'wrong_type',
      'baseline[0].within',
    ],
  ])('%s = %j is refused as %s at %s', (path, value, code, at) => {
    const faults = faultsOf(spoiled(path, value));
    expect(faults.map((fault) => [fault.code, fault.path])).toContainEqual([code, at]);
    for (const fault of faults) expect(fault.hint).toMatch(/^Maybe /);
  });

  it('refuses fixed operations that overlap on a station', () => {
    const fixed = [
      { op: 'A/bake', station: 'oven', start: 0, end: 90 },
      { op: 'B/bake', station: 'oven', start: 80, end: 150 },
    ];
    expect(faultsOf({ ...bakery(), fixed })[0]).toMatchObject({ code: 'fixed_overlap', path: 'fixed[1]' });
    fixed[1]!.start = 90;
    expect(faultsOf({ ...bakery(), fixed })).toEqual([]);
  });

  it('names every operation of a cycle', () => {
    const faults = faultsOf(spoiled('jobs.0.operations.0.after', [{ op: 'B/bake' }]));
    expect(faults[0]!.message).toBe(
      'the operations wait for each other: A/form after B/bake after A/bake after A/form',
    );
  });

  it('says path, value and hint in one line', () => {
    expect(faultLine(faultsOf(spoiled('jobs.0.operations.1.after.0.op', 'WO-9/mix'))[0]!)).toBe(
      'jobs[0].operations[1].after[0].op: no operation "WO-9/mix". Maybe the operation was removed or its id is misspelt.',
    );
  });

  it('accepts an order that is overdue and a file without jobs', () => {
    expect(faultsOf(spoiled('jobs.0.due', -3600))).toEqual([]);
    expect(faultsOf({ version: 1, horizon: 10, stations: [], jobs: [] })).toEqual([]);
  });

  it.each([[null], [[]], ['problem'], [{ version: 1 }]])('refuses %j as a file', (file) => {
    expect(faultsOf(file).length).toBeGreaterThan(0);
  });

  it('lists at most 50 faults', () => {
    const jobs = Array.from({ length: 200 }, (_, i) => ({ id: `J${i}`, operations: [] }));
    expect(faultsOf({ ...bakery(), jobs })).toHaveLength(50);
  });
});
