import { STATION_DIMENSIONS, ratio } from '../kpi';

/** Rework ratio: to be reworked over produced. */
export const reworkRatio = ratio({
  wording: {
    id: 'rework-ratio',
    name: 'Rework ratio',
    nameZh: '返工率',
    formula: 'to be reworked / produced quantity (RQ / PQ), after ISO 22400-2',
    formulaZh: '返工数量 / 产出数量（RQ / PQ），参照 ISO 22400-2',
    unit: '%',
    better: 'lower',
    dimensions: STATION_DIMENSIONS,
  },
  inputs: ['reworkQty', 'producedQty'],
  numerator: (get) => get('reworkQty'),
  denominator: (get) => get('producedQty'),
  scale: 100,
  golden: [
    {
      name: '4 of 700',
      facts: { sums: { producedQty: 700, goodQty: 686, scrapQty: 10, reworkQty: 4 } },
      expected: '0.571',
    },
    { name: 'nothing produced', facts: { sums: {} }, expected: 'n/a' },
  ],
});
