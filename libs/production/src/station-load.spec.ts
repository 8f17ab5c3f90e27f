import { stationLoad, type LoadCandidate } from './station-load';

const one = (id: string, status: LoadCandidate['status'], plannedStartAt: number | null): LoadCandidate => ({
  id,
  status,
  plannedStartAt,
});
const load = (...candidates: LoadCandidate[]) => {
  const { operation, next } = stationLoad(candidates);
  return [operation, next];
};

describe('what a station is set up for', () => {
  it('is nothing without a plan', () => {
    expect(load()).toEqual([null, null]);
    expect(load(one('a', 'done', 1), one('b', 'cancelled', 2), one('c', 'ready', null))).toEqual([
      null,
      null,
    ]);
  });

  it('is what is under way: running before held before paused', () => {
    expect(load(one('a', 'paused', 1), one('b', 'held', 2), one('c', 'running', 3))).toEqual(['c', null]);
    expect(load(one('a', 'paused', 1), one('b', 'held', 2))).toEqual(['b', null]);
    expect(load(one('a', 'paused', null), one('b', 'ready', 2))).toEqual(['a', 'b']);
  });

  it('is else the first of the plan that can begin; what follows may still wait', () => {
    expect(load(one('b', 'ready', 20), one('a', 'ready', 10))).toEqual(['a', 'b']);
    expect(load(one('a', 'waiting', 10), one('b', 'ready', 20))).toEqual(['b', 'a']);
    expect(load(one('a', 'waiting', 10))).toEqual([null, 'a']);
  });

  it('is the same in any order of input', () => {
    expect(load(one('b', 'ready', 10), one('a', 'ready', 10))).toEqual(['a', 'b']);
    expect(load(one('a', 'ready', 10), one('b', 'ready', 10))).toEqual(['a', 'b']);
  });
});
