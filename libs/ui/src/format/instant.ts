import type { Language } from '@takt/contracts';
import { NO_VALUE } from './number';
import { daysBetween } from './zone';

/** For whom instants are written: language, and the time zone of the plant. */
export interface Place {
  readonly language: Language;
  /** IANA name */
  readonly timeZone: string;
}

/** An instant: epoch ms or ISO 8601 text. */
export type InstantLike = number | string | null | undefined;

const styles = {
  time: { hour: '2-digit', minute: '2-digit' },
  seconds: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
  weekday: { weekday: 'short' },
  date: { day: 'numeric', month: 'short' },
  year: { day: 'numeric', month: 'short', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const formatters = new Map<string, Intl.DateTimeFormat>();

function write(atMs: number, style: keyof typeof styles, { language, timeZone }: Place): string {
  const key = `${style} ${language} ${timeZone}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    const locale = language === 'en' ? 'en-GB' : language; // day before month, 24 hours
    formatter = new Intl.DateTimeFormat(locale, { ...styles[style], timeZone, hourCycle: 'h23' });
    formatters.set(key, formatter);
  }
  return formatter.format(atMs);
}

function msOf(at: InstantLike): number {
  return typeof at === 'string' ? Date.parse(at) : (at ?? Number.NaN);
}

/**
 * Time of day: `14:05`.
 * @param at instant
 * @param place language and time zone
 */
export function formatTime(at: InstantLike, place: Place): string {
  const ms = msOf(at);
  return Number.isFinite(ms) ? write(ms, 'time', place) : NO_VALUE;
}

/**
 * Time of day with seconds: `14:05:09`.
 * @param at instant
 * @param place language and time zone
 */
export function formatSeconds(at: InstantLike, place: Place): string {
  const ms = msOf(at);
  return Number.isFinite(ms) ? write(ms, 'seconds', place) : NO_VALUE;
}

/**
 * A day: `12 Mar`, `3月12日`; with the year where it is another one than now.
 * @param at instant
 * @param place language and time zone
 * @param nowMs now, epoch ms
 */
export function formatDay(at: InstantLike, place: Place, nowMs: number): string {
  const ms = msOf(at);
  if (!Number.isFinite(ms)) return NO_VALUE;
  const far = Math.abs(ms - nowMs) > 300 * 86_400_000;
  return write(ms, far ? 'year' : 'date', place);
}

/**
 * An instant as short as it is clear: `14:05` today, `tomorrow 14:05`, `Wed 14:05` within six days, else `12 Mar 14:05`.
 * @param at instant
 * @param place language and time zone
 * @param nowMs now, epoch ms
 */
export function formatWhen(at: InstantLike, place: Place, nowMs: number): string {
  const ms = msOf(at);
  if (!Number.isFinite(ms)) return NO_VALUE;
  const time = write(ms, 'time', place);
  const days = daysBetween(nowMs, ms, place.timeZone);
  const chinese = place.language === 'zh-CN';
  if (days === 0) return time;
  if (days === 1) return `${chinese ? '明天' : 'tomorrow'} ${time}`;
  if (days === -1) return `${chinese ? '昨天' : 'yesterday'} ${time}`;
  if (Math.abs(days) <= 6) return `${write(ms, 'weekday', place)} ${time}`;
  return `${formatDay(ms, place, nowMs)} ${time}`;
}

/**
 * A stretch of time as short as it is clear; the day is said once where both ends are on it: `tomorrow 14:05–15:10`.
 * @param startAt first instant
 * @param endAt last instant
 * @param place language and time zone
 * @param nowMs now, epoch ms
 */
export function formatSpan(startAt: InstantLike, endAt: InstantLike, place: Place, nowMs: number): string {
  const [start, end] = [msOf(startAt), msOf(endAt)];
  if (!Number.isFinite(start) || !Number.isFinite(end)) return NO_VALUE;
  const sameDay = daysBetween(start, end, place.timeZone) === 0;
  const last = sameDay ? write(end, 'time', place) : formatWhen(end, place, nowMs);
  return `${formatWhen(start, place, nowMs)}–${last}`;
}

/** An instant as core writes it in sentences. */
const INSTANT = /\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z/g;

/**
 * A sentence of core, its instants as the reader writes them.
 * @param text sentence with instants such as `2026-03-11T10:19:44.000Z`
 * @param place language and time zone
 * @param nowMs now, epoch ms
 */
export function formatSentence(text: string, place: Place, nowMs: number): string {
  return text.replace(INSTANT, (at) => formatWhen(at, place, nowMs));
}
