import { FactoryClock } from './factory-clock';

describe('the factory clock', () => {
  it('runs at the rate of core, from the reading on', () => {
    let real = 1_000;
    const clock = new FactoryClock({ realMs: 1_000, factoryMs: 50_000, rate: 60 }, () => real);
    real = 2_000;
    expect(clock.now()).toBe(110_000);
    expect(clock.realMsUntil(170_000)).toBe(1_000);
    expect(clock.realMsUntil(0)).toBe(0);
  });

  it('follows a newer reading', () => {
    let real = 0;
    const clock = new FactoryClock({ realMs: 0, factoryMs: 0, rate: 1 }, () => real);
    real = 10;
    clock.follow({ realMs: 10, factoryMs: 500, rate: 2 });
    real = 20;
    expect([clock.now(), clock.rate]).toEqual([520, 2]);
  });
});
