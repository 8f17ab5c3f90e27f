import { readFjsp } from './fjsp';

const read = (text: string) => readFjsp({ path: 'x.txt', text });

test('alternatives become modes; an average on the first line is left out', () => {
  const { jobs, horizon } = read('1 3 2.5\n2 2 0 5 2 4 1 1 3\n');
  expect(horizon).toBe(1 + 5 + 3);
  expect(jobs[0].operations).toEqual([
    {
      id: '1.1',
      after: [],
      modes: [
        { station: 'M0', run: 5 },
        { station: 'M2', run: 4 },
      ],
    },
    { id: '1.2', after: [{ op: 'shop/1.1' }], modes: [{ station: 'M1', run: 3 }] },
  ]);
});

test.each([
  ['1 2\n1 3 0 1 1 1 1 1\n', 'x.txt:2: job 1, operation 1: number of alternatives is 3'],
  ['1 2\n1 2 0 1\n', 'x.txt:2: job 1, operation 1 has 1 of its 2 alternatives on the line'],
  ['1 2\n1 2 0 1 0 2\n', 'x.txt:2: job 1, operation 1 names machine 0 twice'],
  ['1 2\n1 1 0 1 7\n', 'x.txt:2: 1 numbers too many after the 1 operations of job 1'],
  ['1 2\n1 1 0 1\n1 1 0 1\n', 'x.txt:3: more lines than the 1 jobs'],
])('refuses %j', (text, message) => {
  expect(() => read(text)).toThrow(message);
});
