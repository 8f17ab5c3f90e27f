import { entry, facts, MIN, operation, station } from '../test/sample';
import { checkPlace } from './move';

const operations = [
  operation('A.10', 10, ['s1'], { status: 'running', station: 's1' }),
  operation('B.10', 10, ['s1', 's2']),
  operation('C.10', 10, ['s2'], { after: [{ operation: 'B.10', minSec: 60, maxSec: null }] }),
];
const published = [
  entry('A.10', 's1', [100, 110], { fixed: 'running' }),
  entry('B.10', 's1', [110, 120]),
  entry('C.10', 's2', [121, 131]),
];
const given = facts(100, {
  operations,
  published,
  stations: [
    station('s1'),
    station('s2', {
      work: [
        [0, 150 * MIN],
        [200 * MIN, 300 * MIN],
      ],
    }),
  ],
});
const answer = (id: string, place: string, minute: number) => {
  const result = checkPlace(given, { operation: id, station: place, startAt: minute * MIN });
  return result.ok ? [result.entry.startAt / MIN, result.entry.endAt / MIN] : [result.why, result.subject];
};

describe('a place that a person wants', () => {
  it('is given when it is free', () => expect(answer('B.10', 's2', 105)).toEqual([105, 115]));
  it('is refused behind what runs, in the past, out of working time, on a foreign station', () => {
    expect(answer('B.10', 's1', 105)).toEqual(['busy', 'A.10']);
    expect(answer('B.10', 's1', 94)).toEqual(['past', 'B.10']);
    expect(answer('B.10', 's2', 160)).toEqual(['calendar', 's2']);
    expect(answer('C.10', 's1', 160)).toEqual(['station', 's1']);
  });
  it('is now when it was meant to be now some moments ago', () =>
    expect(answer('B.10', 's2', 96)).toEqual([100, 110]));
  it('is refused before what it waits for is over', () => {
    expect(answer('C.10', 's2', 120)).toEqual(['waits', 'B.10']);
    expect(answer('C.10', 's2', 121)).toEqual([121, 131]);
  });
  it('is refused for what runs', () => expect(answer('A.10', 's1', 130)).toEqual(['unknown', 'A.10']));
});
