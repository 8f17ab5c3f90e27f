import { PLAN_DIMENSIONS, ratio } from '../kpi';

/** Quantity attainment: what was made of what was planned; making more of one thing does not make up for another. */
export const quantityAttainment = ratio({
  wording: {
    id: 'quantity-attainment',
    name: 'Quantity attainment',
    nameZh: '数量达成率',
    formula: 'Σ min(actual, planned) / Σ planned, of the plan frozen at the start of the shift',
    formulaZh: 'Σ min(实际, 计划) / Σ 计划，以班次开始时冻结的计划为准',
    unit: '%',
    better: 'higher',
    dimensions: PLAN_DIMENSIONS,
  },
  inputs: ['attainedQty', 'plannedQty'],
  numerator: (get) => get('attainedQty'),
  denominator: (get) => get('plannedQty'),
  scale: 100,
  golden: [
    {
      name: 'planned 100/100/100, made 150/50/100',
      facts: { sums: { attainedQty: 250, plannedQty: 300 } },
      expected: '83.33',
    },
    { name: 'nothing planned', facts: { sums: {} }, expected: 'n/a' },
  ],
});
