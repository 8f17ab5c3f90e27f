import { PLAN_DIMENSIONS, ratio } from '../kpi';

/** Share of the operations inside the frozen zone that a replan moved all the same. */
export const frozenMoves = ratio({
  wording: {
    id: 'frozen-moves',
    name: 'Moves inside the frozen zone',
    nameZh: '冻结期内移动率',
    formula: 'operations moved inside the frozen zone / operations inside it',
    formulaZh: '冻结期内被移动的工序 / 冻结期内的工序',
    unit: '%',
    better: 'lower',
    dimensions: PLAN_DIMENSIONS,
  },
  inputs: ['frozenMovedOps', 'frozenOps'],
  numerator: (get) => get('frozenMovedOps'),
  denominator: (get) => get('frozenOps'),
  scale: 100,
  golden: [
    { name: '1 of 8', facts: { sums: { frozenMovedOps: 1, frozenOps: 8 } }, expected: '12.5' },
    { name: 'nothing was frozen', facts: { sums: {} }, expected: 'n/a' },
  ],
});
