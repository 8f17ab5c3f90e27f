import { compare, overTime } from './standing';

const value = (of: number | null, note: string | null = null) =>
  ({ value: of, note, numerator: 1, denominator: 1 }) as Parameters<typeof overTime>[0][number];

it('knows which direction is better', () => {
  expect(compare(80, 75, 'higher')).toEqual({ difference: 5, trend: 'better' });
  expect(compare(80, 75, 'lower')?.trend).toBe('worse');
  expect(compare(80, 80, 'lower')?.trend).toBe('same');
});
it('compares nothing with nothing', () => {
  expect(compare(80, null, 'higher')).toBeUndefined();
  expect(compare(null, 80, 'higher')).toBeUndefined();
});
it('draws turns of a year and turns of a day not on one axis', () => {
  const short = value(0.3, 'not-annualised');
  expect(overTime([short, undefined])).toEqual({ annual: false, values: [0.3, null] });
  expect(overTime([short, value(9)])).toEqual({ annual: true, values: [null, 9] });
});
