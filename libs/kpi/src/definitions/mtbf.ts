import { STATION_DIMENSIONS, ratio } from '../kpi';

/** Mean time between failures: run time per failure. */
export const mtbf = ratio({
  wording: {
    id: 'mtbf',
    name: 'MTBF',
    nameZh: '平均故障间隔 (MTBF)',
    formula: 'run time / failures, after ISO 22400-2',
    formulaZh: '运行时间 / 故障次数，参照 ISO 22400-2',
    unit: 'h',
    better: 'higher',
    dimensions: STATION_DIMENSIONS,
  },
  inputs: ['runSec', 'failures'],
  numerator: (get) => get('runSec'),
  denominator: (get) => get('failures'),
  scale: 1 / 3600,
  fromStates: true,
  golden: [
    { name: '40 h, 4 failures', facts: { sums: { runSec: 144_000, failures: 4 } }, expected: '10.0' },
    { name: 'no failure', facts: { sums: {} }, expected: 'n/a' },
  ],
});
