import { FactoryClock } from './factory-clock';

const start = Date.parse('2026-03-11T08:00:00Z');
const setUp = () => {
  const steady = { ms: 1000 };
  return { steady, clock: new FactoryClock(() => steady.ms, start) };
};

it('runs like any clock until core is heard', () => {
  const { steady, clock } = setUp();
  steady.ms += 5000;
  expect(clock.now()).toBe(start + 5000);
});
it('runs at the rate of the factory', () => {
  const { steady, clock } = setUp();
  clock.set({ now: '2026-03-11T14:00:00Z', rate: 60 });
  steady.ms += 1000;
  expect(new Date(clock.now()).toISOString()).toBe('2026-03-11T14:01:00.000Z');
  expect(clock.rate).toBe(60);
});
it('follows every reading', () => {
  const { steady, clock } = setUp();
  clock.set({ now: '2026-03-11T14:00:00Z', rate: 60 });
  steady.ms += 1000;
  clock.set({ now: '2026-03-11T14:00:58Z', rate: 60 });
  expect(new Date(clock.now()).toISOString()).toBe('2026-03-11T14:00:58.000Z');
});
it.each([
  { now: 'soon', rate: 1 },
  { now: '2026-03-11T14:00:00Z', rate: 0 },
  { now: '2026-03-11T14:00:00Z', rate: Number.NaN },
])('leaves %p aside', (reading) => {
  const { clock } = setUp();
  clock.set(reading);
  expect(clock.now()).toBe(start);
});
it('tells once that core has told the time', () => {
  const { clock } = setUp();
  const told = jest.fn();
  clock.whenKnown(told);
  clock.set({ now: 'soon', rate: 1 });
  expect([clock.isKnown(), told.mock.calls.length]).toEqual([false, 0]);
  clock.set({ now: '2026-03-11T14:00:00Z', rate: 1 });
  clock.set({ now: '2026-03-11T14:00:01Z', rate: 1 });
  expect([clock.isKnown(), told.mock.calls.length]).toEqual([true, 1]);
});
