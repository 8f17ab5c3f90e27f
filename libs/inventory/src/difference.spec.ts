import { Exact } from '@takt/production';
import { checkDifference, checkFound, checkPlace, checkWithoutLot } from './difference';

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

describe('without a lot', () => {
  const without = (there: string, difference: string, lots: readonly string[] = ['A', 'B']) =>
    checkWithoutLot(nail, new Exact(there), difference, lots);

  it.each([
    ['what is missing is counted up', '-3', '2'],
    ['to nothing', '-3', '3'],
    ['what lies so from before is counted away', '5', '-2'],
    ['to nothing', '5', '-5'],
  ])('%s: %s %s', (_, there, difference) => expect(without(there, difference)).toBeNull());

  it('nothing is found, and nothing taken that lies in lots', () => {
    const facts = { item: 'nail', qty: '5', available: '0', lots: 'A, B' };
    expect(without('0', '5')).toEqual({ refused: true, code: 'stock.lot-needed', facts });
    expect(without('-3', '4')?.facts).toEqual({ ...facts, qty: '4', available: '-3' });
    expect(without('2', '-5')?.facts).toEqual({ ...facts, qty: '-5', available: '2' });
  });

  it('names up to three lots', () => {
    expect(without('0', '5', ['A', 'B', 'C'])?.facts).toMatchObject({ lots: 'A, B, C' });
    expect(without('0', '5', ['A', 'B', 'C', 'D'])?.facts).toMatchObject({ lots: 'A, B, C …' });
  });

  it('where there are no lots, finding needs one and taking is a shortage', () => {
    expect(without('0', '5', [])?.facts).toEqual({
      item: 'nail',
      qty: '5',
      available: '0',
      reason: 'no-lots',
    });
    expect(without('2', '-5', [])?.code).toBe('stock.short');
  });

  it('half a piece is refused before', () => {
    expect(without('0', '0.5')?.code).toBe('quantity.fraction');
    expect(without('0', '-0.5')?.code).toBe('quantity.fraction');
  });
});

it('stock is put where its item belongs, or into quarantine', () => {
  const put = (kind: 'raw' | 'semi-finished' | 'finished', place: 'raw' | 'finished' | 'quarantine') =>
    checkPlace({ id: 'nail', kind }, place)?.facts ?? null;
  expect(put('raw', 'raw')).toBeNull();
  expect(put('raw', 'quarantine')).toBeNull();
  expect(put('semi-finished', 'finished')).toBeNull();
  expect(put('raw', 'finished')).toEqual({ item: 'nail', place: 'finished', home: 'raw' });
  expect(put('finished', 'raw')).toEqual({ item: 'nail', place: 'raw', home: 'finished' });
});

it('a count finds twice what is known, 50 more of little', () => {
  const found = (qty: string, onHand: string, largest: string | null) =>
    checkFound(nail, qty, { onHand, largest })?.facts ?? null;
  expect(found('50', '-4', null)).toBeNull();
  expect(found('200', '100', '40')).toBeNull();
  expect(found('200', '0', '100')).toBeNull();
  const facts = { item: 'nail', qty: '9000000', unit: 'pcs', onHand: '27', limit: '80' };
  expect(found('9000000', '27', '30')).toEqual(facts);
});
