import { refuse, type Facts, type PatternShift, type Refusal, type ShiftPattern } from '@takt/contracts';
import type { CalendarException } from './calendar';

const DAY_MIN = 1440;
const WEEK_MIN = 7 * DAY_MIN;
const DAY_MS = DAY_MIN * 60_000;
/** Longest exception, in days: what lasts longer is a pattern of its own. */
const EXCEPTION_MAX_DAYS = 366;

/** Minutes of a time of day after midnight: 0 … 1440. */
export function minutesOf(time: string): number {
  const [hour, minute] = time.split(':').map(Number);
  return hour * 60 + minute;
}

/** Wall-clock minutes from a time of day to the next time it is the other: 0 … 1439. */
export function minutesAfter(from: string, to: string): number {
  return (minutesOf(to) - minutesOf(from) + 2 * DAY_MIN) % DAY_MIN;
}

/** Wall-clock length in minutes from start to end; an end at or before the start is on the next day: 1 … 1440. */
export function lengthMin(start: string, end: string): number {
  return minutesAfter(start, end) || DAY_MIN;
}

/** A shift that ends when it begins may mean nothing or a whole day: whoever means the day says so. */
function lengthFault({ start, end }: PatternShift): Facts | null {
  return start === end ? { why: `${start} = ${end}`, reason: 'no-length', hours: `${start}–${end}` } : null;
}

function breakFault(shift: PatternShift): Facts | null {
  const length = lengthMin(shift.start, shift.end);
  const hours = `${shift.start}–${shift.end}`;
  const placed = shift.breaks
    .map(({ start, end }) => {
      const from = minutesAfter(shift.start, start);
      return { from, to: from + lengthMin(start, end), text: `${start}–${end}` };
    })
    .sort((a, b) => a.from - b.from);
  const outside = placed.find((pause) => pause.to > length);
  if (outside)
    return { why: `${outside.text} ∉ ${hours}`, reason: 'break-outside', pause: outside.text, hours };
  const clash = placed.findIndex((pause, i) => i > 0 && pause.from < placed[i - 1].to);
  if (clash > 0) {
    const [pause, other] = [placed[clash - 1].text, placed[clash].text];
    return { why: `${pause} ∩ ${other}`, reason: 'breaks-overlap', pause, other };
  }
  const paused = placed.reduce((sum, pause) => sum + pause.to - pause.from, 0);
  const all = placed.map((pause) => pause.text).join(' + ');
  return paused >= length ? { why: `Σ ${all} = ${hours}`, reason: 'all-break', hours } : null;
}

interface Placed {
  readonly crew: string;
  readonly from: number;
  readonly to: number;
}

function overlapFault(shifts: readonly PatternShift[]): Refusal | null {
  const placed: Placed[] = shifts
    .flatMap((shift) =>
      [...new Set(shift.weekdays)].map((weekday) => {
        const from = (weekday - 1) * DAY_MIN + minutesOf(shift.start);
        return { crew: shift.crew, from, to: from + lengthMin(shift.start, shift.end) };
      }),
    )
    .sort((a, b) => a.from - b.from);
  if (placed.length < 2) return null;
  const again = { ...placed[0], from: placed[0].from + WEEK_MIN, to: placed[0].to + WEEK_MIN };
  const ring = [...placed, again];
  for (let i = 1; i < ring.length; i += 1)
    if (ring[i].from < ring[i - 1].to)
      return refuse('shift.overlap', { a: ring[i - 1].crew, b: ring[i].crew });
  return null;
}

/**
 * Checks a weekly pattern: shifts last, breaks lie inside their shift, do not overlap and leave some work; shifts do not overlap, over
 * midnight and over the end of the week included.
 * @returns `shift.invalid` {shift, why, reason, …} · `shift.overlap` {a, b} · null: usable
 */
export function checkPattern(pattern: Pick<ShiftPattern, 'shifts'>): Refusal | null {
  for (const shift of pattern.shifts) {
    const fault = lengthFault(shift) ?? breakFault(shift);
    if (fault !== null) return refuse('shift.invalid', { shift: shift.crew, ...fault });
  }
  return overlapFault(pattern.shifts);
}

/**
 * Checks an exception: it lasts, a year at most, it concerns one thing at most, an absence names a worker and nothing else does.
 * @returns `shift.invalid` {shift, why, reason} or null
 */
export function checkException(exception: CalendarException): Refusal | null {
  const { kind, line, station, worker, startAt, endAt } = exception;
  const named = Object.entries({ line, station, worker }).filter(([, id]) => id !== null);
  const wrong = (reason: string, why: string) => refuse('shift.invalid', { shift: kind, why, reason });
  if (!(startAt < endAt)) return wrong('ends-first', 'startAt ≥ endAt');
  if (endAt - startAt > EXCEPTION_MAX_DAYS * DAY_MS)
    return refuse('shift.invalid', {
      ...{ shift: kind, why: `> ${EXCEPTION_MAX_DAYS} d`, reason: 'too-long' },
      ...{ days: Math.ceil((endAt - startAt) / DAY_MS), most: EXCEPTION_MAX_DAYS },
    });
  if (named.length > 1) return wrong('many-things', named.map(([field, id]) => `${field} ${id}`).join(' + '));
  if ((kind === 'absence') !== (worker !== null))
    return worker === null ? wrong('no-worker', 'worker = ∅') : wrong('with-worker', `worker ${worker}`);
  return null;
}
