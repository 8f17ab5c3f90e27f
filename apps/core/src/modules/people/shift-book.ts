import {
  overtimeIn,
  rosterOf,
  shiftAt,
  shiftsIn,
  skillCapacity,
  workingTime,
  maintenanceIn,
  availabilityOf,
  levels,
  type CalendarException,
  type Interval,
  type Level,
  type Shift,
  type TimeSet,
  type WorkCalendar,
} from '@takt/calendar';
import type { Line, Plant, ShiftException, ShiftPattern, Station, Worker } from '@takt/contracts';

/** What a shift book is made from. */
export interface ShiftFacts {
  readonly plant: Plant;
  readonly lines: readonly Line[];
  readonly stations: readonly Station[];
  readonly patterns: readonly ShiftPattern[];
  readonly exceptions: readonly ShiftException[];
  readonly workers: readonly Worker[];
}

/** People who can be planned over time. */
export interface Capacity {
  /** id of the skill or line */
  readonly id: string;
  readonly capacity: readonly Level[];
}

/** An exception as the calendar reads it. */
export function calendarException({ startAt, endAt, ...rest }: ShiftException): CalendarException {
  return { ...rest, startAt: Date.parse(startAt), endAt: Date.parse(endAt) };
}

/**
 * Who works when: the calendars of a plant's lines and stations, and the capacity of its people, as they stood when the book
 * was read. Windows are epoch ms and lie inside the one for which it was read.
 */
export class ShiftBook {
  private readonly exceptions: readonly CalendarException[];
  private readonly lineCalendars: ReadonlyMap<string, WorkCalendar>;

  constructor(private readonly facts: ShiftFacts) {
    this.exceptions = facts.exceptions.map(calendarException);
    const patterns = new Map(facts.patterns.map((pattern) => [pattern.id, pattern]));
    this.lineCalendars = new Map(
      facts.lines.map(({ id, shiftPattern }) => [
        id,
        {
          zone: this.zone,
          pattern: shiftPattern === null ? null : (patterns.get(shiftPattern) ?? null),
          exceptions: this.exceptions,
          line: id,
        },
      ]),
    );
  }

  /** Time zone of the plant. */
  get zone(): string {
    return this.facts.plant.timeZone;
  }

  /** Lines of the plant, in the order of screens. */
  get lines(): readonly Line[] {
    return this.facts.lines;
  }

  /** All workers of the plant. */
  get workers(): readonly Worker[] {
    return this.facts.workers;
  }

  /** Calendar of the plant as a whole: no pattern, for facts that belong to no line. */
  plantCalendar(): WorkCalendar {
    return { zone: this.zone, pattern: null, exceptions: this.exceptions };
  }

  /** Calendar of a line; of the plant when there is no such line. */
  lineCalendar(line: string | null): WorkCalendar {
    return (line === null ? undefined : this.lineCalendars.get(line)) ?? this.plantCalendar();
  }

  /** Calendar of a station, with its own exceptions; of the plant when there is no such station. */
  stationCalendar(station: string): WorkCalendar {
    const line = this.facts.stations.find(({ id }) => id === station)?.line;
    return line === undefined ? this.plantCalendar() : { ...this.lineCalendar(line), station };
  }

  /** When a station works: without breaks, closures, maintenance. */
  work(station: string, window: Interval): TimeSet {
    return workingTime(this.stationCalendar(station), window);
  }

  /** What may be opened for a station at a price; each interval as a whole. */
  overtime(station: string, window: Interval): TimeSet {
    return overtimeIn(this.stationCalendar(station), window);
  }

  /** Planned maintenance of a station inside its working time. */
  maintenance(station: string, window: Interval): TimeSet {
    return maintenanceIn(this.stationCalendar(station), window);
  }

  /** The shifts of a line that touch a window, whole. */
  shifts(line: string, window: Interval): Shift[] {
    return shiftsIn(this.lineCalendar(line), window);
  }

  /** The shift of a line that is on at an instant. */
  shiftAt(line: string, instant: number): Shift | undefined {
    return shiftAt(this.lineCalendar(line), instant);
  }

  /** Ids of the people who are expected in a shift of a line. */
  roster(line: string, shift: Shift): string[] {
    return rosterOf(shift, this.facts.workers, this.lineCalendar(line));
  }

  /** When a worker can be planned: the crew's shifts and the overtime of the home line, without absences. */
  availability(worker: Worker, window: Interval): TimeSet {
    return availabilityOf(worker, this.lineCalendars, window);
  }

  /** People with each skill over time; a person with two skills counts in both. Skills that nobody holds are left out. */
  skillCapacities(window: Interval): Capacity[] {
    const skills = new Set(this.facts.workers.flatMap((worker) => worker.skills.map(({ skill }) => skill)));
    return [...skills].sort().map((id) => ({
      id,
      capacity: skillCapacity(id, this.facts.workers, this.lineCalendars, window),
    }));
  }

  /** People of each line over time, whatever their skills. */
  lineCapacities(window: Interval): Capacity[] {
    return this.facts.lines.map(({ id }) => ({
      id,
      capacity: levels(
        this.facts.workers
          .filter((worker) => worker.line === id)
          .flatMap((worker) => [...this.availability(worker, window)]),
      ),
    }));
  }
}
