import { overTarget } from './over-target';

it.each([
  ['118', '120', undefined, 0],
  ['120', '120', undefined, 0],
  ['121', '120', undefined, 1],
  ['118', '120', '2', 0],
  ['118', '120', '12', 10],
  ['0.1', '0.3', '0.2', 0],
  ['118', '120', '', 0],
] as const)('%s good of %s and %s more: %s over', (qtyGood, qtyTarget, more, over) =>
  expect(overTarget({ qtyGood, qtyTarget }, more)).toBe(over),
);
