import { toCsv } from './csv';

const lines = (rows: string[][]) => toCsv(rows).slice(1).trimEnd().split('\r\n');

it('begins with a mark, so that spreadsheets read UTF-8', () =>
  expect(toCsv([['产量']]).charCodeAt(0)).toBe(0xfeff));
it('quotes commas, quotes and line breaks', () =>
  expect(lines([['a,b', 'say "hi"', 'plain']])).toEqual(['"a,b","say ""hi""",plain']));
it.each(['=1+1', '@cmd', '+SUM(A1)', '-2+3', '\tx'])('disarms %j', (text) =>
  expect(lines([[text]])[0]?.replace(/^"/, '')).toMatch(/^'/),
);
it('leaves numbers alone', () => expect(lines([['-12.5', '+3', '7']])).toEqual(['-12.5,+3,7']));
