import type { MachineState, StationState } from '@takt/contracts';
import type { Stamped } from './arrange';

/**
 * A sign of life of a station: every accepted message is one. `state` when it says a state; `online` from the status channel,
 * where false is the last will: its `at` is the receipt, for it was written when the connection began.
 */
export interface Signal extends Stamped {
  readonly state?: MachineState | undefined;
  readonly reason?: string | null | undefined;
  readonly online?: boolean | undefined;
}

/** A closed interval in which a station was in one state, epoch ms, half-open. */
export interface StateSpan {
  readonly state: StationState;
  readonly reason: string | null;
  readonly startAt: number;
  readonly endAt: number;
}

/** The newest interval of a station: `endAt` null while it lasts. */
export type OpenSpan = Omit<StateSpan, 'endAt'> & { readonly endAt: number | null };

/** What is remembered of a station between two signals. */
export interface StateTrack extends Stamped {
  /** state since `since`; what is unknown by silence is added by {@link tailOf} */
  readonly state: StationState;
  readonly reason: string | null;
  readonly since: number;
  /** false after a last will, until the next sign of life */
  readonly online: boolean;
  /** what the device said last in this boot; it holds again when the same boot speaks after a silence */
  readonly said: { readonly state: MachineState; readonly reason: string | null } | null;
  /** boots known to be older than this one, newest last */
  readonly older: readonly string[];
}

/** How many older boots a track remembers. */
const OLDER_MAX = 16;

/** No message of the boot is known yet. */
const BEFORE_FIRST = -1;

const isWill = (signal: Signal): boolean => signal.online === false;

/**
 * Does a signal belong before what is known, so that the past has to be derived anew? Such a signal never changes the live state by
 * itself: an older boot, an earlier number of this boot, or a moment before the last will of this boot.
 */
export function isLate(track: StateTrack | null, signal: Signal): boolean {
  if (track === null) return false;
  if (signal.boot !== track.boot) return track.older.includes(signal.boot) || signal.at <= track.at;
  if (isWill(signal)) return signal.at < track.at;
  return signal.seq <= track.seq || (!track.online && signal.at <= track.at);
}

function begin(signal: Signal): StateTrack {
  const { boot, at, state, reason = null } = signal;
  const seq = isWill(signal) ? BEFORE_FIRST : signal.seq;
  const said = state === undefined ? null : { state, reason };
  const now = { state: said?.state ?? ('unknown' as const), reason: said?.reason ?? null, since: at };
  return { boot, seq, at, ...now, online: !isWill(signal), said, older: [] };
}

/**
 * What is remembered right after a message that said a state: from there the past can be derived anew without what came before.
 * @param signal with a state
 * @param since start of the stored span that holds the message, epoch ms
 */
export function trackAt(signal: Signal & { readonly state: MachineState }, since: number): StateTrack {
  return { ...begin(signal), since };
}

/** Closed spans so far and the state that lasts. */
interface Course {
  readonly spans: StateSpan[];
  state: StationState;
  reason: string | null;
  since: number;
}

function turn(course: Course, state: StationState, reason: string | null, at: number): void {
  if (state === course.state && reason === course.reason) return;
  if (at > course.since)
    course.spans.push({ state: course.state, reason: course.reason, startAt: course.since, endAt: at });
  course.state = state;
  course.reason = reason;
  course.since = at;
}

function follow(track: StateTrack, signal: Signal): Pick<StateTrack, 'boot' | 'seq' | 'said' | 'older'> {
  const sameBoot = signal.boot === track.boot;
  const saidNow = signal.state === undefined ? null : { state: signal.state, reason: signal.reason ?? null };
  const seqSoFar = sameBoot ? track.seq : BEFORE_FIRST;
  return {
    boot: signal.boot,
    seq: isWill(signal) ? seqSoFar : signal.seq, // a will was numbered when the connection began
    said: saidNow ?? (sameBoot ? track.said : null),
    older: sameBoot ? track.older : [...track.older, track.boot].slice(-OLDER_MAX),
  };
}

/** Does a signal only say that all goes on as it was? */
function goesOn(track: StateTrack, signal: Signal, silentMs: number): boolean {
  const { said } = track;
  if (signal.boot !== track.boot || isWill(signal) || !track.online || said === null) return false;
  if (track.state !== said.state || track.reason !== said.reason) return false;
  if (signal.state !== undefined && (signal.state !== said.state || (signal.reason ?? null) !== said.reason))
    return false;
  return signal.seq === track.seq + 1 || signal.at - track.at <= silentMs;
}

/**
 * Takes in the next signal of a station. A silence longer than allowed is unknown, unless the very next message of the same boot
 * proves that nothing happened in it. After it the device's last word holds again within a boot; a new boot begins unknown.
 * @param track what is remembered; null before the first signal; not changed
 * @param signal not late by {@link isLate}
 * @param silentMs a silence of this length is believed, a longer one is unknown from there
 * @returns the spans that are now closed, and what is remembered
 */
export function stateStep(
  track: StateTrack | null,
  signal: Signal,
  silentMs: number,
): { track: StateTrack; spans: StateSpan[] } {
  if (track === null) return { track: begin(signal), spans: [] };
  const at = Math.max(track.at, signal.at);
  if (goesOn(track, signal, silentMs)) {
    const { boot, said, older, state, reason, since } = track;
    return {
      track: { boot, seq: signal.seq, said, older, state, reason, since, at, online: true },
      spans: [],
    };
  }
  const course: Course = { spans: [], state: track.state, reason: track.reason, since: track.since };
  const unbroken = signal.boot === track.boot && signal.seq === track.seq + 1 && !isWill(signal);
  if (track.online && !unbroken && at - track.at > silentMs)
    turn(course, 'unknown', null, track.at + silentMs);
  const after = follow(track, signal);
  const known = isWill(signal) ? null : after.said;
  turn(course, known?.state ?? 'unknown', known?.reason ?? null, at);
  const { boot, seq, said, older } = after;
  const { spans, state, reason, since } = course;
  // Written out: copying what is left of an object costs more than all the rest, and this is done for every message.
  return { track: { boot, seq, said, older, state, reason, since, at, online: !isWill(signal) }, spans };
}

/**
 * What lasts at an instant: the newest span, and after too long a silence the unknown one that follows it. Provisional: the
 * next signal decides; replace these rows then.
 * @param now epoch ms
 */
export function tailOf(track: StateTrack, silentMs: number, now: number): OpenSpan[] {
  const lasting = { state: track.state, reason: track.reason, startAt: track.since };
  const silentAt = track.at + silentMs;
  if (!track.online || track.state === 'unknown' || now <= silentAt) return [{ ...lasting, endAt: null }];
  return [
    { ...lasting, endAt: silentAt },
    { state: 'unknown', reason: null, startAt: silentAt, endAt: null },
  ];
}
