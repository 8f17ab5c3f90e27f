import { FactoryClock } from './factory-clock';
import { Ticker } from './ticker';

it('does not wait for its next tick once core has told the time', () => {
  const clock = new FactoryClock(() => 0, Date.parse('2026-03-11T08:00:00Z'));
  const ticker = new Ticker(clock);
  const seen: number[] = [];
  const stop = ticker.watch(() => seen.push(ticker.now()));
  clock.set({ now: '2026-03-05T06:00:00Z', rate: 60 });
  stop();
  expect(seen).toEqual([Date.parse('2026-03-05T06:00:00Z')]);
});
