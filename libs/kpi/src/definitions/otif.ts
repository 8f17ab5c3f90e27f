import { deliveryExample, deliveryKpi } from './delivery';

/** On time in full, by order: never above on-time delivery of orders. */
export const otif = deliveryKpi(
  {
    id: 'otif',
    name: 'On time in full',
    nameZh: '准时足量交付率 (OTIF)',
    formula:
      'orders with every line on time and in full / orders promised in the window (by their last line). Compare it with on-time delivery of orders, not of lines',
    formulaZh: '所有行均准时且足量的订单 / 期间内承诺的订单（以最后一行为准）。请与订单口径的准时交付率比较',
  },
  { counted: 'orders', hit: 'InFull' },
  [
    { name: '4 of 8 orders', facts: deliveryExample, expected: '50' },
    { name: 'no promise came due', facts: { sums: {} }, expected: 'n/a' },
  ],
);
