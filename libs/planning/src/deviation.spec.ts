import { deviationsOf, type Progress } from './deviation';
import { entry, MIN } from '../test/sample';

const progress = (status: Progress['status'], rest: Partial<Progress> = {}): Progress => ({
  operation: 'A',
  status,
  startedAt: null,
  endedAt: null,
  predictedEndAt: null,
  ...rest,
});
const kinds = (given: Progress, now: number) =>
  deviationsOf([entry('A', 's1', [10, 20])], new Map([['A', given]]), now * MIN, 300).map(
    ({ kind, bySec }) => [kind, bySec],
  );

describe('deviations beyond five minutes', () => {
  it('not started in time', () => {
    expect(kinds(progress('ready'), 15)).toEqual([]);
    expect(kinds(progress('ready'), 16)).toEqual([['not-started', 360]]);
  });
  it('running longer, or so fast that the plan has a hole', () => {
    expect(kinds(progress('running', { predictedEndAt: 25 * MIN }), 12)).toEqual([]);
    expect(kinds(progress('running', { predictedEndAt: 30 * MIN }), 12)).toEqual([['overrun', 600]]);
    expect(kinds(progress('running', { predictedEndAt: 13 * MIN }), 12)).toEqual([['ahead', 420]]);
  });
  it('ended early; paused and held work is somebody else’s trigger', () => {
    expect(kinds(progress('done', { endedAt: 14 * MIN }), 15)).toEqual([['ahead', 360]]);
    expect(kinds(progress('paused'), 100)).toEqual([]);
    expect(kinds(progress('held'), 100)).toEqual([]);
  });
});
