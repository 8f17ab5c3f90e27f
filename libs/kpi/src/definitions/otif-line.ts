import { deliveryExample, deliveryKpi } from './delivery';

/** On time in full, by order line: never above on-time delivery of lines. */
export const otifLine = deliveryKpi(
  {
    id: 'otif-line',
    name: 'On time in full, lines',
    nameZh: '准时足量交付率（订单行）',
    formula: 'order lines shipped in full on or before the promise / order lines promised in the window',
    formulaZh: '按承诺日期足量发货的订单行 / 期间内承诺的订单行',
  },
  { counted: 'lines', hit: 'InFull' },
  [
    { name: '6 of 10 lines', facts: deliveryExample, expected: '60' },
    { name: 'no promise came due', facts: { sums: {} }, expected: 'n/a' },
  ],
);
