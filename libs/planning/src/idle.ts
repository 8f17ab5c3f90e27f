import { clip, measure, type Interval } from '@takt/calendar';
import {
  poolIds,
  type PlanEntry,
  type PlanningFacts,
  type PlanningOperation,
  type PlanningStation,
} from './facts';
import { PREPARED_SEC } from './policy';

/** Free time of a station, and of its people, that is worth laying out the later plan anew. */
const WORTH_MS = 1_800_000;

/** The time from now for which people prepare: the frozen zone and a while after it. */
export function preparedWindow({ now, frozenSec }: PlanningFacts): Interval {
  return [now, now + (frozenSec + PREPARED_SEC) * 1000];
}

/**
 * Does the plan in force leave a station idle for half an hour or more of the time for which people prepare, while work waits that
 * the station and its people could do then: released, its material there, nothing before it, planned for later?
 */
export function idlesBesideWork(facts: PlanningFacts): boolean {
  const window = preparedWindow(facts);
  const places = new Map(facts.published.map((entry) => [entry.operation, entry]));
  const released = new Set(
    facts.workOrders.filter(({ releaseAt }) => releaseAt <= facts.now).map(({ id }) => id),
  );
  const waiting = facts.operations.filter(
    ({ id, workOrder, status, pinned, after, readyAt }) =>
      status === 'open' && !pinned && after.length === 0 && readyAt <= facts.now && released.has(workOrder) && (places.get(id)?.startAt ?? 0) >= window[1], // prettier-ignore
  );
  const pools = new PoolTime(facts, window);
  return facts.stations.some(
    (station) =>
      stationTime(station, facts.published, window) >= WORTH_MS &&
      waiting.some(
        (operation) =>
          operation.modes.some((mode) => mode.station === station.id) &&
          pools.haveTime(operation, station.line),
      ),
  );
}

const planned = (entries: readonly PlanEntry[], window: Interval): number =>
  measure(entries.flatMap(({ startAt, endAt }) => clip([[startAt, endAt]], window)));

/** Open time of a station in a window that the plan leaves free, ms. */
function stationTime(
  station: PlanningStation,
  published: readonly PlanEntry[],
  [from, to]: Interval,
): number {
  const window: Interval = [Math.min(to, Math.max(from, station.downUntil ?? from)), to];
  const own = published.filter((entry) => entry.station === station.id);
  return measure(clip(station.work, window)) - planned(own, window);
}

/** How much time people have in a window beside what is planned for them. */
class PoolTime {
  private readonly free = new Map<string, number>();

  constructor(facts: PlanningFacts, window: Interval) {
    const lines = new Map(facts.stations.map(({ id, line }) => [id, line]));
    const operations = new Map(facts.operations.map((operation) => [operation.id, operation]));
    for (const { id, capacity } of facts.pools)
      this.free.set(id, capacity.reduce((sum, [from, to, count]) => sum + count * measure(clip([[from, to]], window)), 0)); // prettier-ignore
    for (const entry of facts.published) {
      const operation = operations.get(entry.operation);
      for (const pool of operation ? poolIds(operation, lines.get(entry.station) ?? '') : []) {
        const free = this.free.get(pool);
        if (operation && free !== undefined)
          this.free.set(pool, free - operation.crew * planned([entry], window));
      }
    }
  }

  /** Could the people of an operation do half an hour of it? A pool that is not known never runs short. */
  haveTime(operation: PlanningOperation, line: string): boolean {
    return poolIds(operation, line).every(
      (pool) => (this.free.get(pool) ?? Infinity) >= operation.crew * WORTH_MS,
    );
  }
}
