import { clockLag, effectiveTime } from './effective-time';

const H = 3_600_000;
const NOW = Date.parse('2026-03-04T08:00:00Z');

describe('when a message happened', () => {
  it.each([
    ['now', 0, 0, 'ok'],
    ['two hours late from a store', -2 * H, -2 * H, 'ok'],
    ['two hours ahead', 2 * H, 0, 'ahead'],
    ['24 hours ahead', 24 * H, 0, 'ahead'],
  ])('%s', (_, offset, expected, clock) => {
    expect(effectiveTime(NOW + offset, NOW)).toEqual({ at: NOW + expected, clock });
  });

  it('is the receipt when the device has no clock', () => {
    expect(effectiveTime(0, NOW)).toEqual({ at: NOW, clock: 'unset' });
    expect(effectiveTime(Date.parse('1999-12-31T23:59:59Z'), NOW)?.clock).toBe('unset');
    expect(effectiveTime(Date.parse('2000-01-01T00:00:00Z'), NOW)?.clock).toBe('ok');
    expect(effectiveTime(NOW - 40 * 24 * H, NOW, NOW - 30 * 24 * H)).toEqual({ at: NOW, clock: 'unset' });
  });

  it('is not known in 2099', () => {
    expect(effectiveTime(Date.parse('2099-01-01T00:00:00Z'), NOW)).toBeNull();
    expect(effectiveTime(NOW + 24 * H + 1, NOW)).toBeNull();
  });

  it('shows by the smallest delay how slow a clock is', () => {
    expect(
      clockLag([
        { at: 0, receivedAt: 9 },
        { at: 10, receivedAt: 15 },
        { at: 20, receivedAt: 90 },
      ]),
    ).toBe(5);
    expect(clockLag([{ at: 30, receivedAt: 10 }])).toBe(-20);
    expect(clockLag([])).toBeNull();
  });
});
