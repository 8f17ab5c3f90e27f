import type { Seeded } from './seeded';

const HOUR = 3600;
const DAY = 86400;
/** Length of the plan in days. */
export const DAYS = 60;
/** Days for which overtime is offered. */
const OVERTIME_DAYS = 14;

/** Half-open interval in seconds from now. */
export type Hours = [number, number][];

/** Two shifts with a break in each, six days a week, from now on. */
export function twoShifts(): Hours {
  return workdays(DAYS, [
    [0, 4 * HOUR],
    [4.5 * HOUR, 8 * HOUR],
    [8 * HOUR, 12 * HOUR],
    [12.5 * HOUR, 16 * HOUR],
  ]);
}

/** The first of the two shifts. */
export function oneShift(): Hours {
  return workdays(DAYS, [
    [0, 4 * HOUR],
    [4.5 * HOUR, 8 * HOUR],
  ]);
}

/** Around the clock. */
export function allHours(): Hours {
  return [[0, DAYS * DAY]];
}

/** Two hours after the last shift on each of the first workdays. */
export function eveningOvertime(lastShiftEnds: number): Hours {
  return workdays(OVERTIME_DAYS, [[lastShiftEnds, lastShiftEnds + 2 * HOUR]]);
}

/** People present in each working interval: one number for most of the time, one fewer now and then (somebody is ill). */
export function presence(hours: Hours, usual: number, random: Seeded): [number, number, number][] {
  return hours.map(([start, end]) => [start, end, random.chance(15) ? Math.max(1, usual - 1) : usual]);
}

function workdays(days: number, spans: Hours): Hours {
  const hours: Hours = [];
  for (let day = 0; day < days; day++)
    if (day % 7 !== 6) for (const [start, end] of spans) hours.push([day * DAY + start, day * DAY + end]);
  return hours;
}
