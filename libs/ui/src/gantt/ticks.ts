import { instantOf, startOfDay, wallClock } from '../format/zone';

/** A line of the time axis. */
export interface Tick {
  readonly atMs: number;
  /** what its label says: the time, or the day */
  readonly label: 'time' | 'day';
  /** begins a day (or, between days, a Monday) */
  readonly major: boolean;
}

const MIN_PX = 64;
const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;
const insideDay = [
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
];
const days = [1, 2, 7, 14, 28];

/** Hours of a day are counted on the clock on the wall: a day of 23 hours has a 06:00 too. */
function ticksOfDay(midnightMs: number, stepMs: number, timeZone: string): Tick[] {
  const wall = wallClock(midnightMs, timeZone);
  const ticks: Tick[] = [];
  for (let sinceMs = stepMs; sinceMs < DAY; sinceMs += stepMs) {
    const atMs = instantOf({ ...wall, hour: 0, minute: sinceMs / MINUTE, second: 0 }, timeZone);
    ticks.push({ atMs, label: 'time', major: false });
  }
  return ticks;
}

/** Days since a Monday long ago. */
function dayNumber(midnightMs: number, timeZone: string): number {
  const { year, month, day } = wallClock(midnightMs, timeZone);
  return Date.UTC(year, month - 1, day) / DAY + 3; // day 0 was a Thursday
}

/**
 * Lines of the time axis, on round times of the plant's clock, at least 64 px apart.
 * @param fromMs left edge, epoch ms
 * @param toMs right edge
 * @param scale ms per px
 * @param timeZone IANA name
 */
export function ticks(fromMs: number, toMs: number, scale: number, timeZone: string): readonly Tick[] {
  const wanted = MIN_PX * scale;
  const stepMs = insideDay.find((step) => step >= wanted);
  const stepDays = stepMs ? 1 : (days.find((count) => count * DAY >= wanted) ?? 28);
  const found: Tick[] = [];
  let midnight = startOfDay(fromMs, timeZone);
  while (midnight < toMs) {
    const dayNo = dayNumber(midnight, timeZone);
    const major = stepMs !== undefined || dayNo % 7 === 0;
    if (dayNo % stepDays === 0) found.push({ atMs: midnight, label: 'day', major });
    if (stepMs) found.push(...ticksOfDay(midnight, stepMs, timeZone));
    midnight = startOfDay(midnight + DAY / 2, timeZone, 1);
  }
  return found.filter(({ atMs }, at) => atMs >= fromMs && atMs < toMs && atMs > (found[at - 1]?.atMs ?? -1));
}
