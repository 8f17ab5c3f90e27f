import { Exact } from '@takt/production';
import { STOCK_DIMENSIONS, ratio } from '../kpi';

/** Value in progress, time-weighted. */
export const wipValue = ratio({
  wording: {
    id: 'wip-value',
    name: 'Work in progress, value',
    nameZh: '在制价值',
    formula:
      'time-weighted value of work in progress, half-made parts in store included, (1/T)·Σ value·dt from the ledger',
    formulaZh: '时间加权在制价值（含库存半成品），即台账 (1/T)·Σ 价值·dt',
    unit: 'money',
    better: 'lower',
    dimensions: STOCK_DIMENSIONS,
  },
  inputs: ['wipValueSec'],
  numerator: (get) => get('wipValueSec'),
  denominator: (_, facts) => new Exact(facts.windowSec ?? 0),
  golden: [
    {
      name: '500 for a day',
      facts: { windowSec: 86_400, sums: { wipValueSec: 43_200_000 } },
      expected: '500',
    },
    { name: 'an empty window', facts: { windowSec: 0, sums: {} }, expected: 'n/a' },
  ],
});
