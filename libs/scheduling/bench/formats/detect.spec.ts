import { readInstance } from './detect';

const read = (text: string) => readInstance({ path: 'x', text });
const shape = (text: string) => {
  const { jobs, stations, changeovers } = read(text);
  return [jobs[0].operations.length, stations.length, Object.keys(changeovers ?? {}).length];
};

test.each([
  ['jsp', '2 2\n1 1 0 3\n0 5 1 2\n', [4, 2, 0]],
  ['jsp that visits again', '2 3\n0 1 0 2 0 3 0 4\n1 1\n', [5, 3, 0]],
  ['fjsp', '2 2 1\n1 1 0 3\n2 1 0 5 2 0 1 1 2\n', [3, 2, 0]],
  ['naderi', '1\n2\n1\n3 0\n', [1, 2, 0]],
  ['assembly', '2 1 2\n0 1\n1 0 3\n1 1 4\n', [2, 2, 0]],
  ['fjsp-sdst', '1 1 1\n2 1 1 3 1 1 4\n0 5\n6 0\n', [2, 1, 1]],
])('recognises %s', (_, text, expected) => {
  expect(shape(text)).toEqual(expected);
});

test('a format that is named wins', () => {
  const ambiguous = '1 2\n1 1 0 3\n';
  expect(read(ambiguous).jobs[0].operations).toHaveLength(2);
  expect(readInstance({ path: 'x', text: ambiguous }, 'fjsp').jobs[0].operations).toHaveLength(1);
});

test('a problem file is handed on as it is', () => {
  expect(read('{"version": 1, "stations": [], "jobs": []}')).toEqual({ version: 1, stations: [], jobs: [] });
});

test('refuses what is nothing of all this', () => {
  expect(() => read('\n')).toThrow('x: no numbers. Maybe the file is empty');
  expect(() => read('{"jobs": [')).toThrow(/^x: .*Maybe the file was cut short/);
  expect(() => read('{"jobs": []}')).toThrow('x: jobs');
  expect(() => read('ft06\n6 6\n')).toThrow('x:1: "ft06" is no number');
});
