import { Exact } from '@takt/production';
import { input } from '../input';
import { defined, inputsOf, type Evaluation, type Kpi, type KpiFacts } from '../kpi';

const INPUTS = ['goodQty', 'producedQty'] as const;

function evaluate({ sums, parts = [] }: KpiFacts): Evaluation {
  const yields = parts
    .map((part) => ({ good: input(part, 'goodQty'), produced: input(part, 'producedQty') }))
    .filter(({ produced }) => !produced.isZero())
    .map(({ good, produced }) => good.div(produced));
  const product = yields.reduce((all, one) => all.times(one), new Exact(1));
  return {
    value: yields.length === 0 ? null : product.times(100).toNumber(),
    numerator: yields.length === 0 ? 0 : product.toNumber(),
    denominator: yields.length === 0 ? 0 : 1,
    inputs: inputsOf(INPUTS, sums),
    note: null,
  };
}

/** Rolled yield: the chance that a piece passes every operation at the first go. */
export const rolledYield: Kpi = {
  definition: defined({
    id: 'rolled-yield',
    name: 'Rolled yield',
    nameZh: '累积合格率',
    formula: 'product of the first-pass yields of all operations',
    formulaZh: '各工序一次合格率的乘积',
    unit: '%',
    better: 'higher',
    dimensions: ['plant', 'line', 'item', 'item-class', 'day', 'week', 'month'],
  }),
  inputs: INPUTS,
  fromStates: false,
  bases: [],
  mayExceed: false,
  evaluate,
  counted: null,
  golden: [
    {
      name: '98 % and 95 %',
      facts: {
        sums: {},
        parts: [
          { goodQty: 98, producedQty: 100 },
          { goodQty: 190, producedQty: 200 },
        ],
      },
      expected: '93.100',
    },
    { name: 'no operation reported', facts: { sums: {}, parts: [{}] }, expected: 'n/a' },
  ],
};
