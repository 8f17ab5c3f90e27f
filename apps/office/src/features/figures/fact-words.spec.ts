import { addressOf, factValue } from './fact-words';

const reader = {
  state: (state: string) => `state ${state}`,
  names: { item: (id: string) => `item ${id}`, reason: (id: string) => `reason ${id}` },
  format: {
    when: (at: string) => `at ${at}`,
    duration: (sec: number) => `${sec} s`,
    qty: (qty: number) => `${qty}`,
    money: (amount: number) => `€${amount}`,
  },
} as unknown as Parameters<typeof factValue>[2];

it('leads to the order, to the operation, or to the lot', () => {
  expect(addressOf({ kind: 'order-line', values: { order: 'O-1', line: 2 } })).toBe('/orders/O-1?line=2');
  expect(addressOf({ kind: 'movement', values: { order: 'O-1' } })).toBe('/orders/O-1');
  expect(addressOf({ kind: 'report', values: { operation: 'WO-1.10', order: null } })).toBe(
    '/schedule?operation=WO-1.10',
  );
  expect(addressOf({ kind: 'movement', values: { item: 'cake', lot: 'L-7' } })).toBe('/trace/lot/L-7');
  expect(addressOf({ kind: 'movement', values: { item: 'cake' } })).toBeUndefined();
});
it('writes values by their names', () => {
  expect(factValue('shippedAt', '2026-03-11', reader)).toBe('at 2026-03-11');
  expect(factValue('durationSec', 90, reader)).toBe('90 s');
  expect(factValue('value', 12, reader)).toBe('€12');
  expect(factValue('item', 'cake', reader)).toBe('item cake');
  expect(factValue('scrapReason', 'burnt', reader)).toBe('reason burnt');
  expect(factValue('good', 7, reader)).toBe('7');
  expect(factValue('state', 'idle', reader)).toBe('state idle');
});
