import { PEOPLE_DIMENSIONS, ratio } from '../kpi';

/** Earned hours: standard time of the good output over attended time; compares mixes of products. */
export const earnedHours = ratio({
  wording: {
    id: 'earned-hours',
    name: 'Earned hours',
    nameZh: '标准工时效率',
    formula: 'Σ standard labour time of good output / attended hours',
    formulaZh: 'Σ 良品标准工时 / 出勤工时',
    unit: '%',
    better: 'higher',
    dimensions: PEOPLE_DIMENSIONS,
  },
  inputs: ['earnedSec', 'attendedSec'],
  numerator: (get) => get('earnedSec'),
  denominator: (get) => get('attendedSec'),
  scale: 100,
  mayExceed: true,
  golden: [
    {
      name: '686 × 0.8 min in 22.5 h',
      facts: { sums: { earnedSec: 32_928, attendedSec: 81_000 } },
      expected: '40.65',
    },
    { name: 'nobody was here', facts: { sums: {} }, expected: 'n/a' },
  ],
});
