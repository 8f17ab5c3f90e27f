import { compare, overTime, shown, standingOf, STOCK_BELOW_ZERO } from './standing';

const value = (of: number | null, note: string | null = null) =>
  ({ value: of, note, numerator: 1, denominator: 1 }) as Parameters<typeof overTime>[1][number];

it('tells no data, nothing to measure, too little data and zero apart', () => {
  expect(standingOf({ value: null, completeness: 0 })).toBe('no-data');
  expect(standingOf({ value: null, completeness: 1 })).toBe('nothing');
  expect(standingOf({ value: 71, completeness: 0.3 })).toBe('thin');
  expect(standingOf({ value: 0, completeness: 1 })).toBe('value');
});
it('knows which direction is better', () => {
  expect(compare(80, 75, 'higher')).toEqual({ difference: 5, trend: 'better' });
  expect(compare(80, 75, 'lower')?.trend).toBe('worse');
  expect(compare(80, 80, 'lower')?.trend).toBe('same');
});
it('compares nothing with nothing', () => {
  expect(compare(80, null, 'higher')).toBeUndefined();
  expect(compare(null, 80, 'higher')).toBeUndefined();
});
it('shows no turns of a stock that is below zero', () => {
  const turns = { value: -0.8, numerator: 4, denominator: -5, note: null };
  expect(shown({ unit: 'turns' }, turns)).toMatchObject({ value: null, note: STOCK_BELOW_ZERO });
  expect(shown({ unit: 'turns' }, { ...turns, numerator: -4, denominator: 5 })).toMatchObject({
    value: -0.8,
  });
  expect(shown({ unit: 'days' }, { ...turns, numerator: -5 })).toMatchObject({ value: null });
  expect(shown({ unit: '%' }, turns)).toBe(turns);
});
it('draws turns of a year and turns of a day not on one axis', () => {
  const short = value(0.3, 'not-annualised');
  expect(overTime({ unit: 'turns' }, [short, undefined])).toEqual({ annual: false, values: [0.3, null] });
  expect(overTime({ unit: 'turns' }, [short, value(9)])).toEqual({ annual: true, values: [null, 9] });
});
