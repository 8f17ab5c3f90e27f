import { claimed } from './claimed';
import type { ChainLink, Placement, ProblemInput } from './files';
import { verify } from './verify';

/** B bakes, then A forms and bakes after it on the same oven with 2 s of set-up; A is due at 10 and ends at 21. */
const problem: ProblemInput = {
  version: 1,
  horizon: 100,
  stations: [
    { id: 'oven', calendar: [[0, 100]], freeAt: 4 },
    {
      id: 'table',
      calendar: [
        [0, 8],
        [12, 100],
      ],
    },
  ],
  pools: [{ id: 'cook', capacity: [[0, 100, 1]] }],
  jobs: [
    {
      id: 'A',
      release: 3,
      due: 10,
      operations: [
        { id: 'form', interruptible: true, modes: [{ station: 'table', run: 5, pools: [['cook', 1]] }] },
        {
          id: 'bake',
          after: [{ op: 'form', min: 1, max: 20 }],
          modes: [{ station: 'oven', run: 3, setup: 2 }],
        },
      ],
    },
    { id: 'B', operations: [{ id: 'bake', modes: [{ station: 'oven', run: 12 }] }] },
  ],
};
const plan: Placement[] = [
  { op: 'A/form', station: 'table', start: 3, runStart: 3, end: 8 },
  { op: 'B/bake', station: 'oven', start: 4, runStart: 4, end: 16 },
  { op: 'A/bake', station: 'oven', start: 16, runStart: 18, end: 21 },
];
const bake: ChainLink = {
  op: 'A/bake',
  station: 'oven',
  runStart: 18,
  kind: 'station',
  until: 18,
  by: 'B/bake',
};
const before: ChainLink = { op: 'B/bake', station: 'oven', runStart: 4, kind: 'free', until: 4 };
const form: ChainLink = { op: 'A/form', station: 'table', runStart: 3, kind: 'release', until: 3 };

function messages(...chain: ChainLink[]): string[] {
  const late = [{ job: 'A', bySeconds: 11, chain }];
  return verify(problem, { ...claimed(problem, plan), late }).violations.map(({ message }) => message);
}
const reached = (link: Partial<ChainLink>) =>
  messages({ ...bake, kind: 'after', until: 9, by: 'A/form' }, { ...form, ...link });

test('a chain that is true', () => {
  expect(messages(bake, before)).toEqual([]);
});

test('begins with what ends last and goes on where it points', () => {
  expect(messages(before)).toEqual(['A: B/bake free : is not what ends last, at 21']);
  expect(messages(bake, form)).toEqual(['A: A/form release : does not follow on B/bake']);
});

test('says where its operation is', () => {
  expect(messages({ ...bake, runStart: 17, until: 17 })).toEqual([
    'A: A/bake station B/bake: says 17 on oven, runs at 18 on oven',
  ]);
  expect(messages({ ...bake, until: 19 })).toEqual(['A: A/bake station B/bake: until 19, but runs at 18']);
  expect(messages(bake, { ...before, op: 'Z/x' })).toContain('A: Z/x free : is not placed');
});

test('says what is true of its operation', () => {
  expect(messages({ ...bake, by: 'A/form' })).toEqual(['A: A/bake station A/form: is on another station']);
  expect(messages({ ...bake, kind: 'after', by: 'A/form', until: 10 })).toEqual([
    'A: A/bake after A/form: says 10, A/form allows 9',
  ]);
  expect(messages(bake, { ...before, until: 3 })).toEqual(['A: B/bake free : the station is free at 4']);
  expect(messages(bake, { ...before, kind: 'people', pool: 'cook' })).toEqual([
    'A: B/bake people cook: needs nobody of this pool',
  ]);
  expect(messages({ ...bake, kind: 'follower' })).toEqual([
    'A: A/bake follower B/bake: has no longest wait after it',
  ]);
  expect(reached({ until: 2 })).toEqual(['A: A/form release : says 2, released at 3']);
  expect(reached({ kind: 'ready', until: 0 })).toEqual([
    'A: A/form ready : 3 s of working time are unused before 3',
  ]);
});
