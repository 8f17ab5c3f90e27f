import type { StationState } from '@takt/contracts';
import type { OpenSpan } from './state-track';
import { followStops, matchStops, needsReason, stopsOf } from './stop';

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
    const spans = [
      span('running', 0, 5 * H),
      span('stopped', 5 * H, 7 * H),
      span('fault', 7 * H, 30 * H, 'jam'),
      span('running', 30 * H, null),
    ];
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
    const spans = [
      span('stopped', 0, 4, 'jam'),
      span('stopped', 4, 6),
      span('stopped', 6, 9, 'belt'),
      span('idle', 9, null),
    ];
    expect(stopsOf(spans)[0].reason).toBe('belt');
  });

  it('need a reason beyond the micro-stop limit', () => {
    const [stop] = stopsOf([span('stopped', 0, 10), span('running', 10, null)]);
    expect([needsReason(stop, 10, 99), needsReason(stop, 9, 99)]).toEqual([false, true]);
    const [open] = stopsOf([span('stopped', 0, null)]);
    expect([needsReason(open, 10, 10), needsReason(open, 10, 11)]).toEqual([false, true]);
  });

  it('are neither set-up nor idleness nor the unknown', () => {
    expect(
      stopsOf([
        span('setup', 0, 5),
        span('idle', 5, 9),
        span('unknown', 9, 12),
        span('maintenance', 12, null),
      ]),
    ).toEqual([]);
  });
});

describe('stops as states go on', () => {
  const closed = (state: StationState, startAt: number, endAt: number) => ({
    ...span(state, startAt, endAt),
    endAt,
  });
  it('stay one across batches', () => {
    const first = followStops(
      null,
      [closed('running', 0, 5)],
      [span('stopped', 5, null)],
      span('stopped', 5, null),
    );
    expect(first.down).toMatchObject({ startAt: 5, endAt: null });
    const second = followStops(
      first.down,
      [closed('stopped', 5, 8)],
      [span('fault', 8, null)],
      span('fault', 8, null),
    );
    expect(second.down).toMatchObject({ startAt: 5, state: 'fault', endAt: null });
    const third = followStops(
      second.down,
      [closed('fault', 8, 9)],
      [span('running', 9, null)],
      span('running', 9, null),
    );
    expect([third.stops, third.down]).toEqual([
      [{ state: 'fault', reason: null, startAt: 5, endAt: 9, lost: false }],
      null,
    ]);
  });

  it('are lost in a silence, and go on when it was only quiet', () => {
    const { down } = followStops(null, [], [span('stopped', 0, null)], span('stopped', 0, null));
    const silent = followStops(
      down,
      [],
      [closed('stopped', 0, 10), span('unknown', 10, null)],
      span('stopped', 0, null),
    );
    expect([silent.stops.map(({ lost, endAt }) => [lost, endAt]), silent.down?.startAt]).toEqual([
      [[true, 10]],
      0,
    ]);
    const quiet = followStops(silent.down, [], [span('stopped', 0, null)], span('stopped', 0, null));
    expect(quiet.stops.map(({ endAt }) => endAt)).toEqual([null]);
  });
});

describe('stops of a restated past', () => {
  const stop = (startAt: number, endAt: number | null) => ({
    state: 'stopped' as const,
    reason: null,
    startAt,
    endAt,
    lost: false,
  });
  const stored = (id: string, startAt: number, endAt: number | null) => ({ id, startAt, endAt });
  it('keep their identity where they overlap', () => {
    const match = matchStops(
      [stored('x', 0, 10), stored('y', 20, null)],
      [stop(2, 8), stop(12, 14), stop(21, null)],
    );
    expect(match.kept.map(([{ id }, { startAt }]) => [id, startAt])).toEqual([
      ['x', 2],
      ['y', 21],
    ]);
    expect([match.fresh.map(({ startAt }) => startAt), match.gone]).toEqual([[12], []]);
  });

  it('split: the longer part stays what it was', () => {
    const match = matchStops([stored('x', 0, 10)], [stop(0, 2), stop(4, 10)]);
    expect(match.kept.map(([{ id }, { startAt }]) => [id, startAt])).toEqual([['x', 4]]);
    expect(match.fresh.map(({ startAt }) => startAt)).toEqual([0]);
  });

  it('that never were are gone', () => {
    expect(matchStops([stored('x', 0, 10)], []).gone.map(({ id }) => id)).toEqual(['x']);
  });
});
