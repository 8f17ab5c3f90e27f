import { mostMore, overTarget } from './over-target';

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

it.each([
  ['10', '0', 60],
  ['10', '45', 15],
  ['120', '100', 140],
  ['0.2', '0.1', 50.1],
  ['10', '70', 0],
] as const)('of a target of %s with %s made core takes %d more', (qtyTarget, qtyGood, most) =>
  expect(mostMore({ qtyTarget, qtyGood, qtyScrap: '0', qtyRework: '0' })).toBe(most),
);
it('counts scrap and rework too', () =>
  expect(mostMore({ qtyTarget: '10', qtyGood: '4', qtyScrap: '2', qtyRework: '1' })).toBe(53));
