import { STATION_DIMENSIONS, ratio } from '../kpi';
import { shiftExample } from './shift-example';

/** Availability: how much of the planned busy time was production. */
export const availability = ratio({
  wording: {
    id: 'availability',
    name: 'Availability',
    nameZh: '可用率',
    formula:
      'actual production time / planned busy time (APT / PBT), after ISO 22400-2. Planned busy time: planned operation time − planned downtime; set-up is not production; silent time is outside both',
    formulaZh:
      '实际生产时间 / 计划忙碌时间（APT / PBT），参照 ISO 22400-2。计划忙碌时间 = 计划运行时间 − 计划停机；换型不计入生产；无信号时间不计入分子和分母',
    unit: '%',
    better: 'higher',
    dimensions: STATION_DIMENSIONS,
  },
  inputs: ['productionSec', 'plannedBusySec'],
  numerator: (get) => get('productionSec'),
  denominator: (get) => get('plannedBusySec'),
  scale: 100,
  fromStates: true,
  golden: [
    { name: '380 of 450 min', facts: shiftExample, expected: '84.444' },
    { name: 'nothing planned', facts: { sums: {} }, expected: 'n/a' },
  ],
});
