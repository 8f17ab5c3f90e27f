import { PEOPLE_DIMENSIONS, ratio } from '../kpi';

/** Worker efficiency: time on orders over attended time. */
export const workerEfficiency = ratio({
  wording: {
    id: 'worker-efficiency',
    name: 'Worker efficiency',
    nameZh: '人员效率',
    formula:
      'time on orders / attended time, after ISO 22400-2; who tends several stations at once is split between them',
    formulaZh: '在单工时 / 出勤工时，参照 ISO 22400-2；一人看多台时按台分摊',
    unit: '%',
    better: 'higher',
    dimensions: PEOPLE_DIMENSIONS,
  },
  inputs: ['onOrderSec', 'attendedSec'],
  numerator: (get) => get('onOrderSec'),
  denominator: (get) => get('attendedSec'),
  scale: 100,
  golden: [
    { name: '18 of 22.5 h', facts: { sums: { onOrderSec: 64_800, attendedSec: 81_000 } }, expected: '80.00' },
    { name: 'nobody was here', facts: { sums: {} }, expected: 'n/a' },
  ],
});
