import { PLAN_DIMENSIONS, ratio } from '../kpi';

/** Schedule adherence: starts as planned at shift start. */
export const scheduleAdherence = ratio({
  wording: {
    id: 'schedule-adherence',
    name: 'Schedule adherence',
    nameZh: '计划达成率（开工）',
    formula:
      'starts within tolerance / starts planned, of the published plan as it was frozen at the start of the shift (not of the latest replan)',
    formulaZh: '在容差内开工的工序 / 班次开始时冻结的已发布计划中的开工数（不是最新重排）',
    unit: '%',
    better: 'higher',
    dimensions: PLAN_DIMENSIONS,
  },
  inputs: ['startsOnPlan', 'plannedStarts'],
  numerator: (get) => get('startsOnPlan'),
  denominator: (get) => get('plannedStarts'),
  scale: 100,
  golden: [
    { name: '9 of 12 starts', facts: { sums: { startsOnPlan: 9, plannedStarts: 12 } }, expected: '75.0' },
    { name: 'nothing planned', facts: { sums: {} }, expected: 'n/a' },
  ],
});
