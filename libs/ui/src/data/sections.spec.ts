import { listLines, type Urgency } from './sections';

const rows: [string, Urgency][] = [
  ['a', 'rest'],
  ['b', 'needs-you'],
  ['c', 'next'],
  ['d', 'needs-you'],
];
const written = (input: [string, Urgency][]) =>
  listLines(input, ([, urgency]) => urgency).map((line) =>
    line.kind === 'heading' ? `${line.urgency}(${line.count})` : `${line.place}${line.row[0]}`,
  );

it('answers what needs me first, and keeps the order inside', () =>
  expect(written(rows)).toEqual(['needs-you(2)', '0b', '1d', 'next(1)', '2c', 'rest(1)', '3a']));
it('needs no heading for the rest alone', () => expect(written([['a', 'rest']])).toEqual(['0a']));
it('keeps the heading when everything needs me', () =>
  expect(written([['a', 'needs-you']])).toEqual(['needs-you(1)', '0a']));
it('has no headings unless asked', () => expect(listLines(['x', 'y'], undefined)).toHaveLength(2));
