import { STATION_DIMENSIONS, ratio } from '../kpi';

/** First-pass yield: good the first time over inspected. */
export const firstPassYield = ratio({
  wording: {
    id: 'first-pass-yield',
    name: 'First-pass yield',
    nameZh: '一次合格率',
    formula:
      'good the first time / inspected (GP / IP), after ISO 22400-2; pieces are inspected where they are reported',
    formulaZh: '一次合格 / 检验数量（GP / IP），参照 ISO 22400-2；报工即检验',
    unit: '%',
    better: 'higher',
    dimensions: STATION_DIMENSIONS,
  },
  inputs: ['goodQty', 'producedQty'],
  numerator: (get) => get('goodQty'),
  denominator: (get) => get('producedQty'),
  scale: 100,
  golden: [
    {
      name: '686 of 700',
      facts: { sums: { producedQty: 700, goodQty: 686, scrapQty: 10, reworkQty: 4 } },
      expected: '98.000',
    },
    { name: 'nothing produced', facts: { sums: {} }, expected: 'n/a' },
  ],
});
