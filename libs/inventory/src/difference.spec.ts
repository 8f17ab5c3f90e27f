import { Exact } from '@takt/production';
import { checkDifference, nameLots } from './difference';

const nail = { id: 'nail', unit: 'pcs' };
const code = (there: string, difference: string, unit = 'pcs') =>
  checkDifference({ ...nail, unit }, new Exact(there), difference)?.code ?? null;

it('takes what is there, to the last, and no more', () => {
  expect(code('27', '-27')).toBeNull();
  expect(checkDifference(nail, new Exact('27'), '-28')).toEqual({
    refused: true,
    code: 'stock.short',
    facts: { item: 'nail', available: '27', needed: '28' },
  });
});

it('stock below zero is counted up, not down', () => {
  expect(code('-3', '2')).toBeNull();
  expect(code('-3', '-1')).toBe('stock.short');
});

it('pieces stay whole, or become whole', () => {
  expect(code('27', '0.5')).toBe('quantity.fraction');
  expect(code('27.5', '-0.5')).toBeNull();
  expect(code('27', '-0.5', 'kg')).toBeNull();
});

it('half a piece is refused before a shortage', () => {
  expect(code('0', '-0.3')).toBe('quantity.fraction');
  expect(code('1', '-1.25')).toBe('quantity.fraction');
  expect(code('0', '-0.3', 'kg')).toBe('stock.short');
});

it('says which lots there are when what lies without a lot is short, up to three', () => {
  const short = checkDifference(nail, new Exact('0'), '-5');
  expect(nameLots(short, ['A', 'B'])?.facts).toEqual({
    item: 'nail',
    available: '0',
    needed: '5',
    reason: 'without-lot',
    lots: 'A, B',
  });
  expect(nameLots(short, ['A', 'B', 'C', 'D'])?.facts).toMatchObject({ lots: 'A, B, C …' });
  expect(nameLots(short, [])).toBe(short);
  expect(nameLots(null, ['A'])).toBeNull();
  const split = checkDifference(nail, new Exact('0'), '-0.5');
  expect(nameLots(split, ['A'])).toBe(split);
});
