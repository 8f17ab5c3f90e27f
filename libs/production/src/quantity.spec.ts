import { checkWhole, mostMeant, roundUpTo } from './quantity';

const nails = { id: 'nail', unit: 'pcs' };
const flour = { id: 'flour', unit: 'kg' };

it.each(['3', '-3', '3.0', '10000000'])('%s pieces can be', (qty) =>
  expect(checkWhole(nails, qty)).toBeNull(),
);

it('half a piece cannot be, half a kilogram can', () => {
  expect(checkWhole(nails, '2.5')).toEqual({
    refused: true,
    code: 'quantity.fraction',
    facts: { item: 'nail', qty: '2.5', unit: 'pcs' },
  });
  expect(checkWhole(nails, '-0.5', { code: 'order.fraction' })).toMatchObject({ code: 'order.fraction' });
  expect(checkWhole(flour, '2.5')).toBeNull();
});

it('a fraction that leaves whole pieces puts an older one right', () => {
  expect(checkWhole(nails, '-0.5', { left: '9' })).toBeNull();
  expect(checkWhole(nails, '-0.5', { left: '8.5' })).toMatchObject({ code: 'quantity.fraction' });
});

it.each(['pcs', 'box', '件', '套'])('%s is not divided, by hand or by a bill of materials', (unit) => {
  expect(checkWhole({ id: 'x', unit }, '0.5')).not.toBeNull();
  expect(roundUpTo(unit, '0.5').toFixed()).toBe('1');
});

it('what can be meant is twice what is expected, 50 more for little, never above what a quantity may be', () => {
  expect(['1', '50', '51', '100', '9000000'].map(mostMeant)).toEqual(['51', '100', '102', '200', '10000000']);
});
