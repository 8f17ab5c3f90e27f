import type { ExceptionKind, ShiftPattern } from '@takt/contracts';
import { subtract, unite, type Interval, type TimeSet } from './interval';

/** An exception from the shift pattern, with its instants in epoch ms. All of line, station and worker null: the whole plant. */
export interface CalendarException {
  readonly kind: ExceptionKind;
  readonly line: string | null;
  readonly station: string | null;
  readonly worker: string | null;
  readonly startAt: number;
  readonly endAt: number;
}

/**
 * When something works: the pattern of its line and the exceptions of the plant.
 * Give a station to see its own exceptions too; leave both out for the plant as a whole.
 */
export interface WorkCalendar {
  /** IANA time zone of the plant */
  readonly zone: string;
  /** null: works around the clock, in no shifts */
  readonly pattern: Pick<ShiftPattern, 'shifts'> | null;
  /** all exceptions of the plant; those of other lines, stations and of workers are ignored */
  readonly exceptions: readonly CalendarException[];
  readonly line?: string | null;
  readonly station?: string | null;
}

/** Working time as the exceptions leave it. */
export interface OpenTime {
  /** pattern − closures + extra work; maintenance not yet taken out */
  readonly open: TimeSet;
  /** planned maintenance */
  readonly maintenance: TimeSet;
  /** may be opened at a price: neither open nor under maintenance */
  readonly overtime: TimeSet;
}

type Scope = 'plant' | 'line' | 'station';

const intervalsOf = (exceptions: readonly CalendarException[], kind: ExceptionKind): TimeSet =>
  unite(exceptions.filter((one) => one.kind === kind).map((one): Interval => [one.startAt, one.endAt]));

function scopeOf(exception: CalendarException, calendar: WorkCalendar): Scope | null {
  if (exception.worker !== null) return null;
  if (exception.station !== null) return exception.station === calendar.station ? 'station' : null;
  if (exception.line !== null) return exception.line === calendar.line ? 'line' : null;
  return 'plant';
}

/**
 * Applies the exceptions to the time of the pattern. The nearer the scope the later it speaks: plant, line, station; within one
 * scope extra work and overtime stand above a closure. Maintenance stands above everything.
 * @param patternTime working time by the pattern alone
 * @param calendar whose exceptions count
 */
export function applyExceptions(patternTime: TimeSet, calendar: WorkCalendar): OpenTime {
  const inScope = (scope: Scope) => calendar.exceptions.filter((one) => scopeOf(one, calendar) === scope);
  let open = patternTime;
  let overtime: TimeSet = [];
  for (const scope of ['plant', 'line', 'station'] as const) {
    const exceptions = inScope(scope);
    const closed = intervalsOf(exceptions, 'closed');
    open = unite(subtract(open, closed), intervalsOf(exceptions, 'extra'));
    overtime = unite(subtract(overtime, closed), intervalsOf(exceptions, 'overtime'));
  }
  const all = calendar.exceptions.filter((one) => scopeOf(one, calendar) !== null);
  const maintenance = intervalsOf(all, 'maintenance');
  return { open, maintenance, overtime: subtract(overtime, unite(open, maintenance)) };
}

/** The extra work that the exceptions of a calendar order. */
export function extraTime(calendar: WorkCalendar): TimeSet {
  return intervalsOf(
    calendar.exceptions.filter((one) => scopeOf(one, calendar) !== null),
    'extra',
  );
}
