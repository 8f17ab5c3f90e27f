import { readFjspSdst } from './fjsp-sdst';

/** Two jobs of one operation; machine 1 does both, machine 2 only the second. */
const text = '2 2 1.5\n1 1 1 9\n1 2 1 8 2 7\n\n0 4 \n5 0 \n1000000 1000000\n1000000 0\n';
const read = (changed: string) => readFjspSdst({ path: 'x.fjs', text: changed });

test('machines count from 1; a matrix keeps the operations that can run there', () => {
  const { stations, changeovers, jobs } = read(text);
  expect(stations.map(({ id, changeover }) => [id, changeover])).toEqual([
    ['M1', 'M1'],
    ['M2', 'M2'],
  ]);
  expect(changeovers).toEqual({
    M1: {
      families: ['1.1', '2.1'],
      seconds: [
        [0, 4],
        [5, 0],
      ],
    },
    M2: { families: ['2.1'], seconds: [[0]] },
  });
  expect(jobs[0].operations[1]).toEqual({
    id: '2.1',
    family: '2.1',
    after: [],
    modes: [
      { station: 'M1', run: 8 },
      { station: 'M2', run: 7 },
    ],
  });
});

test('refuses a matrix that is cut or too wide', () => {
  expect(() => read(text.replace('1000000 0\n', ''))).toThrow(
    'x.fjs:7: the file ends before machine 2, row 2, column 1',
  );
  expect(() => read(text.replace('0 4', '0 4 4'))).toThrow(
    'x.fjs:5: 1 numbers too many after machine 1, row 1',
  );
  expect(() => read(`${text}1 1\n`)).toThrow('x.fjs:9: more lines than 2 matrices');
});
