import { compare, standingOf } from './standing';

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
