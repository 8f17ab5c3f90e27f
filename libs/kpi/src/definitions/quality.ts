import { STATION_DIMENSIONS, ratio } from '../kpi';
import { shiftExample } from './shift-example';

/** Quality: good the first time over produced. */
export const quality = ratio({
  wording: {
    id: 'quality',
    name: 'Quality',
    nameZh: '质量率',
    formula:
      'good the first time / produced quantity (GQ / PQ), after ISO 22400-2. Produced: good + scrap + rework; reworked pieces do not become good here',
    formulaZh:
      '一次良品 / 产出数量（GQ / PQ），参照 ISO 22400-2。产出 = 良品 + 报废 + 返工；返修合格品不计入良品',
    unit: '%',
    better: 'higher',
    dimensions: STATION_DIMENSIONS,
  },
  inputs: ['goodQty', 'producedQty'],
  numerator: (get) => get('goodQty'),
  denominator: (get) => get('producedQty'),
  scale: 100,
  golden: [
    { name: '686 of 700', facts: shiftExample, expected: '98.000' },
    { name: 'nothing produced', facts: { sums: {} }, expected: 'n/a' },
  ],
});
