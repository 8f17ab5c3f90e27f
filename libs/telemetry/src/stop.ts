import type { OpenSpan, StateSpan } from './state-track';

/** A time in which a station stood still. */
export interface StopSpan {
  /** `fault` when any part of it was a fault */
  readonly state: 'stopped' | 'fault';
  /** the last reason that the device gave; null: unexplained */
  readonly reason: string | null;
  /** epoch ms */
  readonly startAt: number;
  /** epoch ms; null: still standing */
  readonly endAt: number | null;
  /** the station fell silent while it stood: when the stop ended is not known */
  readonly lost: boolean;
}

const isDown = (span: OpenSpan): span is OpenSpan & { state: 'stopped' | 'fault' } =>
  span.state === 'stopped' || span.state === 'fault';

function merge(stop: StopSpan, span: OpenSpan): StopSpan {
  return {
    ...stop,
    state: span.state === 'fault' ? 'fault' : stop.state,
    reason: span.reason ?? stop.reason,
    endAt: span.endAt,
  };
}

/**
 * The stops of a station, long and short. A stop is one however many hours, shifts and midnights it crosses and whether the device
 * calls it stopped or fault meanwhile. Silence ends it (`lost`): what is found standing after a silence is a stop of its own,
 * so that a stop whose collector died swallows no later one.
 * @param spans states in order, the last one perhaps open; contiguous as `deriveStates` and `tailOf` give them
 */
export function stopsOf(spans: readonly OpenSpan[]): StopSpan[] {
  const stops: StopSpan[] = [];
  let current: StopSpan | null = null;
  for (const span of spans) {
    if (isDown(span)) {
      const { state, reason, startAt, endAt } = span;
      current = current === null ? { state, reason, startAt, endAt, lost: false } : merge(current, span);
      continue;
    }
    if (current !== null) stops.push({ ...current, lost: span.state === 'unknown' });
    current = null;
  }
  return current === null ? stops : [...stops, current];
}

/**
 * Is a stop long enough to need a reason? Those up to the limit are micro-stops.
 * @param microstopMs the limit of the station
 * @param now epoch ms; an open stop has lasted until now
 */
export function needsReason(stop: StopSpan, microstopMs: number, now: number): boolean {
  return (stop.endAt ?? now) - stop.startAt > microstopMs;
}

/**
 * The stops of a station as its states go on.
 * @param down the stop in which the station stood before the first of these states; null: it did not
 * @param spans states that have ended since, in order
 * @param tail what lasts now, as `tailOf` gives it: the last silence may turn out to have been quiet
 * @param lasting what lasts, were the station not silent
 * @returns the stops from `down` on, in order, and the one in which the station stands unless the silence says otherwise
 */
export function followStops(
  down: StopSpan | null,
  spans: readonly StateSpan[],
  tail: readonly OpenSpan[],
  lasting: OpenSpan,
): { readonly stops: readonly StopSpan[]; readonly down: StopSpan | null } {
  const [first = lasting] = [...spans, ...tail];
  const before: OpenSpan[] = down === null ? [] : [{ ...down, endAt: first.startAt }];
  const last = stopsOf([...before, ...spans, lasting]).at(-1);
  return {
    stops: stopsOf([...before, ...spans, ...tail]),
    down: last !== undefined && last.endAt === null ? last : null,
  };
}

/** A stop that is stored. */
export interface StoredStop {
  readonly id: string;
  readonly startAt: number;
  readonly endAt: number | null;
}

/** How stored stops correspond to those of a past that was derived anew. */
export interface StopMatch<S extends StoredStop> {
  readonly kept: readonly (readonly [S, StopSpan])[];
  readonly fresh: readonly StopSpan[];
  readonly gone: readonly S[];
}

function overlap(a: StoredStop, b: StopSpan): number {
  return Math.min(a.endAt ?? Infinity, b.endAt ?? Infinity) - Math.max(a.startAt, b.startAt);
}

/**
 * Finds for each stop of a restated past the stored one that it was, so that its explanation stays: the one that overlaps
 * it most, each stored stop once.
 * @param stored of one station
 * @param derived in order
 */
export function matchStops<S extends StoredStop>(
  stored: readonly S[],
  derived: readonly StopSpan[],
): StopMatch<S> {
  const pairs = derived
    .flatMap((stop) => stored.map((old) => ({ stop, old, shared: overlap(old, stop) })))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared || a.old.startAt - b.old.startAt);
  const [taken, matched] = [new Set<S>(), new Map<StopSpan, S>()];
  for (const { stop, old } of pairs) {
    if (taken.has(old) || matched.has(stop)) continue;
    taken.add(old);
    matched.set(stop, old);
  }
  return {
    kept: derived.flatMap((stop) => {
      const old = matched.get(stop);
      return old === undefined ? [] : [[old, stop] as const];
    }),
    fresh: derived.filter((stop) => !matched.has(stop)),
    gone: stored.filter((old) => !taken.has(old)),
  };
}
