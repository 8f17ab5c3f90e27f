import { readAssembly } from './assembly';

const read = (text: string) => readAssembly({ path: 'x.txt', text });

test('linked operations are counted together, as a job of the shop', () => {
  const { jobs } = read('# comment\n4 2 2\n0 2\n1 2\n1 0 3\n1 1 4\n2 0 5 1 6\n1 0 7\n');
  expect(jobs[0].operations.map(({ id, after }) => [id, after])).toEqual([
    ['1.1', []],
    ['1.2', []],
    ['1.3', [{ op: 'shop/1.1' }, { op: 'shop/1.2' }]],
    ['2.1', []],
  ]);
});

test.each([
  ['2 1 1\n0 2\n1 0 3\n1 0 4\n', 'x.txt:2: arc 1: operation after is 2, not a whole number from 0 to 1'],
  ['2 1 1\n0 1\n1 0 3\n', 'x.txt:3: the file ends before operation 1: number of alternatives'],
  ['2 1 1\n0 1\n1 0 3\n1 0 4\n1 0 4\n', 'x.txt:5: more lines than 1 arcs and 2 operations'],
])('refuses %j', (text, message) => {
  expect(() => read(text)).toThrow(message);
});
