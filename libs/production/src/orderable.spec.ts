import { checkOrderable } from './orderable';

it.each([
  ['finished', true, null],
  ['semi-finished', true, null],
  ['raw', true, 'item.not-sold'],
  ['raw', false, 'item.inactive'],
  ['finished', false, 'item.inactive'],
] as const)('%s, sold: %s → %s', (kind, active, code) => {
  expect(checkOrderable({ id: 'cake', kind, active })?.code ?? null).toBe(code);
});
