import { linePool, poolIds, type PlanEntry, type PlanningFacts, type PlanningOperation } from './facts';
import { SAME_MS } from './difference';

/** People that an operation has to wait for. */
export interface MissedPeople {
  /** those with a skill, or those of a line */
  readonly kind: 'skill' | 'crew';
  /** id of the skill, or of the line */
  readonly id: string;
  /** the operation whose end frees them; absent: they come then */
  readonly freed?: PlanEntry;
}

/** @returns the people of whom there were too few for an operation until the moment it starts at; null: of all there were enough */
export function missedPeople(
  facts: PlanningFacts,
  entry: PlanEntry,
  operation: PlanningOperation,
): MissedPeople | null {
  const known = new Map(facts.operations.map((one) => [one.id, one]));
  const lineOf = new Map(facts.stations.map(({ id, line }) => [id, line]));
  const poolsOf = (one: PlanningOperation | undefined, station: string): string[] =>
    one ? poolIds(one, lineOf.get(station) ?? '') : [];
  const before = entry.startAt - 1;
  for (const pool of poolsOf(operation, entry.station)) {
    const level = facts.pools
      .find(({ id }) => id === pool)
      ?.capacity.find(([start, end]) => start <= before && before < end);
    const there = level?.[2] ?? 0;
    const atWork = facts.published.filter(
      ({ operation: id, station, startAt, endAt }) =>
        id !== entry.operation &&
        startAt <= before &&
        before < endAt &&
        poolsOf(known.get(id), station).includes(pool),
    );
    const used = atWork.reduce((sum, { operation: id }) => sum + (known.get(id)?.crew ?? 0), 0);
    if (used + operation.crew <= there) continue;
    // Where there are too few in any case, nobody's end makes them enough.
    const freed =
      there < operation.crew
        ? undefined
        : atWork.filter(({ endAt }) => endAt - entry.startAt < SAME_MS).sort(byOperation)[0];
    const line = lineOf.get(entry.station) ?? '';
    const whose =
      pool === linePool(line)
        ? ({ kind: 'crew', id: line } as const)
        : ({ kind: 'skill', id: operation.skill ?? '' } as const);
    return { ...whose, ...(freed ? { freed } : {}) };
  }
  return null;
}

const byOperation = (a: PlanEntry, b: PlanEntry): number => (a.operation < b.operation ? -1 : 1);
