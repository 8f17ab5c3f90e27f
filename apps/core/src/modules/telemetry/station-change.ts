import type { EventPayload, StationState } from '@takt/contracts';
import {
  followStops,
  hear,
  needsReason,
  tailOf,
  type CountDelta,
  type OpenSpan,
  type Pieces,
  type StationMemory,
  type StopSpan,
} from '@takt/telemetry';
import type { Live } from './live-station';
import type { Accepted } from './message-decoder';
import type { Place } from './plant-directory';

/** A stop to be stored. */
export interface StopRow extends StopSpan {
  readonly id: string;
}

type WentDown = EventPayload<'station.went-down'>;
type CameBack = EventPayload<'station.came-back'>;

/** What messages, or the time that has passed, have changed at a station. */
export interface StationChange {
  readonly before: Live;
  readonly after: Live;
  /** stored intervals from here on are replaced, epoch ms; null: none */
  readonly replaceFrom: number | null;
  readonly intervals: readonly OpenSpan[];
  /** pieces to be added, by minute (epoch ms) */
  readonly counts: ReadonlyMap<number, Pieces>;
  readonly stops: readonly StopRow[];
  /** the stop in which the station stood, when it turns out to have been none: it was too short; null: none */
  readonly goneStop: string | null;
  /** readings that cannot be right */
  readonly implausible: readonly Accepted[];
  readonly late: { readonly signals: readonly Accepted[]; readonly readings: readonly Accepted[] };
  readonly wentDown: WentDown | null;
  readonly cameBack: CameBack | null;
}

/** What a change is made from besides the station and its messages. */
export interface Circumstances {
  readonly place: Place;
  /** factory time, epoch ms */
  readonly now: number;
  readonly newId: () => string;
  /** messages that happened before this instant are no longer kept, epoch ms */
  readonly oldest: number;
}

const MINUTE_MS = 60_000;

/** The minute in which an instant lies. */
export const minuteOf = (instant: number): number => Math.floor(instant / MINUTE_MS) * MINUTE_MS;

const sameSpans = (a: readonly OpenSpan[], b: readonly OpenSpan[]): boolean =>
  a.length === b.length &&
  a.every((span, i) => {
    const other = b[i];
    return (
      span.state === other?.state &&
      span.reason === other.reason &&
      span.startAt === other.startAt &&
      span.endAt === other.endAt
    );
  });

/** Is the device there? Neither its last will nor too long a silence says otherwise; null: never heard of. */
function isOnline({ track }: StationMemory, { silentMs }: Place, now: number): boolean | null {
  return track === null ? null : track.online && now - track.at <= silentMs;
}

/** When something changes by itself: a silence grows too long, or a stop. */
function dueAt(memory: StationMemory, unrecorded: StopSpan | null, place: Place, now: number): number | null {
  const silentAt = memory.track?.online ? memory.track.at + place.silentMs + 1 : Infinity;
  const longAt = unrecorded === null ? Infinity : unrecorded.startAt + place.microstopMs + 1;
  const next = [silentAt, longAt].filter((at) => at > now && at !== Infinity);
  return next.length === 0 ? null : Math.min(...next);
}

/** The states of a station from some moment on. */
export interface Course {
  readonly memory: StationMemory;
  /** states that have ended since `down` began to be followed */
  readonly spans: readonly { state: StationState; reason: string | null; startAt: number; endAt: number }[];
  /** the stop in which the station stood before */
  readonly down: StopSpan | null;
}

/** What a course means for the tail, the stops and those who have to know. */
export interface Settled {
  readonly tail: readonly OpenSpan[];
  readonly stops: readonly StopSpan[];
  readonly down: StopSpan | null;
}

/** The tail and the stops of a course at an instant. */
export function settle({ memory, spans, down }: Course, place: Place, now: number): Settled {
  const { track } = memory;
  if (track === null) return { tail: [], stops: [], down: null };
  const tail = tailOf(track, place.silentMs, now);
  const lasting: OpenSpan = { state: track.state, reason: track.reason, startAt: track.since, endAt: null };
  return { tail, ...followStops(down, spans, tail, lasting) };
}

