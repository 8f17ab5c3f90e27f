import { andonLife, decideAndonStep, escalationOf, type AndonFacts } from './andon-call';
import { lifeCycleFaults } from './life-cycle';

const open: AndonFacts = {
  id: 'c',
  status: 'open',
  raisedAt: 1000,
  answeredAt: null,
  answeredBy: null,
  resolvedAt: null,
  resolvedBy: null,
  escalation: 0,
};
const answered: AndonFacts = { ...open, status: 'answered', answeredAt: 2000, answeredBy: 'W1' };

describe('andon call', () => {
  it('has a sound life', () => expect(lifeCycleFaults(andonLife)).toEqual([]));
  it('is answered, then resolved', () => {
    expect(decideAndonStep(open, 'answer', 'W1', 2000)).toEqual(answered);
    expect(decideAndonStep(answered, 'resolve', 'W2', 3000)).toEqual({
      ...answered,
      status: 'resolved',
      resolvedAt: 3000,
      resolvedBy: 'W2',
    });
  });
  it('may be resolved at once, never before it was raised', () => {
    expect(decideAndonStep(open, 'resolve', null, 500)).toMatchObject({
      status: 'resolved',
      resolvedAt: 1000,
    });
  });
  it('is not answered twice', () => {
    expect(decideAndonStep(answered, 'answer', 'W2', 3000)).toEqual({
      refused: true,
      code: 'andon.illegal-step',
      facts: { call: 'c', status: 'answered', step: 'answer' },
    });
  });
  it('climbs the ladder while nobody answers, to its top, however often it is asked', () => {
    expect([1000, 60_999, 61_000, 121_000, 999_000].map((now) => escalationOf(open, 60, now))).toEqual([
      0, 0, 1, 2, 2,
    ]);
    expect(escalationOf({ ...open, escalation: 2 }, 60, 61_000)).toBe(2);
    expect(escalationOf(answered, 60, 999_000)).toBe(0);
  });
});
