import { PLAN_DIMENSIONS, ratio } from '../kpi';

/** Schedule stability: how far a replan moves starts. */
export const scheduleStability = ratio({
  wording: {
    id: 'schedule-stability',
    name: 'Mean shift of starts by replans',
    nameZh: '重排平均移动',
    formula: 'Σ weight · |new start − old start| / operations in both plans',
    formulaZh: 'Σ 权重 · |新开工 − 旧开工| / 两版计划共有的工序数',
    unit: 's',
    better: 'lower',
    dimensions: PLAN_DIMENSIONS,
  },
  inputs: ['shiftedWeightedSec', 'comparedOps'],
  numerator: (get) => get('shiftedWeightedSec'),
  denominator: (get) => get('comparedOps'),
  scale: 1,
  golden: [
    {
      name: 'two of four operations by 600 s',
      facts: { sums: { shiftedWeightedSec: 1200, comparedOps: 4 } },
      expected: '300',
    },
    { name: 'no plan followed another', facts: { sums: {} }, expected: 'n/a' },
  ],
});
