import { demoFactory } from '../factory';
import { openingOrders, ordersOfHour } from './order-book';

const HOUR = 3_600_000;
const start = Date.parse('2026-03-02T00:00:00Z');
const day = (seed: number, from = start) =>
  demoFactory.demand.flatMap((stream) =>
    Array.from({ length: 24 }, (_, hour) =>
      ordersOfHour(seed, stream, from + hour * HOUR, { hour, weekday: 1 }),
    ).flat(),
  );

describe('orders', () => {
  it('are the same for the same seed, and no two have one id', () => {
    expect(day(1)).toEqual(day(1));
    expect(day(1)).not.toEqual(day(2));
    const ids = [...day(1), ...day(1, start + 24 * HOUR)].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('come as often as the demand says, within their hour', () => {
    const days = Array.from({ length: 20 }, (_, i) => day(3, start + i * 24 * HOUR));
    const expected = demoFactory.demand.reduce((sum, { perDay }) => sum + perDay, 0);
    expect(Math.abs(days.flat().length / 20 / expected - 1)).toBeLessThan(0.05);
    const [stream] = demoFactory.demand;
    for (const { at } of stream ? ordersOfHour(1, stream, start, { hour: 20, weekday: 1 }) : [])
      expect(at - start).toBeLessThan(HOUR);
  });

  it('are few on Sundays', () => {
    const [stream] = demoFactory.demand;
    if (!stream) throw new Error('no demand');
    const count = (weekday: number) =>
      Array.from(
        { length: 300 },
        (_, i) => ordersOfHour(1, stream, start + i * HOUR, { hour: 20, weekday }).length,
      ).reduce((a, b) => a + b, 0);
    expect(count(7) / count(1)).toBeGreaterThan(0.2);
    expect(count(7) / count(1)).toBeLessThan(0.45);
  });

  it('are sometimes changed or cancelled, later', () => {
    const all = day(5);
    const turns = all.flatMap(({ at, turns: own }) => own.map((turn) => ({ ...turn, later: turn.at > at })));
    expect(turns.length / all.length).toBeGreaterThan(0.04);
    expect(turns.length / all.length).toBeLessThan(0.16);
    expect(turns.every(({ later }) => later)).toBe(true);
    expect(turns.some(({ qty }) => qty === null)).toBe(true);
  });

  it('are sixty when the factory opens, none too late from the start', () => {
    const open = demoFactory.demand.flatMap((stream) => openingOrders(1, stream, start));
    expect(open.length).toBe(60);
    expect(Math.min(...open.map(({ wishAt }) => wishAt - start))).toBeGreaterThan(4 * HOUR);
  });
});
