import { rankCauses } from './pareto';

it('adds up causes, the greatest first, with what they make together', () =>
  expect(
    rankCauses([
      { key: 'jam', amount: 1 },
      { key: 'break', amount: 6 },
      { key: 'jam', amount: 2 },
      { key: 'none', amount: 0 },
      { key: 'wait', amount: 1 },
    ]),
  ).toEqual([
    { key: 'break', amount: 6, count: 1, share: 0.6, cumulative: 0.6 },
    { key: 'jam', amount: 3, count: 2, share: 0.3, cumulative: 0.9 },
    { key: 'wait', amount: 1, count: 1, share: 0.1, cumulative: 1 },
  ]));
it('ranks nothing', () => expect(rankCauses([])).toEqual([]));
