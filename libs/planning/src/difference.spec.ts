import { differenceOf } from './difference';
import { entry } from '../test/sample';

const kinds = (changes: ReturnType<typeof differenceOf>) =>
  changes.map(({ operation, kind }) => [operation, kind]);

describe('difference', () => {
  it('tells every kind of change, in the order of the new starts', () => {
    const before = [
      entry('A', 's1', [10, 20]),
      entry('B', 's1', [20, 30]),
      entry('C', 's1', [30, 40]),
      entry('D', 's1', [40, 50]),
      entry('E', 's1', [50, 60]),
    ];
    const after = [
      entry('A', 's2', [10, 20]),
      entry('B', 's1', [15, 25]),
      entry('C', 's1', [35, 45]),
      entry('D', 's1', [40, 55]),
      entry('F', 's1', [60, 70]),
    ];
    expect(kinds(differenceOf(before, after))).toEqual([
      ['A', 'station'],
      ['B', 'earlier'],
      ['C', 'later'],
      ['D', 'resized'],
      ['E', 'removed'],
      ['F', 'added'],
    ]);
  });

  it('is silent about seconds, about what has ended, and about the past start of what runs', () => {
    const before = [entry('A', 's1', [10, 20]), entry('B', 's1', [20, 30]), entry('C', 's1', [30, 40])];
    const after = [
      { ...entry('A', 's1', [10, 20]), runStartAt: 10 * 60_000 + 59_999 },
      entry('C', 's1', [35, 40], { fixed: 'running' }),
    ];
    expect(differenceOf(before, after, new Set(['B']))).toEqual([]);
  });
});
