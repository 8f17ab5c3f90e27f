import { Exact } from '@takt/production';
import { ratio } from '../kpi';

/** Standard hours in progress, time-weighted. */
export const wipHours = ratio({
  wording: {
    id: 'wip-hours',
    name: 'Work in progress, standard hours',
    nameZh: '在制工时',
    formula: 'time-weighted standard hours of work begun and not ended',
    formulaZh: '时间加权的在制标准工时',
    unit: 'h',
    better: 'lower',
    dimensions: ['plant', 'line', 'item', 'item-class', 'day', 'week', 'month'],
  },
  inputs: ['wipHourSec'],
  numerator: (get) => get('wipHourSec'),
  denominator: (_, facts) => new Exact(facts.windowSec ?? 0),
  golden: [
    {
      name: '20 h for half a day',
      facts: { windowSec: 86_400, sums: { wipHourSec: 864_000 } },
      expected: '10.0',
    },
    { name: 'an empty window', facts: { windowSec: 0, sums: {} }, expected: 'n/a' },
  ],
});
