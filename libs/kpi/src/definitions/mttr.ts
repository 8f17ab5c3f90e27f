import { STATION_DIMENSIONS, ratio } from '../kpi';

/** Mean time to repair: time in fault per failure. */
export const mttr = ratio({
  wording: {
    id: 'mttr',
    name: 'MTTR',
    nameZh: '平均修复时间 (MTTR)',
    formula: 'time in fault / failures, after ISO 22400-2',
    formulaZh: '故障时间 / 故障次数，参照 ISO 22400-2',
    unit: 'min',
    better: 'lower',
    dimensions: STATION_DIMENSIONS,
  },
  inputs: ['faultSec', 'failures'],
  numerator: (get) => get('faultSec'),
  denominator: (get) => get('failures'),
  scale: 1 / 60,
  fromStates: true,
  golden: [
    { name: '2 h, 4 failures', facts: { sums: { faultSec: 7200, failures: 4 } }, expected: '30.0' },
    { name: 'no failure', facts: { sums: {} }, expected: 'n/a' },
  ],
});
