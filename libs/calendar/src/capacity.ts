import type { WorkerSkill } from '@takt/contracts';
import { type CalendarException, type WorkCalendar } from './calendar';
import { clip, levels, subtract, unite, type Interval, type Level, type TimeSet } from './interval';
import { EXTRA_CREW, overtimeIn, shiftsIn, workingTime, type Shift } from './shift';
import { addDays, startOfDay } from './zone';

/** A person as capacity planning sees one. */
export interface Person {
  readonly id: string;
  /** home line; null: belongs to no line and counts nowhere */
  readonly line: string | null;
  /** crew of the line's pattern; null: works in every shift of the line */
  readonly crew: string | null;
  readonly skills: readonly WorkerSkill[];
  readonly active: boolean;
}

/** The calendars of a plant's lines by line id. */
export type LineCalendars = ReadonlyMap<string, WorkCalendar>;

/** The absences of a worker as a set of instants. */
export function absencesOf(worker: string, exceptions: readonly CalendarException[]): TimeSet {
  return unite(
    exceptions
      .filter((one) => one.kind === 'absence' && one.worker === worker)
      .map((one): Interval => [one.startAt, one.endAt]),
  );
}

/** Is it a shift of the person's crew? Extra work is everybody's. */
export const worksIn = (person: Pick<Person, 'crew'>, shift: Shift): boolean =>
  person.crew === null || person.crew === shift.crew || shift.crew === EXTRA_CREW;

/**
 * When a person can be planned: the working time of the crew's shifts on the home line, extra work and overtime offers of the
 * line (to every crew), without absences. On a line without a pattern: the line's working time.
 * @param person who; inactive people and people without a line are never available
 * @param lines calendars of the lines
 * @param window epoch ms
 */
export function availabilityOf(person: Person, lines: LineCalendars, window: Interval): TimeSet {
  const calendar = person.line === null ? undefined : lines.get(person.line);
  if (calendar === undefined || !person.active) return [];
  const shifts = shiftsIn(calendar, window).filter((shift) => worksIn(person, shift));
  const work =
    calendar.pattern === null ? [workingTime(calendar, window)] : shifts.map((shift) => shift.work);
  const present = unite(...work, overtimeIn(calendar, window));
  return clip(subtract(present, absencesOf(person.id, calendar.exceptions)), window);
}

/** When a person holds a skill: to the end of the day on which it expires, by the plant's clock. */
function holds(person: Person, skill: string, zone: string): Interval | null {
  const held = person.skills.find((one) => one.skill === skill);
  if (held === undefined) return null;
  const end = held.expiresOn === null ? Infinity : startOfDay(addDays(held.expiresOn, 1), zone);
  return [-Infinity, end];
}

/**
 * How many people with a skill can be planned at each time: steps [start, end, count], count above 0, sorted. A person with two
 * skills counts in both pools; who does what is decided when work is assigned.
 * @param skill id of the skill
 * @param people of the plant
 * @param lines calendars of the lines
 * @param window epoch ms
 */
export function skillCapacity(
  skill: string,
  people: readonly Person[],
  lines: LineCalendars,
  window: Interval,
): Level[] {
  return levels(
    people.flatMap((person) => {
      const calendar = person.line === null ? undefined : lines.get(person.line);
      const held = calendar && holds(person, skill, calendar.zone);
      return held ? clip(availabilityOf(person, lines, window), held) : [];
    }),
  );
}

/** Ids of the people whose crew is expected in a shift of a line and who are not absent for the whole of it, in the given order. */
export function rosterOf(shift: Shift, people: readonly Person[], calendar: WorkCalendar): string[] {
  return people
    .filter((person) => person.active && person.line !== null && person.line === calendar.line)
    .filter((person) => worksIn(person, shift))
    .filter(
      (person) =>
        subtract([[shift.startAt, shift.endAt]], absencesOf(person.id, calendar.exceptions)).length > 0,
    )
    .map((person) => person.id);
}
