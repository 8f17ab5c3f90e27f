import type { Problem } from '@takt/contracts';
import { hasQuantity } from './correction';
import { subjectOf, type Command, type Entry } from './entry';

/** What core answered. */
export type Answer =
  | {
      readonly kind: 'reply';
      /** id that core gave to the report */
      readonly report?: string | undefined;
      /** revision of the operation with the entry in it */
      readonly revision?: number | undefined;
    }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'silence' };

/** What follows from an answer. `wait`: the same entry again later; `stop`: nothing can be sent until the screen is paired again. */
export type Verdict =
  | { readonly then: 'done'; readonly report?: string | undefined; readonly revision?: number | undefined }
  | { readonly then: 'refused'; readonly problem: Problem }
  | { readonly then: 'wait' }
  | { readonly then: 'stop' };

/** After so many answers that core has failed (5xx) an entry steps aside, so that those behind it get through. */
export const FAILURES_MAX = 6;
/** Whoever made an entry stands at the screen for so long, in real ms. */
const FRESH_MS = 30_000;
const PAUSE_MIN_MS = 1000;
const PAUSE_MAX_MS = 30_000;
const LEASE_MS = 6000;
/** A refused entry waits for so long before the supervisor is called, in real ms. */
const UNDECIDED_MS = 5 * 60_000;

/** Somebody else was faster, or the thing is over: nothing is lost and nobody has to decide. */
const settled: Readonly<Record<Command['kind'], readonly string[]>> = {
  report: [],
  reverse: [],
  call: [],
  'call-answer': ['andon.illegal-step'],
  'call-resolve': ['andon.illegal-step'],
  stop: [],
  seen: ['notice.closed', 'thing.unknown'],
  badge: [],
  check: [],
};

/**
 * Is an entry kept behind a refused one? It was made in the belief that the refused one would hold, so it waits for the
 * same decision. What was made after the refusal was known goes on.
 * @param entry the entry
 * @param entries all entries
 */
export function isHeldBack(entry: Entry, entries: readonly Entry[]): boolean {
  return entries.some(
    (other) =>
      other.stage === 'refused' &&
      other.seq < entry.seq &&
      entry.seq <= (other.refusedAfter ?? other.seq) &&
      subjectOf(other.command) === subjectOf(entry.command),
  );
}

/**
 * The entry to be sent next: the oldest that waits and is not held back. One is sent at a time, so that core gets them in
 * the order in which they were made.
 */
export function nextToSend(entries: readonly Entry[]): Entry | undefined {
  return [...entries]
    .sort((a, b) => a.seq - b.seq)
    .find((entry) => entry.stage === 'queued' && !isHeldBack(entry, entries));
}

/**
 * What follows from core's answer to an entry.
 * @param entry the entry that was sent
 * @param answer what came back
 */
export function judge(entry: Entry, answer: Answer): Verdict {
  if (answer.kind === 'silence') return { then: 'wait' };
  if (answer.kind === 'reply') return { then: 'done', report: answer.report, revision: answer.revision };
  const { problem } = answer;
  const { status, code } = problem;
  if (code === 'idempotency.done' || settled[entry.command.kind].includes(code)) return { then: 'done' };
  if (status === 401) return { then: 'stop' };
  if (
    status === 408 ||
    status === 425 ||
    status === 429 ||
    status === 502 ||
    status === 503 ||
    status === 504
  )
    return { then: 'wait' };
  if (status >= 500 && entry.failures + 1 < FAILURES_MAX) return { then: 'wait' };
  return { then: 'refused', problem };
}

/**
 * How long to wait after answers that did not come.
 * @param times how often already
 * @returns real ms, from 1 s to 30 s
 */
export function pauseMs(times: number): number {
  return Math.min(PAUSE_MAX_MS, PAUSE_MIN_MS * 2 ** Math.min(times, 10));
}

/**
 * How an entry is taken back. What was never sent is taken out; what may have reached core is taken back there, as a
 * counter-entry; what core refused never was.
 */
export function undoOf(entry: Entry): 'take-out' | 'reverse' | 'nothing' {
  if (entry.stage === 'queued') return entry.tries === 0 && entry.round === 0 ? 'take-out' : 'reverse';
  return entry.stage === 'done' ? 'reverse' : 'nothing';
}

/** The right to send, held by one tab of this device at a time. */
export interface Lease {
  readonly holder: string;
  /** real time by this device's clock, epoch ms */
  readonly untilMs: number;
}

/**
 * May a tab send now?
 * @param lease as it is kept; undefined: nobody has it
 * @param me the tab
 * @param nowMs real time by this device's clock, epoch ms
 * @returns the lease renewed, or undefined: another tab sends
 */
export function takeLease(lease: Lease | undefined, me: string, nowMs: number): Lease | undefined {
  const lives = lease !== undefined && lease.untilMs > nowMs && lease.untilMs <= nowMs + LEASE_MS;
  return lives && lease.holder !== me ? undefined : { holder: me, untilMs: nowMs + LEASE_MS };
}

/**
 * Who decides a refused entry. `told`: the person who made it still stands there, is told at once, and nothing is lost, because
 * it says nothing of pieces. `here`: somebody at this screen, where it is kept: its maker puts it right, or a supervisor decides.
 * `called`: it was refused later than its maker could see, so the supervisor is called to this screen.
 * @param entry the entry
 * @param nowMs real time by this device's clock, epoch ms
 */
export function whoDecides(entry: Entry, nowMs: number): 'told' | 'here' | 'called' {
  const fresh = Math.abs(nowMs - entry.keptMs) <= FRESH_MS;
  if (fresh && !hasQuantity(entry)) return 'told';
  const work = ['report', 'reverse', 'check'].includes(entry.command.kind);
  return work && !fresh ? 'called' : 'here';
}

/**
 * Refused entries that have waited too long for a decision, and that the supervisor has not been called to: each is called for
 * once. A call that was refused is not: calling for it would be refused the same way.
 * @param entries all entries
 * @param nowMs real time by this device's clock, epoch ms
 */
export function undecided(entries: readonly Entry[], nowMs: number): readonly Entry[] {
  return entries.filter(
    ({ stage, command, calledMs, refusedMs, keptMs }) =>
      stage === 'refused' &&
      command.kind !== 'call' &&
      calledMs === undefined &&
      Math.abs(nowMs - (refusedMs ?? keptMs)) > UNDECIDED_MS,
  );
}
