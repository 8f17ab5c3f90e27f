import * as fc from 'fast-check';
import { arrange } from './arrange';
import { countsByBucket, deriveCounts, type CounterReading } from './counter';

const reading = (boot: string, seq: number, atSec: number, good: number): CounterReading => ({
  boot,
  seq,
  at: atSec * 1000,
  good,
  scrap: 0,
});
const added = (...readings: CounterReading[]) =>
  deriveCounts(readings, 10).deltas.map(({ good, flag }) => (flag === null ? good : [good, flag]));

describe('order of messages', () => {
  it('is by boot and seq, once each, with times that never step back or reach into the next boot', () => {
    const at = (boot: string, seq: number, time: number) => ({ boot, seq, at: time });
    const given = [
      at('b', 0, 50),
      at('a', 2, 30),
      at('a', 1, 40),
      at('a', 0, 10),
      at('a', 1, 41),
      at('a', 3, 99),
    ];
    expect(arrange(given)).toEqual([
      at('a', 0, 10),
      at('a', 1, 40),
      at('a', 2, 40),
      at('a', 3, 50),
      at('b', 0, 50),
    ]);
  });
});

describe('counters', () => {
  it('add the difference', () => {
    expect(added(reading('a', 0, 0, 5), reading('a', 1, 10, 8), reading('a', 2, 20, 8))).toEqual([
      [5, 'first'],
      3,
      0,
    ]);
  });

  it('begin anew with a new boot', () => {
    expect(added(reading('a', 0, 0, 5), reading('b', 0, 10, 2), reading('b', 1, 20, 4))).toEqual([
      [5, 'first'],
      [2, 'boot'],
      2,
    ]);
  });

  it('roll over at 2³²', () => {
    const top = 2 ** 32;
    expect(added(reading('a', 0, 0, top - 3), reading('a', 1, 10, 4))).toEqual([
      [0, 'first'],
      [7, 'roll-over'],
    ]);
  });

  it('going back by 3 are corrected, not rolled over', () => {
    expect(added(reading('a', 0, 0, 50), reading('a', 1, 10, 47), reading('a', 2, 20, 50))).toEqual([
      [50, 'first'],
      [-3, 'correction'],
      3,
    ]);
  });

  it('going back far have been reset', () => {
    expect(added(reading('a', 0, 0, 500), reading('a', 1, 10, 2))).toEqual([
      [500, 'first'],
      [2, 'reset'],
    ]);
  });

  it('jumping by a million in a second add nothing, and a glitch leaves no trace', () => {
    expect(added(reading('a', 0, 0, 5), reading('a', 1, 1, 1_000_005), reading('a', 2, 2, 7))).toEqual([
      [5, 'first'],
      [0, 'implausible'],
      2,
    ]);
  });

  it('that have really jumped go on from there', () => {
    expect(
      added(
        reading('a', 0, 0, 5),
        reading('a', 1, 1, 1_000_005),
        reading('a', 2, 2, 1_000_008),
        reading('a', 3, 3, 1_000_010),
      ),
    ).toEqual([[5, 'first'], [0, 'implausible'], 3, 2]);
  });

  it('found running for the first time do not count what they made before', () => {
    expect(added(reading('a', 900, 0, 20_000), reading('a', 901, 10, 20_004))).toEqual([[0, 'first'], 4]);
  });

  it('add the same in every order of arrival, with duplicates, and cut anywhere', () => {
    const steps = fc.array(fc.record({ made: fc.integer({ min: -3, max: 9 }), restart: fc.boolean() }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(steps, fc.infiniteStream(fc.nat(99)), fc.nat(12), (made, shuffle, cut) => {
        let [boot, seq, total] = [0, 0, 0];
        const readings = made.map(({ made: more, restart }, i) => {
          [boot, seq, total] = restart ? [boot + 1, 0, 0] : [boot, seq + 1, total];
          total = Math.max(0, total + more);
          return reading(`boot-${boot}`, seq, i * 10, total);
        });
        const whole = deriveCounts(readings, 10);
        const ranked = [...readings, ...readings].map((one) => ({ one, rank: shuffle.next().value }));
        const mixed = ranked.sort((a, b) => a.rank - b.rank).map(({ one }) => one);
        expect(deriveCounts(mixed, 10)).toEqual(whole);
        const head = deriveCounts(readings.slice(0, cut), 10);
        const tail = deriveCounts(readings.slice(cut), 10, head.track);
        expect([...head.deltas, ...tail.deltas]).toEqual(whole.deltas);
      }),
    );
  });
});

describe('pieces by hour', () => {
  it('count a pulse exactly on the boundary once, in the hour that begins', () => {
    const hour = (at: number) => (at < 0 ? undefined : String(Math.floor(at / 3_600_000)));
    const delta = (at: number, good: number) => ({ boot: 'a', seq: at, at, good, scrap: 0, flag: null });
    const counts = countsByBucket(
      [delta(-1, 9), delta(3_599_999, 2), delta(3_600_000, 1), delta(7_199_999, 4)],
      hour,
    );
    expect([...counts]).toEqual([
      ['0', { good: 2, scrap: 0 }],
      ['1', { good: 5, scrap: 0 }],
    ]);
  });
});
