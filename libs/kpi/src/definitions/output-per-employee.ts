import { PEOPLE_DIMENSIONS, ratio } from '../kpi';

/** Output per employee: good output over the people present, in shifts of one person from attendance. */
export const outputPerEmployee = ratio({
  wording: {
    id: 'output-per-employee',
    name: 'Output per employee',
    nameZh: '人均产出',
    formula:
      'good output of last operations / attended shifts of one person (attended time / net length of the shift); people from attendance, not from the roster',
    formulaZh: '末道工序良品产出 / 出勤人班（出勤时间 / 班次净时长）；人数取自考勤而非排班',
    unit: 'pcs/shift',
    better: 'higher',
    dimensions: PEOPLE_DIMENSIONS,
    headline: true,
  },
  inputs: ['outputQty', 'personShifts'],
  numerator: (get) => get('outputQty'),
  denominator: (get) => get('personShifts'),
  scale: 1,
  golden: [
    {
      name: '686 pieces by three people',
      facts: { sums: { outputQty: 686, personShifts: 3 } },
      expected: '228.67',
    },
    { name: 'nobody was here', facts: { sums: {} }, expected: 'n/a' },
  ],
});
