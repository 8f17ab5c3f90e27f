import { addressOf, factTitle, factValue, partText } from './fact-words';

const reader = {
  state: (state: string) => `state ${state}`,
  place: (place: string) => `place ${place}`,
  movement: (kind: string) => `movement ${kind}`,
  names: {
    item: (id: string) => `item ${id}`,
    reason: (id: string) => (id === '' ? '' : `reason ${id}`),
    station: (id: string) => `station ${id}`,
    worker: (id: string) => `worker ${id}`,
  },
  format: {
    when: (at: string) => `at ${at}`,
    duration: (sec: number) => `${sec} s`,
    qty: (qty: number) => `${qty}`,
    money: (amount: number) => `€${amount}`,
  },
} as unknown as Parameters<typeof factValue>[2];

it('leads to the order, the operation, the lot, the work order, or to where the rest is listed', () => {
  expect(addressOf({ kind: 'order-line', values: { order: 'O-1', line: 2 } })).toBe('/orders/O-1?line=2');
  expect(addressOf({ kind: 'movement', values: { order: 'O-1' } })).toBe('/orders/O-1');
  expect(addressOf({ kind: 'report', values: { operation: 'WO-1.10', order: null } })).toBe(
    '/schedule?operation=WO-1.10',
  );
  expect(addressOf({ kind: 'movement', values: { item: 'cake', lot: 'L-7' } })).toBe('/trace/lot/L-7');
  expect(addressOf({ kind: 'work-order', values: { workOrder: 'WO-1', item: 'cake' } })).toBe(
    '/work?status=all&work-order=WO-1',
  );
  expect(addressOf({ kind: 'movement', values: { item: 'cake', workOrder: 'WO-1' } })).toBe(
    '/work?status=all&work-order=WO-1',
  );
  expect(addressOf({ kind: 'movement', values: { item: 'cake' } })).toBe('/stock?view=movements&item=cake');
  expect(addressOf({ kind: 'opening', values: { item: 'cake' } })).toBe('/stock?view=movements&item=cake');
  expect(addressOf({ kind: 'stop', values: { station: 'oven', operation: null } })).toBe('/now?station=oven');
  expect(addressOf({ kind: 'plan', values: { version: 7, station: 'oven' } })).toBe(
    '/schedule?view=versions&version=7',
  );
  expect(addressOf({ kind: 'notice', values: { station: 'oven' } })).toBe(
    '/schedule?view=notices&notices=all',
  );
  expect(addressOf({ kind: 'attendance', values: { worker: 'ann' } })).toBe('/now?view=people&people=week');
  expect(addressOf({ kind: 'order', values: {} })).toBeUndefined();
});
it('writes values by their names', () => {
  expect(factValue('shippedAt', '2026-03-11', reader)).toBe('at 2026-03-11');
  expect(factValue('durationSec', 90, reader)).toBe('90 s');
  expect(factValue('value', 12, reader)).toBe('€12');
  expect(factValue('item', 'cake', reader)).toBe('item cake');
  expect(factValue('scrapReason', 'burnt', reader)).toBe('reason burnt');
  expect(factValue('workers', 'ann bob', reader)).toBe('worker ann, worker bob');
  expect(factValue('good', 7, reader)).toBe('7');
  expect(factValue('state', 'idle', reader)).toBe('state idle');
});
it('says what a fact is with the names that the reader knows', () => {
  const titled = (
    kind: 'movement' | 'order-line' | 'stop' | 'report' | 'opening' | 'schedule',
    values: Record<string, string | number>,
  ) => factTitle({ kind, title: 'as core says it', values }, reader);
  expect(titled('movement', { kind: 'backflush', item: 'icing' })).toBe('movement backflush · item icing');
  expect(titled('order-line', { order: 'O-1', line: 2, item: 'cake' })).toBe('O-1/2 · item cake');
  expect(titled('stop', { station: 'oven', state: 'fault' })).toBe('station oven · state fault');
  expect(titled('opening', { item: 'icing', qty: 3 })).toBe('item icing');
  expect(titled('schedule', { operation: 'W.10', station: 'oven' })).toBe('W.10 · station oven');
  expect(titled('report', {})).toBe('as core says it');
  expect(factValue('place', 'wip', reader)).toBe('place wip');
});
it('writes large parts with fewer decimals than small ones', () => {
  const format = { number: (amount: number, decimals?: number) => `${amount} (${decimals})` } as never;
  expect(partText(-0.00213, format)).toBe('-0.00213 (4)');
  expect(partText(-7.51064, format)).toBe('-7.51064 (3)');
  expect(partText(75.1064, format)).toBe('75.1064 (2)');
  expect(partText(1234.56, format)).toBe('1234.56 (1)');
});
