import { clip, levels, subtract, type Interval, type Level, type TimeSet } from '@takt/calendar';
import { linePool, skillPool, type PlanningPool } from './facts';

/** A person who can be planned. */
export interface PlanningPerson {
  readonly id: string;
  readonly line: string | null;
  /** skills, each with the instant at which it expires (Infinity: never) */
  readonly skills: readonly { readonly skill: string; readonly until: number }[];
  /** when the person works by roster, without announced absences */
  readonly available: TimeSet;
  /** expected and not here: until then; null: here, or not expected yet */
  readonly missingUntil: number | null;
}

/**
 * How many people there are over time: with each skill, and of each line. Who is expected and not here does not count
 * until the end of the shift.
 */
export function poolsOf(people: readonly PlanningPerson[], window: Interval): PlanningPool[] {
  const present = people.map((person) => ({
    person,
    time:
      person.missingUntil === null
        ? person.available
        : subtract(person.available, [[window[0], Math.max(window[0] + 1, person.missingUntil)]]),
  }));
  const pools = new Map<string, Interval[]>();
  const add = (pool: string, time: TimeSet): void =>
    void pools.set(pool, [...(pools.get(pool) ?? []), ...time]);
  for (const { person, time } of present) {
    if (person.line !== null) add(linePool(person.line), clip(time, window));
    for (const { skill, until } of person.skills)
      add(skillPool(skill), clip(time, [window[0], Math.min(window[1], until)]));
  }
  return [...pools]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, intervals]) => ({ id, capacity: levels(intervals) satisfies Level[] }));
}
