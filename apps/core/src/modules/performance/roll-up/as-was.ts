import {
  addDays,
  cellAt,
  cellsIn,
  clip,
  dayOf,
  measure,
  shiftsIn,
  startOfDay,
  unite,
  workingTime,
  type CalendarException,
  type Cell,
  type Interval,
  type TimeSet,
  type WorkCalendar,
} from '@takt/calendar';
import type { PatternShift } from '@takt/contracts';

/** What figures have to know of a line. */
export interface LineWas {
  readonly zone: string;
  /** null: works around the clock, in no shifts */
  readonly shifts: PatternShift[] | null;
}

/** What figures have to know of a station. */
export interface StationWas {
  readonly line: string;
  readonly countSource: 'machine' | 'terminal';
}

/** How something was from an instant on, until the next version. */
export interface Version<F> {
  /** epoch ms */
  readonly validFrom: number;
  readonly facts: F;
}

/** Versions by id, each oldest first. */
export type History<F> = ReadonlyMap<string, readonly Version<F>[]>;

/** A cell of time of a station, with the line to which the station belonged then. */
export interface StationCell {
  readonly cell: Cell;
  readonly line: string;
}

/** Net length of a shift of one person where no shift says otherwise, in s. */
export const STANDARD_SHIFT_SEC = 28_800;

interface Stretch<F> {
  readonly window: Interval;
  readonly facts: F;
}

function stretches<F>(versions: readonly Version<F>[] | undefined, window: Interval): Stretch<F>[] {
  return (versions ?? []).flatMap(({ validFrom, facts }, i) => {
    const from = i === 0 ? window[0] : Math.max(window[0], validFrom);
    const to = Math.min(window[1], versions?.[i + 1]?.validFrom ?? Infinity);
    return from < to ? [{ window: [from, to] as const, facts }] : [];
  });
}

/** Times that are remembered; who asks for more goes through history and does not come back to it. */
const KEPT_MAX = 2000;

function keep<V>(known: Map<string, V>, key: string, value: V): void {
  if (known.size >= KEPT_MAX) known.clear();
  known.set(key, value);
}

/** What {@link PlantAsWas} is made from. */
export interface PlantHistory {
  readonly zone: string;
  readonly lines: History<LineWas>;
  readonly stations: History<StationWas>;
  /** all that touch the times that are asked for, two days around them included */
  readonly exceptions: readonly CalendarException[];
}

/**
 * A plant as it was at each time: cells of time by the shifts that were worked then, working time, where stations belonged. What
 * changes in the set-up today counts from the next full hour on and leaves the past alone; exceptions count when they apply.
 */
export class PlantAsWas {
  private readonly days = new Map<string, Cell[]>();
  private readonly shiftSecs = new Map<string, number>();
  private readonly works = new Map<string, TimeSet>();

  constructor(private readonly history: PlantHistory) {}

  /** Time zone of the plant. */
  get zone(): string {
    return this.history.zone;
  }

  /** Ids of the lines, those that are gone included. */
  get lines(): string[] {
    return [...this.history.lines.keys()];
  }

  /** Ids of the stations, those that are gone included. */
  get stations(): string[] {
    return [...this.history.stations.keys()];
  }

  /** Ids of the stations that were ever at a line. */
  stationsOf(line: string): string[] {
    return [...this.history.stations].flatMap(([id, versions]) =>
      versions.some(({ facts }) => facts.line === line) ? [id] : [],
    );
  }

  /** A station at an instant; null: unknown. */
  stationAt(station: string, instant: number): StationWas | null {
    return stretches(this.history.stations.get(station), [instant, instant + 1])[0]?.facts ?? null;
  }

  /** The cell of a line that holds an instant; of the plant as a whole (null) in no shift. */
  cellAt(line: string | null, instant: number): Cell {
    const cell = cellAt(this.cells(line, [instant, instant + 1]), instant);
    if (cell === undefined) throw new Error(`no cell at ${new Date(instant).toISOString()}`);
    return cell;
  }

  /** The calendar day of the plant that holds an instant, as a bucket of facts that belong to no shift. */
  dayAt(instant: number): { startAt: number; endAt: number; day: string; hour: null; shift: null } {
    const day = dayOf(instant, this.zone);
    const [startAt, endAt] = [startOfDay(day, this.zone), startOfDay(addDays(day, 1), this.zone)];
    return { startAt, endAt, day, hour: null, shift: null };
  }

  /** Cells of a line that touch a window, whole; of the plant as a whole (null) in no shifts. */
  cells(line: string | null, window: Interval): Cell[] {
    const found: Cell[] = [];
    const last = dayOf(window[1] - 1, this.zone);
    for (let day = dayOf(window[0], this.zone); day <= last; day = addDays(day, 1))
      found.push(...this.cellsOfDay(line, day));
    return found.filter((cell) => cell.endAt > window[0] && cell.startAt < window[1]);
  }

  /** Cells of a station that touch a window, whole. */
  stationCells(station: string, window: Interval): StationCell[] {
    return stretches(this.history.stations.get(station), window).flatMap(({ window: part, facts }) =>
      this.cells(facts.line, part)
        .filter((cell) => cell.startAt >= part[0] || part[0] === window[0])
        .map((cell) => ({ cell, line: facts.line })),
    );
  }

  /** Working time of a station in a window: without breaks, closures, maintenance. */
  work(station: string, window: Interval): TimeSet {
    const key = `${station} ${window[0]} ${window[1]}`;
    const known = this.works.get(key);
    if (known) return known;
    const work = unite(
      ...stretches(this.history.stations.get(station), window).flatMap(({ window: part, facts }) =>
        this.calendars(facts.line, part).map(({ window: inside, facts: calendar }) =>
          clip(workingTime({ ...calendar, station }, inside), inside),
        ),
      ),
    );
    keep(this.works, key, work);
    return work;
  }

  /** Net length of the shift that a cell of a line belongs to, in s; eight hours between shifts. */
  shiftSec(line: string | null, cell: Cell): number {
    if (cell.shift === null) return STANDARD_SHIFT_SEC;
    const key = `${line} ${cell.shift}`;
    const known = this.shiftSecs.get(key);
    if (known !== undefined) return known;
    const [calendar] = this.calendars(line, [cell.startAt, cell.endAt]);
    const shift = calendar && shiftsIn(calendar.facts, calendar.window).find((one) => one.key === cell.shift);
    const sec = measure(shift?.work ?? []) / 1000 || STANDARD_SHIFT_SEC;
    this.shiftSecs.set(key, sec);
    return sec;
  }

  private cellsOfDay(line: string | null, day: string): Cell[] {
    const key = `${line ?? ''} ${day}`;
    const known = this.days.get(key);
    if (known) return known;
    const whole: Interval = [startOfDay(day, this.zone), startOfDay(addDays(day, 1), this.zone)];
    const cells = this.calendars(line, whole).flatMap(({ window, facts }) =>
      cellsIn(facts, window).filter(({ startAt }) => startAt >= window[0] && startAt < window[1]),
    );
    keep(this.days, key, cells);
    return cells;
  }

  /** The calendars of a line in a window, one after the other. */
  private calendars(line: string | null, window: Interval): Stretch<WorkCalendar>[] {
    const { exceptions, lines } = this.history;
    const versions = line === null ? undefined : lines.get(line);
    if (!versions) return [{ window, facts: { zone: this.zone, pattern: null, exceptions } }];
    return stretches(versions, window).map(({ window: part, facts: { shifts } }) => ({
      window: part,
      facts: { zone: this.zone, pattern: shifts && { shifts }, exceptions, line },
    }));
  }
}
