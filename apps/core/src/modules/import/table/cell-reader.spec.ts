import fc from 'fast-check';
import { z } from 'zod';
import { decimalText } from '@takt/production';
import type { Cell } from '../file/raw-sheet';
import {
  choice,
  day,
  decimal,
  lines,
  listOf,
  misfit,
  money,
  number,
  positive,
  quantity,
  text,
  time,
  tradeItem,
  whole,
  yesNo,
  type CellReader,
} from './cell-reader';
import { letterOf } from './faults';

type Filled = Exclude<Cell, null>;
const read = (reader: CellReader<unknown>, cell: Filled): unknown => {
  const value = reader(cell);
  return typeof value === 'object' && value !== null && 'fault' in value ? value.fault : value;
};
const date = (iso: string): Date => new Date(`${iso}Z`);

it.each<[string, CellReader<unknown>, Filled, unknown]>([
  ['a number as it is written', text, 10045, '10045'],
  ['a trade item number that Excel took for a number', tradeItem, 4012345678901, '04012345678901'],
  ['a trade item number of 8 digits', tradeItem, '40123455', '00000040123455'],
  ['a text with spaces around', text, '  a b ', 'a b'],
  ['a formula as text', text, '=1+1', '=1+1'],
  ['a line break in a name', text, 'a\nb', 'import.not-text'],
  ['a line break in an instruction', lines, 'a\r\nb', 'a\nb'],
  ['half a character', text, 'a\ud800', 'import.not-text'],
  ['a character that was lost', text, 'K\ufffdln', 'import.not-text'],
  ['full-width digits', whole, '１２', 12],
  ['a thousands separator', whole, '1,000', 'import.decimal-comma'],
  ['a decimal comma', decimal, '12,5', 'import.decimal-comma'],
  ['a point and commas', decimal, '1.234,50', 'import.decimal-comma'],
  ['a unit', number, '5 kg', 'import.not-number'],
  ['nothing but a sign', number, '-', 'import.not-number'],
  ['an exponent', number, '1e3', 1000],
  ['a yes for a number', number, true, 'import.not-number'],
  ['a fraction', whole, 2.5, 'import.not-whole'],
  ['more than a number can hold', whole, '99999999999999999999', 'import.not-whole'],
  ['seven decimals', decimal, '0.1234567', 'import.too-precise'],
  ['a tiny exponent', decimal, '1e-7', 'import.too-precise'],
  ['seven decimals of a calculation', decimal, 1 / 3, '0.333333'],
  ['a billion billions', decimal, '1e18', 'import.too-large'],
  ['1e9 pieces', quantity, '1000000000', 'import.too-large'],
  ['1e9 pieces as a number', quantity, 1e9, 'import.too-large'],
  ['below zero', quantity, '-1', 'import.too-small'],
  ['nothing', positive, '0', 'import.too-small'],
  ['a negative amount', money, '-0.01', 'import.too-small'],
  ['an amount', money, '+4.20', '4.2'],
  ['yes', yesNo, '是', true],
  ['no', yesNo, 'N', false],
  ['a tick', yesNo, '✓', true],
  ['perhaps', yesNo, 'perhaps', 'import.not-choice'],
  ['a choice in Chinese', choice({ 'make-to-stock': '备货生产' }), '备货生产', 'make-to-stock'],
  ['a choice with other signs', choice({ 'make-to-stock': '备货生产' }), 'Make to_Stock', 'make-to-stock'],
  ['a date cell', day, date('2026-03-04T00:00:00'), '2026-03-04'],
  ['a day in Chinese', day, '2026年3月4日', '2026-03-04'],
  ['a day with slashes', day, '2026/3/4', '2026-03-04'],
  ['a day that does not exist', day, '2026-02-29', 'import.not-form'],
  ['a day in 1970', day, '1970-01-01', 'import.too-small'],
  ['a date cell with 0', day, date('1899-12-31T00:00:00'), 'import.too-small'],
  ['a day in another millennium', day, '3026-03-04', 'import.too-large'],
  ['another order of day and month', day, '4.3.2026', 'import.not-form'],
  ['a time cell', time, date('1899-12-31T06:05:00'), '06:05'],
  ['a short time', time, '6:05', '06:05'],
  ['midnight at the end', time, '24:00', '24:00'],
  ['a minute too many', time, '24:01', 'import.not-form'],
  ['sixty minutes', time, '06:60', 'import.not-form'],
  ['several values', listOf(text), 'a; b；c|', ['a', 'b', 'c']],
  ['a wrong one among several', listOf(whole), '1;x', 'import.not-number'],
])('%s', (_, reader, cell, expected) => {
  expect(read(reader, cell)).toEqual(expected);
});

it('every decimal with six places is read as it was written', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), (millionths) => {
      const digits = `${millionths < 0n ? '-' : ''}${(millionths < 0n ? -millionths : millionths)
        .toString()
        .padStart(7, '0')
        .replace(/(\d{6})$/, '.$1')}`;
      expect(read(decimal, digits)).toBe(decimalText(digits));
    }),
  );
});

it.each([
  [z.number().max(5), 6, 'import.too-large'],
  [z.number().min(5), 4, 'import.too-small'],
  [z.string().max(2), 'abc', 'import.too-long'],
  [z.string().regex(/^a$/), 'b', 'import.not-id'],
  [z.array(z.string()).max(1), ['a', 'b'], 'import.too-large'],
])('a misfit is told: %#', (schema, value, code) => {
  expect(misfit(schema, value)?.fault).toBe(code);
});

it('columns have letters', () => {
  expect([0, 25, 26, 27, 701, 702].map(letterOf)).toEqual(['A', 'Z', 'AA', 'AB', 'ZZ', 'AAA']);
});