/** Those who have to know that a station is down, or back. */
export function alarmFor(
  { station, line, downSince }: Pick<Live, 'station' | 'line' | 'downSince'>,
  { tail, stops }: Pick<Settled, 'tail' | 'stops'>,
  { place, now }: Circumstances,
): { downSince: number | null; wentDown: WentDown | null; cameBack: CameBack | null } {
  const last = tail.at(-1);
  const open = stops.at(-1);
  if (downSince === null && open?.endAt === null && needsReason(open, place.microstopMs, now)) {
    const since = new Date(open.startAt).toISOString();
    const { state, reason } = open;
    return { downSince: open.startAt, wentDown: { station, line, state, reason, since }, cameBack: null };
  }
  // After a silence nobody knows whether it is back: one has to see it work.
  const standing = last === undefined || ['stopped', 'fault', 'unknown'].includes(last.state);
  if (downSince === null || standing) return { downSince, wentDown: null, cameBack: null };
  const downSec = Math.max(0, last.startAt - downSince) / 1000;
  const at = new Date(last.startAt).toISOString();
  return { downSince: null, wentDown: null, cameBack: { station, line, downSec, at } };
}

/** The stops that are long enough to be stored; the one in which the station stood keeps its id. */
function stopRows(live: Live, stops: readonly StopSpan[], { place, now, newId }: Circumstances): StopRow[] {
  const idOf = ({ startAt }: StopSpan): string =>
    startAt === live.down?.startAt && live.openStop !== null ? live.openStop : newId();
  return stops
    .filter((stop) => needsReason(stop, place.microstopMs, now))
    .map((stop) => ({ ...stop, id: idOf(stop) }));
}

function byMinute(deltas: readonly { at: number; good: number; scrap: number }[]): Map<number, Pieces> {
  const minutes = new Map<number, { good: number; scrap: number }>();
  for (const { at, good, scrap } of deltas) {
    if (good === 0 && scrap === 0) continue;
    const minute = minuteOf(at);
    const sum = minutes.get(minute);
    if (sum) {
      sum.good += good;
      sum.scrap += scrap;
    } else minutes.set(minute, { good, scrap });
  }
  return minutes;
}

/** What a station is after a change. */
export function liveAfter(
  live: Live,
  { memory, settled, rows }: { memory: StationMemory; settled: Settled; rows: readonly StopRow[] },
  { place, now }: Circumstances,
): Omit<Live, 'version' | 'downSince'> {
  const openStop = rows.find(({ startAt }) => startAt === settled.down?.startAt)?.id ?? null;
  return {
    ...live,
    line: place.line,
    memory,
    tail: settled.tail,
    down: settled.down,
    openStop,
    online: isOnline(memory, place, now),
    dueAt: dueAt(memory, openStop === null ? settled.down : null, place, now),
  };
}

/** Keys of the readings that cannot be right. */
export const implausibleIn = (messages: readonly Accepted[], deltas: readonly CountDelta[]): Accepted[] => {
  const odd = deltas.filter(({ flag }) => flag === 'implausible');
  if (odd.length === 0) return [];
  const wrong = new Set(odd.map(({ boot, seq }) => `${seq} ${boot}`));
  return messages.filter(({ boot, seq, channel }) => channel === 'count' && wrong.has(`${seq} ${boot}`));
};

/**
 * What messages change at a station, or the time alone when there are none. Late ones are handed back.
 * @param live the station as it is stored
 * @param messages of the station, each key once
 */
export function changeOf(
  live: Live,
  messages: readonly Accepted[],
  circumstances: Circumstances,
): StationChange {
  const { place, now } = circumstances;
  const { memory, spans, deltas, lateSignals, lateReadings } = hear(live.memory, messages, place);
  const settled = settle({ memory, spans, down: live.down }, place, now);
  const rows = stopRows(live, settled.stops, circumstances);
  const after = liveAfter(live, { memory, settled, rows }, circumstances);
  const { downSince, ...told } = alarmFor(live, settled, circumstances);
  const rewritten = spans.length > 0 || !sameSpans(live.tail, settled.tail);
  const changed = messages.length > 0 || rewritten || after.online !== live.online;
  const start = live.tail[0] ?? spans[0] ?? settled.tail[0];
  return {
    before: live,
    after: { ...after, downSince, version: live.version + (changed ? 1 : 0) },
    replaceFrom: rewritten ? (start?.startAt ?? null) : null,
    intervals: rewritten ? [...spans, ...settled.tail] : [],
    counts: byMinute(deltas),
    stops: rewritten || after.openStop !== live.openStop ? rows : [],
    goneStop: rewritten && !rows.some(({ id }) => id === live.openStop) ? live.openStop : null,
    implausible: implausibleIn(messages, deltas),
    late: { signals: lateSignals, readings: lateReadings },
    ...told,
  };
}
