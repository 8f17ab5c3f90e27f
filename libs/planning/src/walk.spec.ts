import { MIN } from '../test/sample';
import { walk } from './walk';

const work = [
  [0, 10 * MIN],
  [20 * MIN, 40 * MIN],
] as const;
const took = (changeover: number, run: number, interruptible = true) => ({
  changeoverSec: changeover * 60,
  runSec: run * 60,
  interruptible,
});

describe('walk', () => {
  it('pauses over a gap when it may', () => {
    expect(walk(work, 5 * MIN, 0, took(2, 6))).toEqual({
      startAt: 5 * MIN,
      runStartAt: 7 * MIN,
      endAt: 23 * MIN,
    });
  });
  it('waits for an interval that holds all of it when it may not', () => {
    expect(walk(work, 5 * MIN, 0, took(2, 6, false))).toEqual({
      startAt: 20 * MIN,
      runStartAt: 22 * MIN,
      endAt: 28 * MIN,
    });
  });
  it('sets up before the job is there, and runs when it is', () => {
    expect(walk(work, 0, 25 * MIN, took(3, 5, false))).toEqual({
      startAt: 22 * MIN,
      runStartAt: 25 * MIN,
      endAt: 30 * MIN,
    });
    expect(walk(work, 0, 25 * MIN, took(3, 5))).toEqual({
      startAt: 0,
      runStartAt: 25 * MIN,
      endAt: 30 * MIN,
    });
  });
  it('is null when the time known does not suffice', () => {
    expect(walk(work, 0, 0, took(0, 31))).toBeNull();
    expect(walk(work, 0, 0, took(0, 21, false))).toBeNull();
    expect(walk([], 0, 0, took(0, 1))).toBeNull();
  });
});
