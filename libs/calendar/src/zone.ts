import { DateTime, IANAZone } from 'luxon';

/** Milliseconds of an hour. */
export const HOUR_MS = 3_600_000;

/** Answers that are remembered: history asks for the same days once for every fact. */
const KEPT_MAX = 20_000;

/** What a question has for an answer, asked once. */
function remembered<V>(known: Map<string, V>, key: string, answer: () => V): V {
  const found = known.get(key);
  if (found !== undefined) return found;
  const value = answer();
  if (known.size >= KEPT_MAX) known.clear();
  known.set(key, value);
  return value;
}

const instants = new Map<string, number>();
const days = new Map<string, string>();

/**
 * The instant of a wall-clock time in a time zone. A time that the clock skips (spring) is moved on by the skipped length;
 * of a time that comes twice (autumn) the first one is meant.
 * @param day `YYYY-MM-DD`
 * @param time `HH:MM`, 00:00 to 24:00
 * @param zone IANA name
 * @returns epoch ms
 */
export function instantOf(day: string, time: string, zone: string): number {
  return remembered(instants, `${day} ${time} ${zone}`, () => firstInstantOf(day, time, zone));
}

function firstInstantOf(day: string, time: string, zone: string): number {
  const [hour, minute] = time.split(':').map(Number);
  const date = hour === 24 ? addDays(day, 1) : day;
  const [year, month, dayOfMonth] = date.split('-').map(Number);
  const parts = { year, month, day: dayOfMonth, hour: hour % 24, minute };
  const found = DateTime.fromObject(parts, { zone }).getPossibleOffsets();
  return Math.min(...found.map((candidate) => candidate.toMillis()));
}

/** All clocks of this century differ from UTC by whole quarters of an hour, and are changed on them. */
const QUARTER_MS = 900_000;
const CENTURY = Date.UTC(2000, 0);

/** The calendar day `YYYY-MM-DD` of an instant by the clock of a time zone. */
export function dayOf(instant: number, zone: string): string {
  const day = (): string => DateTime.fromMillis(instant, { zone }).toISODate() ?? '';
  return instant >= CENTURY ? remembered(days, `${Math.floor(instant / QUARTER_MS)} ${zone}`, day) : day();
}

/** The instant at which a calendar day begins in a time zone: midnight, or the first time after it where midnight is skipped. */
export function startOfDay(day: string, zone: string): number {
  return instantOf(day, '00:00', zone);
}

const DAY_MS = 86_400_000;
/** Length of `YYYY-MM-DD`. */
const DAY_LENGTH = 10;

/** The day so many days later (earlier when negative). */
export function addDays(day: string, days: number): string {
  // Days have no time zone: arithmetic in UTC, which calendars ask for thousands of times.
  const at = Date.parse(day) + days * DAY_MS;
  return Number.isNaN(at) ? '' : new Date(at).toISOString().slice(0, DAY_LENGTH);
}

/** Weekday of a day: 1 Monday … 7 Sunday. */
export function weekdayOf(day: string): number {
  return new Date(Date.parse(day)).getUTCDay() || 7;
}

/** ISO week of a day as `2026-W05`; the days around New Year belong to the week with the Thursday. */
export function weekOf(day: string): string {
  const date = DateTime.fromISO(day, { zone: 'utc' });
  return `${date.weekYear}-W${String(date.weekNumber).padStart(2, '0')}`;
}

/** Monday of an ISO week `2026-W05`. */
export function mondayOf(week: string): string {
  return DateTime.fromISO(`${week}-1`, { zone: 'utc' }).toISODate() ?? '';
}

/** Wall-clock time of an instant as ISO 8601 to the minute with its offset: `2026-10-25T02:00+02:00`. */
export function wallClockOf(instant: number, zone: string): string {
  return DateTime.fromMillis(instant, { zone }).toFormat("yyyy-MM-dd'T'HH:mmZZ");
}

/** The end of the clock hour that holds an instant, by the clock of a time zone. */
export function endOfHour(instant: number, zone: string): number {
  const local = instant + IANAZone.create(zone).offset(instant) * 60_000;
  return instant + HOUR_MS - (((local % HOUR_MS) + HOUR_MS) % HOUR_MS);
}
