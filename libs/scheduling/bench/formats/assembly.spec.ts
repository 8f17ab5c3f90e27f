import { readAssembly } from './assembly';

const read = (text: string) => readAssembly({ path: 'x.txt', text });

test('linked operations make a job; the last of each ends the makespan', () => {
  const { jobs } = read('# comment\n4 2 2\n0 2\n1 2\n1 0 3\n1 1 4\n2 0 5 1 6\n1 0 7\n');
  expect(jobs.map(({ id, operations }) => [id, operations.map(({ after }) => after)])).toEqual([
    ['J1', [[], [], [{ op: 'J1/1' }, { op: 'J1/2' }]]],
    ['J2', [[]]],
    ['makespan', [[{ op: 'J1/3' }, { op: 'J2/1' }]]],
  ]);
});

test.each([
  ['2 1 1\n0 2\n1 0 3\n1 0 4\n', 'x.txt:2: arc 1: operation after is 2, not a whole number from 0 to 1'],
  ['2 1 1\n0 1\n1 0 3\n', 'x.txt:3: the file ends before operation 1: number of alternatives'],
  ['2 1 1\n0 1\n1 0 3\n1 0 4\n1 0 4\n', 'x.txt:5: more lines than 1 arcs and 2 operations'],
])('refuses %j', (text, message) => {
  expect(() => read(text)).toThrow(message);
});
