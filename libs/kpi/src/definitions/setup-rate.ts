import { STATION_DIMENSIONS, ratio } from '../kpi';
import { shiftExample } from './shift-example';

/** Set-up rate: set-up over unit processing time. */
export const setupRate = ratio({
  wording: {
    id: 'setup-rate',
    name: 'Set-up rate',
    nameZh: '换型率',
    formula: 'set-up time / actual unit processing time (AUPT = production time + set-up), after ISO 22400-2',
    formulaZh: '换型时间 / 实际单元加工时间（AUPT = 生产时间 + 换型），参照 ISO 22400-2',
    unit: '%',
    better: 'lower',
    dimensions: STATION_DIMENSIONS,
  },
  inputs: ['setupSec', 'productionSec'],
  numerator: (get) => get('setupSec'),
  denominator: (get) => get('productionSec').plus(get('setupSec')),
  scale: 100,
  fromStates: true,
  golden: [
    { name: '30 of 410 min', facts: shiftExample, expected: '7.317' },
    { name: 'neither', facts: { sums: {} }, expected: 'n/a' },
  ],
});
