import { verify, type ProblemInput } from '../../src/verify';
import { bestSchedule } from './best-schedule';

const day: [number, number][] = [[0, 40]];
const best = (problem: Omit<ProblemInput, 'version' | 'horizon'>, below?: number) => {
  const whole: ProblemInput = { version: 1, horizon: 40, ...problem };
  const schedule = bestSchedule(whole, below);
  if (schedule) expect(verify(whole, schedule).violations).toEqual([]);
  return schedule;
};
const single = (id: string, run: number, more: object = {}) => ({
  id,
  modes: [{ station: 'oven', run }],
  ...more,
});

test('weighted shortest first on one station', () => {
  const jobs = [
    { id: 'A', due: 0, weight: 1, operations: [single('x', 5)] },
    { id: 'B', due: 0, weight: 4, operations: [single('x', 4)] },
  ];
  expect(best({ stations: [{ id: 'oven', calendar: day }], jobs })?.score).toBe(4 * 4 + 9);
});

test('two machines, two jobs: the shortest makespan', () => {
  const step = (id: string, station: string, run: number, after: string[]) => ({
    id,
    modes: [{ station, run }],
    after: after.map((op) => ({ op })),
  });
  const operations = [
    step('1.1', 'a', 3, []),
    step('1.2', 'b', 6, ['1.1']),
    step('2.1', 'b', 2, []),
    step('2.2', 'a', 8, ['2.1']),
  ];
  const stations = [
    { id: 'a', calendar: day },
    { id: 'b', calendar: day },
  ];
  expect(best({ stations, jobs: [{ id: 'shop', due: 0, operations }] })?.score).toBe(11);
});

test('waits on purpose where being early or in work costs', () => {
  const jobs = [{ id: 'A', due: 20, earliness: 1, operations: [single('x', 5)] }];
  expect(best({ stations: [{ id: 'oven', calendar: day }], jobs })).toMatchObject({
    score: 0,
    operations: [{ start: 15, end: 20 }],
  });
});

test('a family is kept where changing costs more than it saves', () => {
  const jobs = ['a', 'b', 'a'].map((family, i) => ({
    id: `J${i}`,
    due: 40,
    operations: [single('x', 2, { family })],
  }));
  const stations = [{ id: 'oven', calendar: day, changeover: 'm', family: 'b' }];
  const changeovers = {
    m: {
      families: ['a', 'b'],
      seconds: [
        [0, 3],
        [5, 0],
      ],
    },
  };
  expect(best({ stations, changeovers, jobs, price: { changeover: 1 } })?.score).toBe(5);
});

test('opens overtime when it is cheaper than being late', () => {
  const stations = [
    {
      id: 'oven',
      calendar: [
        [0, 4],
        [20, 40],
      ] as [number, number][],
      overtime: [[4, 8]] as [number, number][],
    },
  ];
  const jobs = [{ id: 'A', due: 8, weight: 3, operations: [single('x', 8)] }];
  expect(best({ stations, jobs, price: { overtime: 2 } })?.score).toBe(8);
  expect(best({ stations, jobs, price: { overtime: 20 } })?.score).toBe(3 * 20);
});

test('keeps fixed work, people, material and longest waits', () => {
  const pools = [['cook', 1]] as [string, number][];
  const stations = ['oven', 'table'].map((id) => ({ id, calendar: day }));
  const jobs = [
    { id: 'F', operations: [{ id: 'x', modes: [{ station: 'oven', run: 9, pools }] }] },
    {
      id: 'A',
      due: 0,
      operations: [
        { id: 'form', ready: 2, modes: [{ station: 'table', run: 3 }] },
        { id: 'bake', after: [{ op: 'form', max: 1 }], modes: [{ station: 'oven', run: 4, pools }] },
      ],
    },
  ];
  const schedule = best({
    stations,
    jobs,
    pools: [
      {
        id: 'cook',
        capacity: [
          [0, 15, 1],
          [18, 40, 1],
        ],
      },
    ],
    fixed: [{ op: 'F/x', station: 'oven', start: -3, end: 12 }],
  });
  expect(schedule).toMatchObject({
    score: 22,
    operations: [{ end: 12 }, { start: 14, end: 17 }, { start: 18, end: 22 }],
  });
});

test('undefined when nothing is better, or nothing is possible', () => {
  const stations = [{ id: 'oven', calendar: day }];
  const jobs = [{ id: 'A', due: 3, operations: [single('x', 5)] }];
  expect(best({ stations, jobs })?.score).toBe(2);
  expect(best({ stations, jobs }, 2)).toBeUndefined();
  expect(best({ stations, jobs: [{ id: 'A', operations: [single('x', 50)] }] })).toBeUndefined();
});
