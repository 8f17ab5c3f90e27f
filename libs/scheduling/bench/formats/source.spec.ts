import { NumberReader, numberLines } from './source';

const reader = (text: string) => new NumberReader('a.txt', numberLines({ path: 'a.txt', text }));

test('leaves comments, blank lines and line ends of any kind out', () => {
  expect(numberLines({ path: 'a', text: '# title\r\n\r\n 1 2 # rest\r\n3\n' })).toEqual([
    { number: 3, values: [1, 2] },
    { number: 4, values: [3] },
  ]);
});

test('refuses a word with its line', () => {
  expect(() => reader('1 2\n3 oven')).toThrow(
    'a.txt:2: "oven" is no number. Maybe this is another kind of file',
  );
});

test('refuses a number that is too large, broken or negative', () => {
  expect(() => reader('7').whole('the machine', 0, 6)).toThrow(
    'a.txt:1: the machine is 7, not a whole number from 0 to 6',
  );
  expect(() => reader('1.5').whole('the run')).toThrow('the run is 1.5');
  expect(() => reader('-1').whole('the run')).toThrow('the run is -1');
});

test('refuses a line that is too long and a file that is too short', () => {
  const two = reader('1 2 3\n');
  two.whole('first');
  expect(() => two.endLine('first')).toThrow('a.txt:1: 2 numbers too many after first');
  const one = reader('1');
  one.whole('first');
  expect(() => one.whole('second')).toThrow('a.txt:1: the file ends before second. Maybe it was cut short');
});
