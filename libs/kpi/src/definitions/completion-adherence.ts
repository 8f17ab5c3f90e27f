import { PLAN_DIMENSIONS, ratio } from '../kpi';

/** Completion adherence: ends as planned at shift start. */
export const completionAdherence = ratio({
  wording: {
    id: 'completion-adherence',
    name: 'Completion adherence',
    nameZh: '计划达成率（完工）',
    formula:
      'completions within tolerance / completions planned, of the published plan as it was frozen at the start of the shift',
    formulaZh: '在容差内完工的工序 / 班次开始时冻结的已发布计划中的完工数',
    unit: '%',
    better: 'higher',
    dimensions: PLAN_DIMENSIONS,
  },
  inputs: ['endsOnPlan', 'plannedEnds'],
  numerator: (get) => get('endsOnPlan'),
  denominator: (get) => get('plannedEnds'),
  scale: 100,
  golden: [
    { name: '8 of 10 completions', facts: { sums: { endsOnPlan: 8, plannedEnds: 10 } }, expected: '80.0' },
    { name: 'nothing planned', facts: { sums: {} }, expected: 'n/a' },
  ],
});
