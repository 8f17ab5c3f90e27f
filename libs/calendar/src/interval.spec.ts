import * as fc from 'fast-check';
import {
  afterWorking,
  clip,
  contains,
  intersect,
  levels,
  measure,
  subtract,
  unite,
  type Interval,
} from './interval';

const anyIntervals = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 })), {
  maxLength: 8,
});
const instants = Array.from({ length: 41 }, (_, at) => at);
const members = (set: readonly Interval[]) => instants.filter((at) => contains(set, at));

describe('intervals', () => {
  it('unites overlapping and touching ones and drops empty ones', () => {
    expect(
      unite(
        [[5, 7]],
        [
          [1, 3],
          [3, 4],
          [6, 9],
          [8, 8],
        ],
      ),
    ).toEqual([
      [1, 4],
      [5, 9],
    ]);
  });

  it('intersects', () => {
    expect(
      intersect(
        [
          [0, 4],
          [6, 10],
        ],
        [
          [2, 7],
          [9, 12],
        ],
      ),
    ).toEqual([
      [2, 4],
      [6, 7],
      [9, 10],
    ]);
  });

  it('subtracts', () => {
    expect(
      subtract(
        [
          [0, 10],
          [20, 30],
        ],
        [
          [2, 4],
          [8, 22],
          [30, 40],
        ],
      ),
    ).toEqual([
      [0, 2],
      [4, 8],
      [22, 30],
    ]);
  });

  it('measures and clips', () => {
    expect(
      measure([
        [0, 4],
        [6, 10],
      ]),
    ).toBe(8);
    expect(
      clip(
        [
          [0, 4],
          [6, 10],
        ],
        [3, 7],
      ),
    ).toEqual([
      [3, 4],
      [6, 7],
    ]);
  });

  it('holds its start and not its end', () => {
    expect([4, 5, 6, 7].map((at) => contains([[5, 7]], at))).toEqual([false, true, true, false]);
  });

  it('counts how many are open', () => {
    expect(
      levels([
        [0, 4],
        [2, 6],
        [6, 8],
      ]),
    ).toEqual([
      [0, 2, 1],
      [2, 4, 2],
      [4, 8, 1],
    ]);
  });

  it('spends working time over a gap', () => {
    const work: Interval[] = [
      [0, 4],
      [10, 14],
    ];
    expect(afterWorking(work, 2, 5)).toBe(13);
    expect(afterWorking(work, 2, 2)).toBe(4);
    expect(afterWorking(work, 5, 0)).toBe(5);
    expect(afterWorking(work, 2, 7)).toBeNull();
  });

  it('agrees with the sets of single instants', () => {
    fc.assert(
      fc.property(anyIntervals, anyIntervals, (x, y) => {
        const [a, b] = [unite(x), unite(y)];
        const inB = new Set(members(b));
        expect(members(unite(a, b))).toEqual(instants.filter((at) => contains(a, at) || inB.has(at)));
        expect(members(intersect(a, b))).toEqual(members(a).filter((at) => inB.has(at)));
        expect(members(subtract(a, b))).toEqual(members(a).filter((at) => !inB.has(at)));
        expect(measure(unite(a, b))).toBe(measure(a) + measure(b) - measure(intersect(a, b)));
        expect(levels([...a, ...b]).reduce((sum, [from, to, count]) => sum + (to - from) * count, 0)).toBe(
          measure(a) + measure(b),
        );
      }),
    );
  });
});
