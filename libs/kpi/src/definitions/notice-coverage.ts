import { PLAN_DIMENSIONS, ratio } from '../kpi';

/** Notice coverage: how much of what had to be acknowledged was, in time. It closes the loop. */
export const noticeCoverage = ratio({
  wording: {
    id: 'notice-coverage',
    name: 'Notice coverage',
    nameZh: '通知确认率',
    formula:
      'notices acknowledged within the time that the plant allows / notices that were acknowledged or whose time is over; withdrawn ones are left out',
    formulaZh: '在规定时间内确认的通知 / 已确认或已超时的通知；已撤回的不计',
    unit: '%',
    better: 'higher',
    dimensions: PLAN_DIMENSIONS,
  },
  inputs: ['noticesInTime', 'noticesDue'],
  numerator: (get) => get('noticesInTime'),
  denominator: (get) => get('noticesDue'),
  scale: 100,
  golden: [
    { name: '19 of 20', facts: { sums: { noticesInTime: 19, noticesDue: 20 } }, expected: '95.0' },
    { name: 'no notice came due', facts: { sums: {} }, expected: 'n/a' },
  ],
});
