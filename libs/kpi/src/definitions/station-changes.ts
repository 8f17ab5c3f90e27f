import { PLAN_DIMENSIONS, ratio } from '../kpi';

/** Share of operations that a replan gave to another station. */
export const stationChanges = ratio({
  wording: {
    id: 'station-changes',
    name: 'Station changes by replans',
    nameZh: '重排换工位率',
    formula: 'operations on another station / operations in both plans',
    formulaZh: '更换工位的工序 / 两版计划共有的工序数',
    unit: '%',
    better: 'lower',
    dimensions: PLAN_DIMENSIONS,
  },
  inputs: ['stationChangedOps', 'comparedOps'],
  numerator: (get) => get('stationChangedOps'),
  denominator: (get) => get('comparedOps'),
  scale: 100,
  golden: [
    { name: '1 of 4', facts: { sums: { stationChangedOps: 1, comparedOps: 4 } }, expected: '25.0' },
    { name: 'no plan followed another', facts: { sums: {} }, expected: 'n/a' },
  ],
});
