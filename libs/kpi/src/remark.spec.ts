import type { KpiValue } from '@takt/contracts';
import { isAnnual, remarksOf, standingOf } from './remark';

const said = (value: Partial<KpiValue> | null) =>
  remarksOf(
    value && ({ value: 5, completeness: 1, note: null, ...value } as KpiValue),
    (share) => `${share * 100}`,
  ).map(({ kind, name }) => `${kind}: ${name}`);

it('tells no data, nothing to measure, too little data and zero apart', () => {
  expect(standingOf({ value: null, completeness: 0 })).toBe('no-data');
  expect(standingOf({ value: null, completeness: 1 })).toBe('nothing');
  expect(standingOf({ value: 71, completeness: 0.3 })).toBe('thin');
  expect(standingOf({ value: 0, completeness: 1 })).toBe('value');
});
it('says why there is no value', () => {
  expect(said({ value: null })).toEqual(['none: Nothing that this figure measures fell into the window.']);
  expect(said({ value: null, completeness: 0 })).toEqual(['none: Nothing was heard in this window.']);
  expect(said(null)).toEqual(['none: Nothing was heard in this window.']);
  expect(said({ value: null, note: 'stock-below-zero' })).toEqual([
    'note: The books show stock below zero on average: count it.',
  ]);
});
it('says how a value is to be read, and how much of its input is known', () => {
  expect(said({})).toEqual([]);
  expect(said({ note: 'not-annualised', completeness: 0.75 })).toEqual([
    'note: Less than 28 days of data: not annualised.',
    'share: 75 % of the input known',
  ]);
  expect(said({ completeness: 0.5 })).toEqual(['thin: Not enough data: 50 % known']);
  expect([isAnnual({ note: 'not-annualised' }), isAnnual({ note: null })]).toEqual([false, true]);
});
