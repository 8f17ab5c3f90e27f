import { differenceOf } from './difference';
import type { PlanEntry } from './facts';
import { decideNotices, type OpenNotice } from './notice';
import { entry, MIN } from '../test/sample';

interface Given {
  readonly open?: readonly OpenNotice[];
  readonly resized?: readonly string[];
  readonly finished?: readonly string[];
}
const decide = (
  before: readonly PlanEntry[],
  after: readonly PlanEntry[],
  { open = [], resized = [], finished = [] }: Given = {},
) =>
  decideNotices({ before, after, changes: differenceOf(before, after, new Set(finished)) }, open, {
    toleranceMs: 5 * MIN,
    finished: new Set(finished),
    resized: new Set(resized),
  });
const short = (notices: ReturnType<typeof decideNotices>) =>
  notices.raise.map(({ station, kind, operation, nextBefore, nextAfter }) => [
    station,
    kind,
    operation,
    nextBefore,
    nextAfter,
  ]);

describe('notices', () => {
  it('go to exactly the stations whose next operation changes', () => {
    const before = [
      entry('A', 's1', [10, 20]),
      entry('B', 's1', [20, 30]),
      entry('C', 's2', [10, 20]),
      entry('D', 's3', [10, 20]),
      entry('E', 's3', [20, 30]),
    ];
    const after = [
      entry('A', 's2', [5, 10]),
      entry('B', 's1', [20, 30]),
      entry('C', 's2', [10, 20]),
      entry('D', 's3', [10, 20]),
      entry('E', 's3', [25, 35]),
    ];
    expect(short(decide(before, after))).toEqual([
      ['s1', 'operation-moved', 'A', 'A', 'B'].map((value, index) => (index === 2 ? 'A' : value)),
      ['s2', 'operation-moved', 'A', 'C', 'A'],
    ]);
  });

  it('are not raised because the next operation has begun or ended', () => {
    const before = [entry('A', 's1', [10, 20]), entry('B', 's1', [20, 30])];
    expect(
      decide(before, [entry('A', 's1', [10, 20], { fixed: 'running' }), entry('B', 's1', [20, 30])]).raise,
    ).toEqual([]);
    expect(decide(before, [entry('B', 's1', [20, 30])], { finished: ['A'] }).raise).toEqual([]);
  });

  it('are raised for the next operation beyond the tolerance only', () => {
    const before = [entry('A', 's1', [10, 20])];
    expect(decide(before, [entry('A', 's1', [15, 25])]).raise).toEqual([]);
    expect(short(decide(before, [entry('A', 's1', [16, 26])]))).toEqual([
      ['s1', 'operation-moved', 'A', 'A', 'A'],
    ]);
  });

  it('are not raised because the next operation begins when the running one ends, earlier or later than planned', () => {
    const plan = (end: number, start: number, before = 'A') => [
      entry(before, 's1', [0, end], { fixed: 'running' }),
      entry('B', 's1', [start, start + 10]),
    ];
    expect(decide(plan(20, 20), plan(40, 40)).raise).toEqual([]);
    expect(decide(plan(40, 40), plan(20, 20)).raise).toEqual([]);
    expect(short(decide(plan(20, 20), plan(20, 40)))).toEqual([['s1', 'operation-moved', 'B', 'B', 'B']]);
    expect(short(decide(plan(20, 20), plan(40, 40, 'C')))).toEqual([
      ['s1', 'operation-moved', 'B', 'B', 'B'],
    ]);
  });

  it('are raised when the running operation is resized', () => {
    const before = [entry('A', 's1', [10, 20], { fixed: 'running' })];
    const after = [entry('A', 's1', [12, 30], { fixed: 'running' })];
    expect(decide(before, after).raise).toEqual([]);
    expect(short(decide(before, after, { resized: ['A'] }))).toEqual([
      ['s1', 'operation-resized', 'A', null, null],
    ]);
  });

  it('replace one that nobody has seen, and tell the way from what was last seen', () => {
    const open: OpenNotice = {
      id: 'n1',
      station: 's1',
      operation: 'A',
      from: { station: 's1', startAt: 10 * MIN, endAt: 20 * MIN },
      nextBefore: 'A',
    };
    const { raise, withdraw } = decide([entry('A', 's1', [30, 40])], [entry('A', 's1', [60, 70])], {
      open: [open],
    });
    expect(withdraw).toEqual(['n1']);
    expect(raise[0]).toMatchObject({ from: { startAt: 10 * MIN }, to: { startAt: 60 * MIN } });
  });

  it('are withdrawn when everything is back as people last saw it', () => {
    const open: OpenNotice = {
      id: 'n1',
      station: 's1',
      operation: 'A',
      from: { station: 's1', startAt: 10 * MIN, endAt: 20 * MIN },
      nextBefore: 'A',
    };
    expect(decide([entry('A', 's1', [30, 40])], [entry('A', 's1', [10, 20])], { open: [open] })).toEqual({
      raise: [],
      withdraw: ['n1'],
    });
  });
});
