import { PEOPLE_DIMENSIONS, ratio } from '../kpi';

/** Labour productivity: good output over attended hours. */
export const labourProductivity = ratio({
  wording: {
    id: 'labour-productivity',
    name: 'Labour productivity',
    nameZh: '劳动生产率',
    formula: 'good output of last operations / attended hours',
    formulaZh: '末道工序良品产出 / 出勤工时',
    unit: 'pcs/h',
    better: 'higher',
    dimensions: PEOPLE_DIMENSIONS,
  },
  inputs: ['outputQty', 'attendedSec'],
  numerator: (get) => get('outputQty'),
  denominator: (get) => get('attendedSec'),
  scale: 3600,
  golden: [
    {
      name: '686 pieces in 3 × 7.5 h',
      facts: { sums: { outputQty: 686, attendedSec: 81_000 } },
      expected: '30.49',
    },
    { name: 'nobody was here', facts: { sums: {} }, expected: 'n/a' },
  ],
});
