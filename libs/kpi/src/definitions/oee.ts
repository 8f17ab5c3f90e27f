import { STATION_DIMENSIONS, ratio } from '../kpi';
import { shiftExample } from './shift-example';

/** Overall equipment effectiveness in its closed form; for one product it is availability × performance × quality. */
export const oee = ratio({
  wording: {
    id: 'oee',
    name: 'OEE',
    nameZh: '设备综合效率 (OEE)',
    formula:
      'good × planned run time per unit / planned busy time (Σ GQ·PRU / Σ PBT) = availability × performance × quality, after ISO 22400-2',
    formulaZh:
      '良品 × 单件计划运行时间 / 计划忙碌时间（Σ GQ·PRU / Σ PBT）= 可用率 × 表现性 × 质量率，参照 ISO 22400-2',
    unit: '%',
    better: 'higher',
    dimensions: STATION_DIMENSIONS,
    headline: true,
  },
  inputs: ['goodRunSec', 'plannedBusySec', 'productionSec', 'plannedRunSec', 'goodQty', 'producedQty'],
  numerator: (get) => get('goodRunSec'),
  denominator: (get) => get('plannedBusySec'),
  scale: 100,
  fromStates: true,
  note: (value) => (value.greaterThan(100) ? 'above-100' : null),
  golden: [
    { name: '343 of 450 min', facts: shiftExample, expected: '76.222' },
    { name: 'nothing planned', facts: { sums: {} }, expected: 'n/a' },
  ],
});
