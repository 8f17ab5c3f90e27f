import { deliveryExample, deliveryKpi } from './delivery';

/** On-time delivery of order lines; headline on the first promise. */
export const otd = deliveryKpi(
  {
    id: 'otd',
    name: 'On-time delivery',
    nameZh: '准时交付率',
    formula:
      'order lines shipped on or before the promise / order lines promised in the window. Open overdue lines are misses. Basis: requested date, first promise (headline) or latest promise',
    formulaZh:
      '按承诺日期或之前发货的订单行 / 期间内承诺的订单行。逾期未发即为未达成。口径：要求日期、首次承诺（首页）、最新承诺',
    headline: true,
  },
  { counted: 'lines', hit: 'OnTime' },
  [
    { name: '7 of 10 lines', facts: deliveryExample, expected: '70' },
    { name: 'against the wish', facts: { ...deliveryExample, basis: 'requested' }, expected: '50' },
    { name: 'no promise came due', facts: { sums: {} }, expected: 'n/a' },
  ],
);
