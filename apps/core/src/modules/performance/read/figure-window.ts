import { addDays, dayOf, endOfHour, startOfDay } from '@takt/calendar';
import { refuse, type Refusal } from '@takt/contracts';

/** A window as a request names it. */
export interface AskedWindow {
  readonly from: string;
  readonly to: string;
}

/** A window as figures are kept: whole days, or whole hours. */
export interface FigureWindow {
  /** epoch ms, begin of the first hour or calendar day */
  readonly from: number;
  /** epoch ms, exclusive */
  readonly to: number;
  /** production days from the first to before the second; null: not whole days */
  readonly days: readonly [string, string] | null;
}

const DAYS_MAX = 1100;
const FINE_DAYS_MAX = 62;
const DAY_MS = 86_400_000;

/**
 * Reads a window. Midnights of the plant mean its production days; other instants are widened to whole hours, and to whole days for
 * figures that are kept by the day.
 * @param fine is it broken down by hour or shift? Then it is shorter
 * @returns kpi.window when it ends before it begins, or is too long
 */
export function figureWindow(
  asked: AskedWindow,
  zone: string,
  grain: 'hour' | 'day',
  fine: boolean,
): FigureWindow | Refusal {
  const [from, to] = [Date.parse(asked.from), Date.parse(asked.to)];
  const longest = fine ? FINE_DAYS_MAX : DAYS_MAX;
  if (to <= from) return refuse('kpi.window', { from: asked.from, to: asked.to, reason: 'backwards' });
  if (to - from > longest * DAY_MS)
    return refuse('kpi.window', { from: asked.from, to: asked.to, limit: `${longest} d`, reason: 'long' });
  const isMidnight = (at: number): boolean => startOfDay(dayOf(at, zone), zone) === at;
  if (grain === 'day' || (isMidnight(from) && isMidnight(to))) {
    const [first, next] = [dayOf(from, zone), addDays(dayOf(to - 1, zone), 1)];
    return { from: startOfDay(first, zone), to: startOfDay(next, zone), days: [first, next] };
  }
  return { from: endOfHour(from, zone) - 3_600_000, to: endOfHour(to - 1, zone), days: null };
}

/** The window before a window, as long in days, or in hours. */
export function windowBefore({ from, to, days }: FigureWindow, zone: string): FigureWindow {
  if (days === null) return { from: from - (to - from), to: from, days: null };
  const count = Math.round((Date.parse(days[1]) - Date.parse(days[0])) / DAY_MS);
  const first = addDays(days[0], -count);
  return { from: startOfDay(first, zone), to: from, days: [first, days[0]] };
}

/** Rows of one kind on some production days, or of hours between instants. */
export interface Segment {
  readonly kind: 'cell' | 'shift' | 'day' | 'month';
  /** from the first day to before the second */
  readonly days?: readonly [string, string];
  /** epoch ms, half-open */
  readonly hours?: readonly [number, number];
}

const monthOf = (day: string): string => `${day.slice(0, 7)}-01`;
const monthAfter = (day: string): string => monthOf(addDays(monthOf(day), 32));

/** Which rows add up to a window: whole months by months, the rest by days; fine ones where a break-down asks for them. */
export function segmentsOf(window: FigureWindow, by: readonly string[], grain: 'hour' | 'day'): Segment[] {
  const { days } = window;
  if (days === null || (grain === 'hour' && by.includes('hour')))
    return [{ kind: 'cell', ...(days === null ? { hours: [window.from, window.to] } : { days }) }];
  if (by.includes('shift')) return [{ kind: 'shift', days }];
  if (by.includes('day') || by.includes('week')) return [{ kind: 'day', days }];
  const [first, next] = days;
  const firstMonth = monthOf(first) === first ? first : monthAfter(first);
  const lastMonth = monthOf(next);
  if (firstMonth >= lastMonth) return [{ kind: 'day', days }];
  const all: Segment[] = [
    { kind: 'day', days: [first, firstMonth] },
    { kind: 'month', days: [firstMonth, lastMonth] },
    { kind: 'day', days: [lastMonth, next] },
  ];
  return all.filter((segment) => segment.days !== undefined && segment.days[0] < segment.days[1]);
}

/** Which rows add up to everything before a day. */
export function segmentsBefore(day: string): Segment[] {
  const all: Segment[] = [
    { kind: 'month', days: ['1990-01-01', monthOf(day)] },
    { kind: 'day', days: [monthOf(day), day] },
  ];
  return all.filter((segment) => segment.days !== undefined && segment.days[0] < segment.days[1]);
}
