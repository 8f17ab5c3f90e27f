import type { WorkCalendar } from './calendar';
import type { Interval } from './interval';
import { shiftsIn, type Shift } from './shift';
import { addDays, dayOf, endOfHour, mondayOf, startOfDay, wallClockOf, weekOf } from './zone';

/** The kinds of time bucket in which figures are kept. */
export const BUCKET_KINDS = ['hour', 'shift', 'day', 'week', 'month'] as const;
/** One of {@link BUCKET_KINDS}. */
export type BucketKind = (typeof BUCKET_KINDS)[number];

/**
 * The finest piece of time for figures: one clock hour, or the part of it that belongs to one shift. Every instant is in exactly
 * one cell, and a cell belongs to exactly one bucket of each kind, so that parts always sum to the whole.
 */
export interface Cell {
  /** epoch ms */
  readonly startAt: number;
  /** epoch ms, exclusive */
  readonly endAt: number;
  /** `2026-10-25T02:00+02:00`: start of the clock hour, with the offset, for the hour that comes twice */
  readonly hour: string;
  /** {@link Shift.key}, or null between shifts */
  readonly shift: string | null;
  /** production day: the day on which the shift opened; between shifts the calendar day */
  readonly day: string;
  /** `2026-W05`: ISO week of the production day */
  readonly week: string;
  /** `2026-02`: month of the production day */
  readonly month: string;
}

/** A bucket with its bounds. */
export interface Bucket {
  readonly kind: BucketKind;
  readonly key: string;
  /** epoch ms */
  readonly startAt: number;
  /** epoch ms, exclusive */
  readonly endAt: number;
}

function cutPoints(hour: Interval, shifts: readonly Shift[]): number[] {
  const inside = shifts
    .flatMap((shift) => [shift.startAt, shift.endAt])
    .filter((at) => at > hour[0] && at < hour[1]);
  return [hour[0], ...new Set(inside.sort((a, b) => a - b)), hour[1]];
}

function cellsOfHour(hour: Interval, shifts: readonly Shift[], zone: string): Cell[] {
  const cuts = cutPoints(hour, shifts);
  const key = wallClockOf(hour[0], zone);
  return cuts.slice(1).map((endAt, i) => {
    const shift = shifts.find((one) => one.startAt <= cuts[i] && cuts[i] < one.endAt);
    const day = shift?.day ?? key.slice(0, 10);
    const shiftKey = shift?.key ?? null;
    return {
      startAt: cuts[i],
      endAt,
      hour: key,
      shift: shiftKey,
      day,
      week: weekOf(day),
      month: day.slice(0, 7),
    };
  });
}

function cellsOfDay(calendar: WorkCalendar, day: string): Cell[] {
  const [start, end] = [startOfDay(day, calendar.zone), startOfDay(addDays(day, 1), calendar.zone)];
  const shifts = shiftsIn(calendar, [start, end]);
  const cells: Cell[] = [];
  for (let at = start; at < end; at = endOfHour(at, calendar.zone))
    cells.push(...cellsOfHour([at, Math.min(end, endOfHour(at, calendar.zone))], shifts, calendar.zone));
  return cells;
}

/**
 * The cells that cover a window: contiguous, sorted, the first and last one whole.
 * @param calendar of the line to which the facts belong, without a station; of the plant (no pattern) for facts without a line
 * @param window epoch ms
 */
export function cellsIn(calendar: WorkCalendar, window: Interval): Cell[] {
  const cells: Cell[] = [];
  const last = dayOf(window[1] - 1, calendar.zone);
  for (let day = dayOf(window[0], calendar.zone); day <= last; day = addDays(day, 1))
    cells.push(...cellsOfDay(calendar, day));
  return cells.filter((cell) => cell.endAt > window[0] && cell.startAt < window[1]);
}

/** Index of the first cell that ends after an instant. */
function firstReaching(cells: readonly Cell[], instant: number): number {
  let low = 0;
  let high = cells.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (cells[middle].endAt <= instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The cell of an instant; undefined outside the cells. A pulse exactly on a boundary belongs to what begins there, once. */
export function cellAt(cells: readonly Cell[], instant: number): Cell | undefined {
  const cell = cells.at(firstReaching(cells, instant));
  return cell !== undefined && cell.startAt <= instant && instant < cell.endAt ? cell : undefined;
}

/** An interval cut at the bounds of the cells; its parts sum to the whole as far as the cells reach. */
export function splitByCells(
  cells: readonly Cell[],
  [start, end]: Interval,
): { cell: Cell; part: Interval }[] {
  const parts: { cell: Cell; part: Interval }[] = [];
  for (let i = firstReaching(cells, start); i < cells.length && cells[i].startAt < end; i += 1) {
    const cell = cells[i];
    parts.push({ cell, part: [Math.max(start, cell.startAt), Math.min(end, cell.endAt)] });
  }
  return parts;
}

/** A production day begins at midnight, or where the shift of the day before ends that lasts over midnight. */
function startOfProductionDay(calendar: WorkCalendar, day: string): number {
  const midnight = startOfDay(day, calendar.zone);
  const night = shiftsIn(calendar, [midnight - 1, midnight + 1]).find(
    (shift) => shift.startAt < midnight && midnight < shift.endAt,
  );
  return night?.endAt ?? midnight;
}

/** First day of a bucket and the day after its last. */
function daysOf(kind: 'day' | 'week' | 'month', key: string): [first: string, next: string] {
  if (kind === 'day') return [key, addDays(key, 1)];
  if (kind === 'week') return [mondayOf(key), addDays(mondayOf(key), 7)];
  const first = `${key}-01`;
  return [first, `${addDays(first, 31).slice(0, 7)}-01`];
}

/**
 * The bounds of a bucket by its key, as {@link Cell} names it.
 * Days, weeks and months are production time: they reach to the end of the night shift that opened in them.
 * @returns undefined: the calendar has no such shift
 */
export function bucketOf(calendar: WorkCalendar, kind: BucketKind, key: string): Bucket | undefined {
  if (kind === 'hour') {
    const startAt = Date.parse(key);
    return { kind, key, startAt, endAt: endOfHour(startAt, calendar.zone) };
  }
  if (kind === 'shift') {
    const day = key.slice(0, 10);
    const hours: Interval = [startOfDay(day, calendar.zone), startOfDay(addDays(day, 1), calendar.zone)];
    const shift = shiftsIn(calendar, hours).find((one) => one.key === key);
    return shift && { kind, key, startAt: shift.startAt, endAt: shift.endAt };
  }
  const [first, next] = daysOf(kind, key);
  return {
    kind,
    key,
    startAt: startOfProductionDay(calendar, first),
    endAt: startOfProductionDay(calendar, next),
  };
}

/** The bucket that an instant belongs to; undefined for a shift when the instant lies between shifts. */
export function bucketAt(calendar: WorkCalendar, kind: BucketKind, instant: number): Bucket | undefined {
  const key = cellAt(cellsIn(calendar, [instant, instant + 1]), instant)?.[kind];
  return key == null ? undefined : bucketOf(calendar, kind, key);
}

/** The buckets of a kind that touch a window, sorted, whole. */
export function bucketsIn(calendar: WorkCalendar, kind: BucketKind, window: Interval): Bucket[] {
  const keys = new Set(cellsIn(calendar, window).map((cell) => cell[kind]));
  return [...keys].flatMap((key) => (key === null ? [] : (bucketOf(calendar, kind, key) ?? [])));
}
