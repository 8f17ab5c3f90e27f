import { Exact } from '@takt/production';
import { STATION_DIMENSIONS, ratio } from '../kpi';
import { shiftExample } from './shift-example';

/** Net equipment effectiveness: like OEE, but set-up is not a loss. High-mix shops read it beside OEE. */
export const nee = ratio({
  wording: {
    id: 'nee',
    name: 'NEE',
    nameZh: '净设备效率 (NEE)',
    formula:
      '(actual unit processing time / planned busy time) × performance × quality (AUPT / PBT · P · Q); AUPT = production time + set-up; after ISO 22400-2',
    formulaZh:
      '（实际单元加工时间 / 计划忙碌时间）× 表现性 × 质量率（AUPT / PBT · P · Q）；AUPT = 生产时间 + 换型；参照 ISO 22400-2',
    unit: '%',
    better: 'higher',
    dimensions: STATION_DIMENSIONS,
  },
  inputs: ['goodRunSec', 'plannedBusySec', 'productionSec', 'setupSec'],
  numerator: (get) =>
    get('productionSec').isZero()
      ? new Exact(0)
      : get('productionSec').plus(get('setupSec')).times(get('goodRunSec')).div(get('productionSec')),
  denominator: (get) => get('plannedBusySec'),
  scale: 100,
  fromStates: true,
  product: true,
  note: (value) => (value.greaterThan(100) ? 'above-100' : null),
  golden: [
    { name: '410 of 450 min, P 92.105 %, Q 98 %', facts: shiftExample, expected: '82.240' },
    { name: 'only set-up', facts: { sums: { plannedBusySec: 60, setupSec: 60 } }, expected: '0.000' },
    { name: 'nothing planned', facts: { sums: {} }, expected: 'n/a' },
  ],
});
