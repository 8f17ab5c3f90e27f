import { readJsp } from './jsp';

const read = (text: string) => readJsp({ path: 'x.txt', text });

test('two jobs on two machines; the score is the latest end', () => {
  expect(read('2 2\n 1 4 0 3\n 0 5 1 0\n')).toEqual({
    version: 1,
    horizon: 13,
    stations: [
      { id: 'M0', calendar: [[0, 13]] },
      { id: 'M1', calendar: [[0, 13]] },
    ],
    changeovers: {},
    jobs: [
      {
        id: 'shop',
        due: 0,
        weight: 1,
        operations: [
          { id: '1.1', after: [], modes: [{ station: 'M1', run: 4 }] },
          { id: '1.2', after: [{ op: 'shop/1.1' }], modes: [{ station: 'M0', run: 3 }] },
          { id: '2.1', after: [], modes: [{ station: 'M0', run: 5 }] },
          { id: '2.2', after: [{ op: 'shop/2.1' }], modes: [{ station: 'M1', run: 0 }] },
        ],
      },
    ],
  });
});

test('a job may visit a machine again and end with -1 -1', () => {
  const { jobs } = read('2 2\n0 1 1 2 0 3 -1 -1\n1 4\n');
  expect(jobs[0].operations.map(({ id }) => id)).toEqual(['1.1', '1.2', '1.3', '2.1']);
});

test.each([
  ['2 2\n0 1 1 2\n', 'x.txt:2: the file ends before job 2, operation 1: machine'],
  ['1 2\n0 1 1\n', 'x.txt:2: job 1, operation 2 has a machine but no duration'],
  ['1 2\n0 1 2 2\n', 'x.txt:2: job 1, operation 2: machine is 2, not a whole number from -1 to 1'],
  ['1 2\n0 1 1 -1\n', 'x.txt:2: job 1, operation 2: duration is -1'],
  ['1 2\n0 1 1 2\n0 1\n', 'x.txt:3: more lines than the 1 jobs of the first line'],
])('refuses %j', (text, message) => {
  expect(() => read(text)).toThrow(message);
});
