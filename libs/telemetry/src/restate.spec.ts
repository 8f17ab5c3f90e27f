import { hear, readingOf, restateCounts, restateStates, signalOf, UNHEARD, type Heard } from './index';
import { deriveStates } from './state-timeline';
import { trackAt } from './state-track';

const MINUTE = 60_000;
const minute = (instant: number) => String(Math.floor(instant / MINUTE));
const says = (boot: string, seq: number, at: number, state: string): Heard => ({
  boot,
  seq,
  at,
  receivedAt: at,
  channel: 'state',
  message: { boot, seq, at, state } as never,
});
const counts = (seq: number, at: number, good: number): Heard => ({
  boot: 'a',
  seq,
  at,
  receivedAt: at,
  channel: 'count',
  message: { boot: 'a', seq, at, good, scrap: 0 } as never,
});

describe('a restated past', () => {
  it('of states equals what would have been derived in order, from a seed on', () => {
    const all = [
      says('a', 0, 0, 'idle'),
      says('a', 1, 10, 'running'),
      says('a', 3, 30, 'fault'),
      says('b', 0, 50, 'idle'),
    ];
    const late = says('a', 2, 20, 'setup');
    const { memory, spans: before } = hear(UNHEARD, all, { silentMs: 1000 });
    const seed = trackAt({ ...signalOf(all[1] as Heard), state: 'running' }, 10);
    const signals = [all[2], all[3], late].map((one) => signalOf(one as Heard));
    const restated = restateStates(memory.track, signals, 1000, seed);
    const whole = deriveStates([...all, late].map(signalOf), 1000);
    expect([...before.filter(({ startAt }) => startAt < seed.since), ...restated.spans]).toEqual(whole.spans);
    expect(restated.track).toEqual(whole.track);
  });

  it('of counts moves pieces to the minute in which they were made', () => {
    const known = [counts(0, 0, 0), counts(1, 1 * MINUTE, 10), counts(3, 3 * MINUTE, 40)];
    const late = counts(2, 2 * MINUTE, 25);
    const restate = (list: Heard[]) =>
      restateCounts(
        list.flatMap((one) => readingOf(one) ?? []),
        2 * MINUTE,
        minute,
      );
    expect([...restate(known).buckets]).toEqual([['3', { good: 30, scrap: 0 }]]);
    expect([...restate([...known, late]).buckets]).toEqual([
      ['2', { good: 15, scrap: 0 }],
      ['3', { good: 15, scrap: 0 }],
    ]);
  });
});
