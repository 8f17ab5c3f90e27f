import { STATION_DIMENSIONS, ratio } from '../kpi';
import { shiftExample } from './shift-example';

/** Performance: planned run time of what was produced, over the time it took. Above 100 % it is shown and flagged, never capped. */
export const performance = ratio({
  wording: {
    id: 'performance',
    name: 'Performance',
    nameZh: '表现性',
    formula:
      'planned run time per unit × produced quantity / actual production time (PRU·PQ / APT), after ISO 22400-2. May exceed 100 %: the planned time is too long, or pieces were counted twice',
    formulaZh:
      '单件计划运行时间 × 产出数量 / 实际生产时间（PRU·PQ / APT），参照 ISO 22400-2。可能超过 100 %：计划时间偏长或重复计数',
    unit: '%',
    better: 'higher',
    dimensions: STATION_DIMENSIONS,
  },
  inputs: ['plannedRunSec', 'productionSec'],
  numerator: (get) => get('plannedRunSec'),
  denominator: (get) => get('productionSec'),
  scale: 100,
  mayExceed: true,
  fromStates: true,
  note: (value) => (value.greaterThan(100) ? 'above-100' : null),
  golden: [
    { name: '700 pieces of 0.5 min in 380 min', facts: shiftExample, expected: '92.105' },
    {
      name: 'above 100 % is not capped',
      facts: { sums: { plannedRunSec: 120, productionSec: 100 } },
      expected: '120.000',
    },
    { name: 'never ran', facts: { sums: { plannedRunSec: 120 } }, expected: 'n/a' },
  ],
});
