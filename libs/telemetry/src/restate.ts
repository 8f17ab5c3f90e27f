import { countsByBucket, deriveCounts, type CounterReading, type CounterTrack, type Pieces } from './counter';
import { deriveStates } from './state-timeline';
import type { Signal, StateSpan, StateTrack } from './state-track';

const OLDER_MAX = 16;

/**
 * The states from a moment on, derived anew because late messages have come in.
 * @param live what was remembered before
 * @param signals everything that the station has said since the seed, in any order, without boots older than the seed's
 * @param silentMs a silence of this length is believed
 * @param seed from `trackAt`; null: from the beginning
 * @returns spans that replace the stored ones from `seed.since` on, and what is remembered now
 */
export function restateStates(
  live: StateTrack | null,
  signals: readonly Signal[],
  silentMs: number,
  seed: StateTrack | null,
): { track: StateTrack | null; spans: StateSpan[] } {
  const { track, spans } = deriveStates(signals, silentMs, seed);
  if (track === null || live === null) return { track: track ?? live, spans };
  // Boots from before the seed are still known to be older.
  const boots = [...live.older, ...(live.boot === track.boot ? [] : [live.boot]), ...track.older];
  const older = [...new Set(boots)].filter((boot) => boot !== track.boot).slice(-OLDER_MAX);
  return { track: { ...track, older }, spans };
}

/** Counts of a window that was derived anew. */
export interface RestatedCounts {
  /** pieces by bucket: they replace all that is stored of the window */
  readonly buckets: ReadonlyMap<string, Pieces>;
  readonly track: CounterTrack | null;
}

/**
 * The counts from a moment on, derived anew because late readings have come in.
 * @param readings of the station in any order: all of the window, and some from before it to begin with
 * @param fromAt begin of the window, epoch ms
 * @param keyAt key of the bucket that holds an instant
 * @param maxPerSec pieces per second that the station can make
 */
export function restateCounts(
  readings: readonly CounterReading[],
  fromAt: number,
  keyAt: (instant: number) => string,
  maxPerSec?: number,
): RestatedCounts {
  const { deltas, track } = deriveCounts(readings, maxPerSec);
  return {
    buckets: countsByBucket(deltas, (instant) => (instant < fromAt ? undefined : keyAt(instant))),
    track,
  };
}
