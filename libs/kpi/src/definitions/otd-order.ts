import { deliveryExample, deliveryKpi } from './delivery';

/** On-time delivery of whole orders: a late line makes the order late. */
export const otdOrder = deliveryKpi(
  {
    id: 'otd-order',
    name: 'On-time delivery, orders',
    nameZh: '准时交付率（订单）',
    formula:
      'orders with every line shipped on or before its promise / orders promised in the window (by their last line)',
    formulaZh: '所有行均按承诺发货的订单 / 期间内承诺的订单（以最后一行为准）',
  },
  { counted: 'orders', hit: 'OnTime' },
  [
    { name: '5 of 8 orders', facts: deliveryExample, expected: '62.5' },
    { name: 'no promise came due', facts: { sums: {} }, expected: 'n/a' },
  ],
);
