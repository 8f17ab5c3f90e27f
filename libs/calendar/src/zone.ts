import { IANAZone } from 'luxon';

/** Milliseconds of an hour. */
export const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Offsets at midnights in UTC, by zone and day: a fact once looked up stays true, and looking it up is slow. */
const midnightOffsets = new Map<string, number>();
const REMEMBERED_MAX = 10_000;

function midnightOffset(day: number, zone: string): number {
  const key = `${zone} ${day}`;
  const known = midnightOffsets.get(key);
  if (known !== undefined) return known;
  if (midnightOffsets.size >= REMEMBERED_MAX) midnightOffsets.clear();
  const offset = IANAZone.create(zone).offset(day * DAY_MS) * MINUTE_MS;
  midnightOffsets.set(key, offset);
  return offset;
}

/** Milliseconds by which the clock of a time zone is ahead of UTC at an instant. No zone changes its clock twice within a day. */
function offsetMs(instant: number, zone: string): number {
  const day = Math.floor(instant / DAY_MS);
  const offset = midnightOffset(day, zone);
  return offset === midnightOffset(day + 1, zone)
    ? offset
    : IANAZone.create(zone).offset(instant) * MINUTE_MS;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** Midnight of a day in UTC. */
function utcOf(day: string): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
}

/** `YYYY-MM-DD` of an instant in UTC. */
function utcDay(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

/**
 * The instant of a wall-clock time in a time zone. A time that the clock skips (spring) is moved on by the skipped length;
 * of a time that comes twice (autumn) the first one is meant.
 * @param day `YYYY-MM-DD`
 * @param time `HH:MM`, 00:00 to 24:00
 * @param zone IANA name
 * @returns epoch ms
 */
export function instantOf(day: string, time: string, zone: string): number {
  const local = utcOf(day) + (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) * MINUTE_MS;
  const before = offsetMs(local - DAY_MS, zone);
  const after = offsetMs(local + DAY_MS, zone);
  const found = [local - before, local - after].filter((at) => at + offsetMs(at, zone) === local);
  return found.length === 0 ? local - before : Math.min(...found);
}

/** The calendar day `YYYY-MM-DD` of an instant by the clock of a time zone. */
export function dayOf(instant: number, zone: string): string {
  return utcDay(instant + offsetMs(instant, zone));
}

/** The instant at which a calendar day begins in a time zone: midnight, or the first time after it where midnight is skipped. */
export function startOfDay(day: string, zone: string): number {
  return instantOf(day, '00:00', zone);
}

/** The day so many days later (earlier when negative). */
export function addDays(day: string, days: number): string {
  return utcDay(utcOf(day) + days * DAY_MS);
}

/** Weekday of a day: 1 Monday … 7 Sunday. */
export function weekdayOf(day: string): number {
  return new Date(utcOf(day)).getUTCDay() || 7;
}

/** ISO week of a day as `2026-W05`; the days around New Year belong to the week with the Thursday. */
export function weekOf(day: string): string {
  const thursday = addDays(day, 4 - weekdayOf(day));
  const year = thursday.slice(0, 4);
  const week = Math.floor((utcOf(thursday) - utcOf(`${year}-01-01`)) / (7 * DAY_MS)) + 1;
  return `${year}-W${two(week)}`;
}

/** Monday of an ISO week `2026-W05`. */
export function mondayOf(week: string): string {
  const fourth = `${week.slice(0, 4)}-01-04`; // always in week 1
  return addDays(fourth, 1 - weekdayOf(fourth) + (Number(week.slice(6)) - 1) * 7);
}

/** Wall-clock time of an instant as ISO 8601 to the minute with its offset: `2026-10-25T02:00+02:00`. */
export function wallClockOf(instant: number, zone: string): string {
  const offset = offsetMs(instant, zone);
  const ahead = Math.abs(offset) / MINUTE_MS;
  const shift = `${offset < 0 ? '-' : '+'}${two(Math.floor(ahead / 60))}:${two(Math.floor(ahead % 60))}`;
  return `${new Date(instant + offset).toISOString().slice(0, 16)}${shift}`;
}

/** The end of the clock hour that holds an instant, by the clock of a time zone. */
export function endOfHour(instant: number, zone: string): number {
  const local = instant + offsetMs(instant, zone);
  return instant + HOUR_MS - (((local % HOUR_MS) + HOUR_MS) % HOUR_MS);
}
