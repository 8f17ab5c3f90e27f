/** Wall-clock reading in a time zone. */
export interface WallClock {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}

/**
 * What the clock on the wall shows.
 * @param atMs instant in epoch ms
 * @param timeZone IANA name
 */
export function wallClock(atMs: number, timeZone: string): WallClock {
  const parts = new Map(
    formatterOf(timeZone)
      .formatToParts(atMs)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
  };
}

const asUtc = (wall: WallClock) =>
  Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);

/**
 * How far a zone is ahead of UTC.
 * @param atMs instant in epoch ms
 * @param timeZone IANA name
 * @returns ms, negative west of Greenwich
 */
export function offsetMs(atMs: number, timeZone: string): number {
  return asUtc(wallClock(atMs, timeZone)) - Math.floor(atMs / 1000) * 1000;
}

/**
 * The instant at which the clock on the wall shows a reading. A reading that daylight saving skips is moved on by the
 * gap; one that occurs twice is the first.
 * @param wall reading; fields may run over (day 32, hour 24)
 * @param timeZone IANA name
 * @returns epoch ms
 */
export function instantOf(wall: WallClock, timeZone: string): number {
  const naive = asUtc(wall);
  const candidates = [
    naive - offsetMs(naive - 86_400_000, timeZone),
    naive - offsetMs(naive + 86_400_000, timeZone),
  ];
  const exact = candidates.filter((at) => at + offsetMs(at, timeZone) === naive);
  return exact.length > 0 ? Math.min(...exact) : Math.max(...candidates);
}

/**
 * Midnight at which the day of an instant began.
 * @param atMs instant in epoch ms
 * @param timeZone IANA name
 * @param plusDays midnight so many days later (or earlier, negative)
 * @returns epoch ms
 */
export function startOfDay(atMs: number, timeZone: string, plusDays = 0): number {
  const wall = wallClock(atMs, timeZone);
  return instantOf({ ...wall, day: wall.day + plusDays, hour: 0, minute: 0, second: 0 }, timeZone);
}

/**
 * Whole calendar days from one instant to another in a zone: 0 today, 1 tomorrow.
 * @param fromMs epoch ms
 * @param toMs epoch ms
 * @param timeZone IANA name
 */
export function daysBetween(fromMs: number, toMs: number, timeZone: string): number {
  const day = (atMs: number) => {
    const { year, month, day: date } = wallClock(atMs, timeZone);
    return Date.UTC(year, month - 1, date) / 86_400_000;
  };
  return day(toMs) - day(fromMs);
}

const two = (value: number) => String(value).padStart(2, '0');

/**
 * The text a date-and-time field works with: wall-clock, `2026-03-29T06:00`.
 * @param atMs instant in epoch ms
 * @param timeZone IANA name
 */
export function toFieldText(atMs: number, timeZone: string): string {
  const { year, month, day, hour, minute } = wallClock(atMs, timeZone);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}

/**
 * The instant that a date-and-time field names.
 * @param text `2026-03-29T06:00`, wall-clock
 * @param timeZone IANA name
 * @returns epoch ms; undefined when the text is not a date and time
 */
export function fromFieldText(text: string, timeZone: string): number | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(text);
  if (!match) return undefined;
  const [year, month, day, hour, minute] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ];
  return instantOf({ year, month, day, hour, minute, second: 0 }, timeZone);
}
