import { PEOPLE_DIMENSIONS, ratio } from '../kpi';

/** Output value per employee: for mixes of products that pieces cannot compare. */
export const outputValuePerEmployee = ratio({
  wording: {
    id: 'output-value-per-employee',
    name: 'Output value per employee',
    nameZh: '人均产值',
    formula: 'good output at standard value / attended shifts of one person',
    formulaZh: '良品产出标准价值 / 出勤人班',
    unit: 'money/shift',
    better: 'higher',
    dimensions: PEOPLE_DIMENSIONS,
  },
  inputs: ['outputValue', 'personShifts'],
  numerator: (get) => get('outputValue'),
  denominator: (get) => get('personShifts'),
  scale: 1,
  golden: [
    {
      name: '3,430 by three people',
      facts: { sums: { outputValue: 3430, personShifts: 3 } },
      expected: '1143.33',
    },
    { name: 'nobody was here', facts: { sums: {} }, expected: 'n/a' },
  ],
});
