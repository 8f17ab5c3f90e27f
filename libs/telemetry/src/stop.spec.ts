import type { StationState } from '@takt/contracts';
import type { OpenSpan } from './state-track';
import { needsReason, stopsOf } from './stop';

const H = 3_600_000;
const span = (
  state: StationState,
  startAt: number,
  endAt: number | null,
  reason: string | null = null,
): OpenSpan => ({
  state,
  reason,
  startAt,
  endAt,
});

describe('stops', () => {
  it('are one over an hour, a shift end, midnight and a change from stopped to fault', () => {
    const spans = [span('running', 0, 5 * H), span('stopped', 5 * H, 7 * H), span('fault', 7 * H, 30 * H, 'jam'), span('running', 30 * H, null)]; // prettier-ignore
    expect(stopsOf(spans)).toEqual([
      { state: 'fault', reason: 'jam', startAt: 5 * H, endAt: 30 * H, lost: false },
    ]);
  });

  it('are open while they last', () => {
    expect(stopsOf([span('stopped', 5, null)])).toEqual([
      { state: 'stopped', reason: null, startAt: 5, endAt: null, lost: false },
    ]);
  });

  it('end with the collector and swallow no later one', () => {
    const spans = [
      span('fault', 0, 10),
      span('unknown', 10, 50),
      span('fault', 50, 60),
      span('idle', 60, null),
    ];
    expect(stopsOf(spans).map(({ startAt, endAt, lost }) => [startAt, endAt, lost])).toEqual([
      [0, 10, true],
      [50, 60, false],
    ]);
  });

  it('keep the last reason that was given', () => {
    const spans = [span('stopped', 0, 4, 'jam'), span('stopped', 4, 6), span('stopped', 6, 9, 'belt'), span('idle', 9, null)]; // prettier-ignore
    expect(stopsOf(spans)[0].reason).toBe('belt');
  });

  it('need a reason beyond the micro-stop limit', () => {
    const [stop] = stopsOf([span('stopped', 0, 10), span('running', 10, null)]);
    expect([needsReason(stop, 10, 99), needsReason(stop, 9, 99)]).toEqual([false, true]);
    const [open] = stopsOf([span('stopped', 0, null)]);
    expect([needsReason(open, 10, 10), needsReason(open, 10, 11)]).toEqual([false, true]);
  });

  it('are neither set-up nor idleness nor the unknown', () => {
    expect(stopsOf([span('setup', 0, 5), span('idle', 5, 9), span('unknown', 9, 12), span('maintenance', 12, null)])).toEqual([]); // prettier-ignore
  });
});
