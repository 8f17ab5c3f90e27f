import { formatDifference, formatMoney, formatNumber, formatPercent, formatQty } from './number';

it('groups digits', () => expect(formatQty('1234567', 'en')).toBe('1,234,567'));
it('groups digits in Chinese as factories there write them', () =>
  expect(formatQty(1234567, 'zh-CN')).toBe('1,234,567'));
it('keeps every digit of decimal text', () =>
  expect(formatNumber('123456789012.123456', 'en')).toBe('123,456,789,012.123456'));
it('shows quantities with three decimals at most', () => expect(formatQty('0.1256', 'en')).toBe('0.126'));
it.each([null, undefined, '', 'abc', Number.NaN, Number.POSITIVE_INFINITY])('shows %p as no value', (value) =>
  expect(formatQty(value, 'en')).toBe('–'),
);
it('shows a share as a percentage', () => {
  expect(formatPercent(0.953, 'en')).toBe('95.3');
  expect(formatPercent(1, 'zh-CN', 0)).toBe('100');
  expect(formatPercent(null, 'en')).toBe('–');
});
it('shows money', () => {
  expect(formatMoney('1234.5', 'EUR', 'en')).toBe('€1,234.50');
  expect(formatMoney('88', 'CNY', 'zh-CN')).toBe('¥88.00');
});
it('shows the sign of a difference', () => {
  expect(formatDifference(4, 'en', 1)).toBe('+4.0');
  expect(formatDifference(-1.5, 'en', 1)).toBe('−1.5');
  expect(formatDifference(0, 'en')).toBe('0');
});
