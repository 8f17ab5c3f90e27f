import { STATION_DIMENSIONS, ratio } from '../kpi';

/** Scrap ratio: scrap over produced. */
export const scrapRatio = ratio({
  wording: {
    id: 'scrap-ratio',
    name: 'Scrap ratio',
    nameZh: '报废率',
    formula: 'scrap / produced quantity (SQ / PQ), after ISO 22400-2',
    formulaZh: '报废数量 / 产出数量（SQ / PQ），参照 ISO 22400-2',
    unit: '%',
    better: 'lower',
    dimensions: STATION_DIMENSIONS,
  },
  inputs: ['scrapQty', 'producedQty'],
  numerator: (get) => get('scrapQty'),
  denominator: (get) => get('producedQty'),
  scale: 100,
  golden: [
    {
      name: '10 of 700',
      facts: { sums: { producedQty: 700, goodQty: 686, scrapQty: 10, reworkQty: 4 } },
      expected: '1.429',
    },
    { name: 'nothing produced', facts: { sums: {} }, expected: 'n/a' },
  ],
});
