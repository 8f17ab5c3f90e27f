import type { PatternShift } from '@takt/contracts';
import { applyExceptions, extraTime, type WorkCalendar } from './calendar';
import { clip, intersect, measure, subtract, unite, type Interval, type TimeSet } from './interval';
import { lengthMin, minutesAfter, minutesOf } from './pattern';
import { addDays, dayOf, instantOf, wallClockOf, weekdayOf } from './zone';

/** Crew code of extra work that no shift of the pattern covers. */
export const EXTRA_CREW = 'extra';

/** One shift as it falls on a date. */
export interface Shift {
  /** `2026-03-06T22:00/night`: opening day and time by the plant's clock, and crew */
  readonly key: string;
  /** crew of the pattern, or {@link EXTRA_CREW} */
  readonly crew: string;
  readonly name: string;
  readonly nameZh?: string | undefined;
  /** the day on which it opens: a Friday night shift is Friday's to its last minute */
  readonly day: string;
  /** epoch ms */
  readonly startAt: number;
  /** epoch ms, exclusive */
  readonly endAt: number;
  /** working time inside it: without breaks, closures and maintenance */
  readonly work: TimeSet;
}

type Draft = Omit<Shift, 'work' | 'key'> & { readonly breaks: TimeSet };

function breaksOf(shift: PatternShift, day: string, zone: string): TimeSet {
  return unite(
    shift.breaks.map((pause): Interval => {
      const nextDay = minutesOf(shift.start) + minutesAfter(shift.start, pause.start) >= 1440;
      const time = pause.start === '24:00' ? '00:00' : pause.start;
      const start = instantOf(nextDay ? addDays(day, 1) : day, time, zone);
      return [start, start + lengthMin(pause.start, pause.end) * 60_000];
    }),
  );
}

function draftOn(shift: PatternShift, day: string, zone: string): Draft {
  const overnight = shift.end !== '24:00' && shift.end <= shift.start;
  return {
    crew: shift.crew,
    name: shift.name,
    nameZh: shift.nameZh,
    day,
    startAt: instantOf(day, shift.start, zone),
    endAt: instantOf(overnight ? addDays(day, 1) : day, shift.end, zone),
    breaks: breaksOf(shift, day, zone),
  };
}

/** The days whose shifts may touch a window, one before included for night shifts. */
function daysAround(window: Interval, zone: string): string[] {
  const days: string[] = [];
  const last = dayOf(window[1], zone);
  for (let day = addDays(dayOf(window[0], zone), -1); day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

interface Drawn {
  readonly zone: string;
  readonly window: Interval;
  readonly drafts: readonly Draft[];
}

/** The drafts of each pattern's last window: all stations of a line ask for the same ones. */
const drawn = new WeakMap<NonNullable<WorkCalendar['pattern']>, Drawn>();

function draftsIn({ pattern, zone }: WorkCalendar, window: Interval): readonly Draft[] {
  if (pattern === null) return [];
  const last = drawn.get(pattern);
  if (last?.zone === zone && last.window[0] === window[0] && last.window[1] === window[1]) return last.drafts;
  const drafts = drafted(pattern.shifts, window, zone);
  drawn.set(pattern, { zone, window, drafts });
  return drafts;
}

function drafted(shifts: readonly PatternShift[], window: Interval, zone: string): Draft[] {
  return daysAround(window, zone).flatMap((day) => {
    const weekday = weekdayOf(day);
    return shifts
      .filter((shift) => shift.weekdays.includes(weekday))
      .map((shift) => draftOn(shift, day, zone))
      .filter((shift) => shift.startAt < shift.endAt && touches([shift.startAt, shift.endAt], window));
  });
}

const touches = (a: Interval, b: Interval): boolean => a[0] < b[1] && a[1] > b[0];

const hull = (intervals: readonly Interval[]): Interval => [
  Math.min(...intervals.map(([start]) => start)),
  Math.max(...intervals.map(([, end]) => end)),
];

const spanOf = (shift: Draft): TimeSet => [[shift.startAt, shift.endAt]];

/** Working time by the pattern and its breaks, for whole shifts: it may reach beyond the window. */
function patternTime(calendar: WorkCalendar, drafts: readonly Draft[], window: Interval): TimeSet {
  if (calendar.pattern === null) return unite([window]);
  return unite(...drafts.map((shift) => subtract(spanOf(shift), shift.breaks)));
}

const extraDraft = ([startAt, endAt]: Interval, zone: string): Draft => ({
  crew: EXTRA_CREW,
  name: 'Extra',
  nameZh: '加班',
  day: dayOf(startAt, zone),
  startAt,
  endAt,
  breaks: [],
});

/**
 * The shifts that touch a window, whole, sorted by start. Extra work outside the pattern's shifts is a shift of its own;
 * a shift that is closed from end to end does not take place. A pattern's shift inside the hour that the clock skips
 * in spring does not take place either; breaks keep their length over a change of the clock.
 * @param calendar of a line (for attribution) or of a station (for its own working time)
 * @param window epoch ms
 */
export function shiftsIn(calendar: WorkCalendar, window: Interval): Shift[] {
  if (calendar.pattern === null) return [];
  const extra = extraTime(calendar).filter((interval) => touches(interval, window));
  const drafts = draftsIn(calendar, hull([window, ...extra]));
  const { open, maintenance } = applyExceptions(patternTime(calendar, drafts, window), calendar);
  const uncovered = intersect(open, subtract(extra, unite(...drafts.map(spanOf))));
  return [...drafts, ...uncovered.map((interval) => extraDraft(interval, calendar.zone))]
    .filter((shift) => touches([shift.startAt, shift.endAt], window))
    .filter((shift) => measure(intersect(open, spanOf(shift))) > 0)
    .map(({ breaks: _, ...shift }) => ({
      ...shift,
      key: `${wallClockOf(shift.startAt, calendar.zone).slice(0, 16)}/${shift.crew}`,
      work: subtract(intersect(open, [[shift.startAt, shift.endAt]]), maintenance),
    }))
    .sort((a, b) => a.startAt - b.startAt);
}

/**
 * Working time in a window: the pattern without breaks, minus closures, plus extra work, minus maintenance.
 * @param calendar of a line or a station
 * @param window epoch ms
 */
export function workingTime(calendar: WorkCalendar, window: Interval): TimeSet {
  const base = patternTime(calendar, draftsIn(calendar, window), window);
  const { open, maintenance } = applyExceptions(base, calendar);
  return clip(subtract(open, maintenance), window);
}

/**
 * What may be opened in a window at a price: overtime that is neither working time nor maintenance.
 * Each interval is opened as a whole.
 */
export function overtimeIn(calendar: WorkCalendar, window: Interval): TimeSet {
  const base = patternTime(calendar, draftsIn(calendar, window), window);
  return clip(applyExceptions(base, calendar).overtime, window);
}

/** Planned maintenance in a window, as far as it falls into time that would otherwise be worked. */
export function maintenanceIn(calendar: WorkCalendar, window: Interval): TimeSet {
  const base = patternTime(calendar, draftsIn(calendar, window), window);
  const { open, maintenance } = applyExceptions(base, calendar);
  return clip(intersect(open, maintenance), window);
}

/** The shift that an instant falls into, or undefined between shifts. */
export function shiftAt(calendar: WorkCalendar, instant: number): Shift | undefined {
  return shiftsIn(calendar, [instant, instant + 1]).find(
    (shift) => shift.startAt <= instant && instant < shift.endAt,
  );
}
