import { DateTime } from 'luxon';
import type { ShiftPattern } from '@takt/contracts';

/** A shift as it falls on a day. Instants epoch ms. */
export interface ShiftTime {
  readonly crew: string;
  readonly startAt: number;
  readonly endAt: number;
  readonly breaks: readonly { readonly startAt: number; readonly endAt: number }[];
}

type Pattern = Pick<ShiftPattern, 'shifts'>;

function instant(day: DateTime, time: string, notBefore = 0): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const at = day.plus({ days: Math.floor(hour / 24) }).set({ hour: hour % 24, minute });
  return (at.toMillis() < notBefore ? at.plus({ days: 1 }) : at).toMillis();
}

/**
 * Shifts that open on a day of the plant's calendar, by their start.
 * @param day `YYYY-MM-DD`
 */
export function shiftsOn(pattern: Pattern, day: string, zone: string): ShiftTime[] {
  const midnight = DateTime.fromISO(day, { zone });
  return pattern.shifts
    .filter(({ weekdays }) => weekdays.includes(midnight.weekday))
    .map(({ crew, start, end, breaks }) => {
      const startAt = instant(midnight, start);
      return {
        crew,
        startAt,
        endAt: instant(midnight, end, startAt + 1),
        breaks: breaks.map((pause) => {
          const pauseAt = instant(midnight, pause.start, startAt);
          return { startAt: pauseAt, endAt: instant(midnight, pause.end, pauseAt + 1) };
        }),
      };
    })
    .sort((a, b) => a.startAt - b.startAt);
}

/** The day of an instant in the plant's calendar, `YYYY-MM-DD`, and so many days later. */
export function dayOf(at: number, zone: string, later = 0): string {
  return DateTime.fromMillis(at, { zone }).plus({ days: later }).toISODate() ?? '';
}

/** Start of a day, epoch ms. */
export function midnightOf(day: string, zone: string): number {
  return DateTime.fromISO(day, { zone }).toMillis();
}

/** Weekday 1 Monday … 7 Sunday. */
export function weekdayOf(day: string): number {
  return DateTime.fromISO(day, { zone: 'utc' }).weekday;
}
