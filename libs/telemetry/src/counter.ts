import { COUNTER_MODULUS } from '@takt/contracts';
import { arrange, type Stamped } from './arrange';

/** A reading of a station's counters: totals since boot. */
export interface CounterReading extends Stamped {
  readonly good: number;
  readonly scrap: number;
}

/**
 * What a reading adds. `first`: nothing was known before; `boot`: the device started anew, its counters from 0; `roll-over`: past
 * 2³²; `correction`: a small step back, the difference is negative; `reset`: back to the start within a boot; `implausible`:
 * more than the station can make, nothing is added and the message belongs into quarantine.
 */
export type CountFlag = 'first' | 'boot' | 'roll-over' | 'correction' | 'reset' | 'implausible';

/** Pieces between a reading and the one before it. */
export interface CountDelta extends Stamped {
  /** negative after a correction */
  readonly good: number;
  readonly scrap: number;
  readonly flag: CountFlag | null;
}

/** What is remembered of a station's counters between two readings. */
export interface CounterTrack extends CounterReading {
  /** an implausible reading: when the next one goes on from there, the counter has really jumped */
  readonly suspect: CounterReading | null;
}

/** A step back of at most so many pieces is a correction; a longer one is a reset to 0. */
export const CORRECTION_MAX = 100;
/** Pieces per second that a station can make when nothing else is known of it. */
export const DEFAULT_MAX_PER_SEC = 100;
/** How much time the first reading of a station may account for, in seconds. */
const FIRST_SEC = 60;

type Step = { readonly add: number; readonly flag: CountFlag | null };

function stepWithin(before: number, now: number): Step {
  if (now >= before) return { add: now - before, flag: null };
  const around = now - before + COUNTER_MODULUS;
  if (around <= COUNTER_MODULUS / 2) return { add: around, flag: 'roll-over' };
  return before - now <= CORRECTION_MAX
    ? { add: now - before, flag: 'correction' }
    : { add: now, flag: 'reset' };
}

const GRAVEST_FIRST: readonly CountFlag[] = ['reset', 'roll-over', 'correction', 'boot', 'first'];

/** Of the flags of good and scrap the one that says more. */
const graver = (a: CountFlag | null, b: CountFlag | null): CountFlag | null =>
  a === b ? a : (GRAVEST_FIRST.find((flag) => flag === a || flag === b) ?? null);

function difference(before: CounterReading, now: CounterReading): Omit<CountDelta, keyof Stamped> {
  if (before.boot !== now.boot) return { good: now.good, scrap: now.scrap, flag: 'boot' };
  const good = stepWithin(before.good, now.good);
  const scrap = stepWithin(before.scrap, now.scrap);
  return { good: good.add, scrap: scrap.add, flag: graver(good.flag, scrap.flag) };
}

function plausible(
  delta: { readonly good: number; readonly scrap: number },
  elapsedMs: number,
  maxPerSec: number,
): boolean {
  return delta.good + delta.scrap <= maxPerSec * Math.max(1, elapsedMs / 1000);
}

/** A reading with what it adds and what is remembered after it. */
export interface CounterStep {
  readonly track: CounterTrack;
  readonly delta: CountDelta;
}

/**
 * Takes in the next reading of a station.
 * @param track what is remembered, or null before the first reading; not changed
 * @param reading newer than the track: by seq within a boot, else of a later boot; late ones need {@link deriveCounts}
 * @param maxPerSec pieces, good and scrap together, that the station can make in a second
 */
export function countStep(
  track: CounterTrack | null,
  reading: CounterReading,
  maxPerSec = DEFAULT_MAX_PER_SEC,
): CounterStep {
  if (track === null) {
    const believed = plausible(reading, FIRST_SEC * 1000, maxPerSec);
    return stepTo(reading, believed ? reading : NO_PIECES, 'first');
  }
  const step = difference(track, reading);
  if (plausible(step, reading.at - track.at, maxPerSec)) return stepTo(reading, step, step.flag);
  if (track.suspect?.boot === reading.boot) {
    const onward = difference(track.suspect, reading);
    if (onward.flag === null && plausible(onward, reading.at - track.suspect.at, maxPerSec))
      return stepTo(reading, onward, null);
  }
  const { boot, seq, at, good, scrap } = reading;
  return {
    track: { ...track, suspect: { boot, seq, at, good, scrap } },
    delta: { boot, seq, at, ...NO_PIECES, flag: 'implausible' },
  };
}

const NO_PIECES = { good: 0, scrap: 0 } as const;

function stepTo(
  { boot, seq, at, good, scrap }: CounterReading,
  add: { readonly good: number; readonly scrap: number },
  flag: CountFlag | null,
): CounterStep {
  return {
    track: { boot, seq, at, good, scrap, suspect: null },
    delta: { boot, seq, at, good: add.good, scrap: add.scrap, flag },
  };
}

/**
 * What readings add, one by one, in the order of the device: the same for every order of arrival and with duplicates.
 * @param readings of one station, in any order
 * @param maxPerSec as for {@link countStep}
 * @param track what is remembered from before the first of them; null: nothing
 */
export function deriveCounts(
  readings: readonly CounterReading[],
  maxPerSec = DEFAULT_MAX_PER_SEC,
  track: CounterTrack | null = null,
): { track: CounterTrack | null; deltas: CountDelta[] } {
  const deltas: CountDelta[] = [];
  let last = track;
  for (const reading of arrange(readings)) {
    const step = countStep(last, reading, maxPerSec);
    last = step.track;
    deltas.push(step.delta);
  }
  return { track: last, deltas };
}

/** Pieces of one bucket. */
export interface Pieces {
  readonly good: number;
  readonly scrap: number;
}

/**
 * Pieces by bucket. A pulse belongs to the bucket that holds its instant; buckets are half-open, so that one exactly on a boundary
 * counts once, in the bucket that begins there.
 * @param deltas in any order
 * @param keyAt key of the bucket that holds an instant; undefined: belongs nowhere
 */
export function countsByBucket(
  deltas: readonly CountDelta[],
  keyAt: (instant: number) => string | undefined,
): Map<string, Pieces> {
  const buckets = new Map<string, Pieces>();
  for (const { at, good, scrap } of deltas) {
    const key = keyAt(at);
    if (key === undefined) continue;
    const before = buckets.get(key) ?? { good: 0, scrap: 0 };
    buckets.set(key, { good: before.good + good, scrap: before.scrap + scrap });
  }
  return buckets;
}
