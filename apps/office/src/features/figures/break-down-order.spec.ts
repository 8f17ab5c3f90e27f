import type { KpiValue } from '@takt/contracts';
import { foremostFirst } from './break-down-order';

const of = (item: string, value: number | null, numerator = 0, denominator = 0) =>
  ({ bucket: { item }, value, numerator, denominator }) as unknown as KpiValue;
const order = (rows: readonly KpiValue[]) => rows.map(({ bucket }) => bucket['item']);

it('puts the worst first, and what has no value last', () => {
  const rows = [of('good', 90), of('none', null), of('bad', 10)];
  expect(order(foremostFirst(rows, { better: 'higher', unit: '%' }))).toEqual(['bad', 'good', 'none']);
  expect(order(foremostFirst(rows, { better: 'lower', unit: 'h' }))).toEqual(['good', 'bad', 'none']);
});
it('puts what most stock lies of first where stock turns; what never turned comes after', () => {
  const turns = [
    of('slow', 0, 0, 5),
    of('some', 2, 80, 40),
    of('much', 1, 400, 400),
    of('dead', 0, 0, 900),
    of('none', null),
  ];
  expect(order(foremostFirst(turns, { better: 'higher', unit: 'turns' }))).toEqual([
    'much',
    'some',
    'dead',
    'slow',
    'none',
  ]);
  const days = [of('slow', 900, 5, 1), of('much', 30, 800, 400)];
  expect(order(foremostFirst(days, { better: 'lower', unit: 'days' }))).toEqual(['much', 'slow']);
});
