import { readNaderi } from './naderi';

const read = (text: string) => readNaderi({ path: 'x.txt', text });

test('a row of durations by machine, 0 = not possible', () => {
  const { jobs } = read('2\n3\n1\t2\t\n0\t4\t5\n6\t0\t0\n0\t0\t7\n');
  expect(jobs[0].operations.map(({ id, modes }) => [id, modes])).toEqual([
    [
      '1.1',
      [
        { station: 'M1', run: 4 },
        { station: 'M2', run: 5 },
      ],
    ],
    ['2.1', [{ station: 'M0', run: 6 }]],
    ['2.2', [{ station: 'M2', run: 7 }]],
  ]);
});

test.each([
  ['1\n2\n1\n0 0\n', 'x.txt:4: job 1, operation 1 has no machine'],
  ['1\n2\n1\n1 2 3\n', 'x.txt:4: 1 numbers too many after job 1, operation 1'],
  ['1\n2\n2\n1 2\n', 'x.txt:4: the file ends before job 1, operation 2: duration on machine 0'],
  ['1\n2\n1\n1 2\n1 2\n', 'x.txt:5: more lines than operations'],
])('refuses %j', (text, message) => {
  expect(() => read(text)).toThrow(message);
});
