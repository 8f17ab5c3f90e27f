import { bottomOf, topOf } from './chart-option';

const line = (...values: (number | null)[]) => [{ values }];

it.each([
  ['a share that does not change', { unit: '%', series: line(100, 100, null) }, 100],
  ['a share with a target', { unit: '%', series: line(82), target: 95 }, 100],
  ['small shares', { unit: '%', series: line(1.5, 2) }, undefined],
  ['more than all', { unit: '%', series: line(80, 112) }, undefined],
  ['an amount', { unit: 'pcs', series: line(80, 90) }, undefined],
  ['an amount below its target', { unit: 'pcs', series: line(80, 90), target: 118 }, 120],
  ['no values', { unit: '%', series: line(null) }, undefined],
])('the axis of %s ends', (_, data, top) => expect(topOf({ target: undefined, ...data })).toBe(top));
it.each([
  ['a share that does not change', { unit: '%', series: line(87, 87, null) }, 0],
  ['a share that changes', { unit: '%', series: line(87, 92) }, undefined],
  ['an amount', { unit: 'pcs', series: line(87) }, undefined],
])('the axis of %s begins', (_, data, bottom) => expect(bottomOf(data)).toBe(bottom));
