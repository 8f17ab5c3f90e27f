import { Exact } from '@takt/production';
import { ratio } from '../kpi';

/** Work orders in progress, time-weighted. */
export const wipOrders = ratio({
  wording: {
    id: 'wip-orders',
    name: 'Work orders in progress',
    nameZh: '在制工单',
    formula: 'time-weighted number of work orders begun and not ended',
    formulaZh: '时间加权的已开工未完工工单数',
    unit: 'orders',
    better: 'lower',
    dimensions: ['plant', 'line', 'item', 'item-class', 'day', 'week', 'month'],
  },
  inputs: ['wipOrderSec'],
  numerator: (get) => get('wipOrderSec'),
  denominator: (_, facts) => new Exact(facts.windowSec ?? 0),
  golden: [
    {
      name: '3 orders for a day, 1 for half a day',
      facts: { windowSec: 86_400, sums: { wipOrderSec: 302_400 } },
      expected: '3.5',
    },
    { name: 'an empty window', facts: { windowSec: 0, sums: {} }, expected: 'n/a' },
  ],
});
