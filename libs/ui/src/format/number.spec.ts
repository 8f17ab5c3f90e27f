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

it('never shows what is not zero as zero', () => {
  expect(formatNumber(0.00067, 'en', 1)).toBe('0.00067');
  expect(formatNumber(-0.000671, 'zh-CN', 0)).toBe('-0.00067');
  expect(formatQty('0.00049', 'en')).toBe('0.00049');
  expect(formatNumber(0.00000012, 'en')).toBe('0.00000012');
  expect(formatPercent(0.0000672, 'en', 0)).toBe('0.0067');
  expect(formatMoney('-0.0042', 'EUR', 'en')).toBe('-€0.0042');
  expect(formatDifference(0.00067, 'en', 1)).toBe('+0.00067');
  expect(formatDifference(-0.00067, 'en', 1)).toBe('−0.00067');
});
it('shows nothing, and what is left over from adding fractions, as zero', () => {
  expect(formatNumber(0, 'en', 1)).toBe('0');
  expect(formatNumber(-0, 'en', 1)).toBe('0');
  expect(formatNumber(0.3 - 0.1 - 0.2, 'en', 1)).toBe('0');
  expect(formatDifference(0.3 - 0.1 - 0.2, 'en', 1)).toBe('0.0');
});
it('keeps the values of an axis apart', () => {
  const near = [0.00012, 0.00014, 0.1001, 0.1002, 0.0000011, 0.00000115, 123456.7];
  const texts = near.map((value) => formatNumber(value, 'en', 9));
  expect(texts).toEqual(['0.00012', '0.00014', '0.1001', '0.1002', '0.0000011', '0.00000115', '123,456.7']);
});
