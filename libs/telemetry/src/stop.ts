import type { OpenSpan } from './state-track';

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
