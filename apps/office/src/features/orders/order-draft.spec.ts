import { askable, bodyOf, emptyLine } from './order-draft';

const wish = '2026-03-02T08:00:00Z';
const cake = { key: 1, item: 'cake', qty: '5', requestedAt: wish, note: '' };

it('sends finished lines and leaves out the one that nobody has begun', () =>
  expect(bodyOf({ customer: 'acme', lines: [cake, emptyLine(2, wish)] })).toEqual({
    customer: 'acme',
    lines: [{ item: 'cake', qty: '5', requestedAt: wish, note: '' }],
  }));
it('sends nothing while something is missing', () => {
  expect(bodyOf({ customer: '', lines: [cake] })).toBeUndefined();
  expect(bodyOf({ customer: 'acme', lines: [emptyLine(1, wish)] })).toBeUndefined();
  expect(bodyOf({ customer: 'acme', lines: [cake, { ...cake, key: 2, qty: '' }] })).toBeUndefined();
  expect(bodyOf({ customer: 'acme', lines: [{ ...cake, qty: '0' }] })).toBeUndefined();
});
it('asks about a line as soon as it is whole', () =>
  expect(askable({ customer: '', lines: [cake, { ...cake, key: 2, item: '' }] })).toEqual([cake]));
