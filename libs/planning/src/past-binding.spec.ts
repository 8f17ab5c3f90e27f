import { MIN } from '../test/sample';
import { pastChain, type BegunWork } from './past-binding';

const work = (change: Partial<BegunWork> = {}): BegunWork => ({
  ...{ operation: 'A.20', workOrder: 'A', startedAt: 60 * MIN, endedAt: 90 * MIN, releasedAt: 10 * MIN },
  awaited: [{ operation: 'A.10', endedAt: 40 * MIN }],
  previous: { operation: 'B.20', startAt: 20 * MIN, endAt: 55 * MIN },
  ...change,
});
const why = (change: Partial<BegunWork> = {}) =>
  pastChain(work(change)).map(({ kind, subject, untilAt }) => `${kind} ${subject} ${(untilAt ?? 0) / MIN}`);

it('work that is done began when what it waited for came free last', () => {
  expect(why()).toEqual(['done A.20 90', 'station B.20 55']);
  expect(why({ previous: null })).toEqual(['done A.20 90', 'after A.10 40']);
  expect(why({ previous: null, awaited: [{ operation: 'A.10', endedAt: null }] })).toEqual([
    'done A.20 90',
    'release A 10',
  ]);
});

it('nothing is told to have held it that ended after it had begun', () => {
  expect(why({ awaited: [{ operation: 'A.10', endedAt: 70 * MIN }] })).toEqual([
    'done A.20 90',
    'station B.20 55',
  ]);
});

it('work that is not done runs, for all that is known', () => {
  expect(pastChain(work({ endedAt: null }))[0]).toEqual({
    ...{ kind: 'running', subject: 'A.20', fromAt: 60 * MIN, untilAt: null },
  });
});
