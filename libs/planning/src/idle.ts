import { clip, measure, type Interval } from '@takt/calendar';
import {
  poolIds,
  type PlanEntry,
  type PlanningFacts,
  type PlanningOperation,
  type PlanningStation,
} from './facts';
import { PREPARED_SEC } from './policy';

/** Free time of a station, and of its people, that is worth fetching later work. */
export const WORTH_MS = 1_800_000;

/** The time from now for which people prepare: the frozen zone and a while after it. */
export function preparedWindow({ now, frozenSec }: PlanningFacts): Interval {
  return [now, now + (frozenSec + PREPARED_SEC) * 1000];
}

/**
 * Work orders to fetch: where the plan in force leaves a station idle for half an hour or more of the time for which people prepare, the
 * work that is planned for later and could be done there then, the first first, until the time is filled: released, its material there,
 * nothing before it, with people who have the time.
 */
export function workToFetch(facts: PlanningFacts): ReadonlySet<string> {
  const window = preparedWindow(facts);
  const places = new Map(facts.published.map((entry) => [entry.operation, entry]));
  const released = new Set(
    facts.workOrders.filter(({ releaseAt }) => releaseAt <= facts.now).map(({ id }) => id),
  );
  const startOf = ({ id }: PlanningOperation): number => places.get(id)?.startAt ?? 0;
  const waiting = facts.operations.filter(
    ({ id, workOrder, status, pinned, after, readyAt }) =>
      status === 'open' &&
      !pinned &&
      after.length === 0 &&
      readyAt <= facts.now &&
      released.has(workOrder) &&
      (places.get(id)?.startAt ?? 0) >= window[1],
  );
  waiting.sort((a, b) => startOf(a) - startOf(b) || (a.id < b.id ? -1 : 1));
  const pools = new PoolTime(facts, window);
  const fetched = new Set<string>();
  for (const station of facts.stations) {
    let free = stationTime(station, facts.published, window);
    for (const operation of waiting) {
      const mode = operation.modes.find((one) => one.station === station.id);
      if (free < WORTH_MS || fetched.has(operation.workOrder) || !mode) continue;
      if (!pools.haveTime(operation, station.line)) continue;
      fetched.add(operation.workOrder);
      const takes = 1000 * (mode.setupSec + mode.runSec);
      pools.take(operation, station.line, takes);
      free -= takes;
    }
  }
  return fetched;
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
      this.free.set(
        id,
        capacity.reduce((sum, [from, to, count]) => sum + count * measure(clip([[from, to]], window)), 0),
      );
    for (const entry of facts.published) {
      const operation = operations.get(entry.operation);
      for (const pool of operation ? poolIds(operation, lines.get(entry.station) ?? '') : []) {
        if (operation) this.spend(pool, operation.crew * planned([entry], window));
      }
    }
  }

  /** The people of an operation are busy with it for so long, ms. */
  take(operation: PlanningOperation, line: string, ms: number): void {
    for (const pool of poolIds(operation, line)) this.spend(pool, operation.crew * ms);
  }

  /** Could the people of an operation do half an hour of it? A pool that is not known never runs short. */
  haveTime(operation: PlanningOperation, line: string): boolean {
    return poolIds(operation, line).every(
      (pool) => (this.free.get(pool) ?? Infinity) >= operation.crew * WORTH_MS,
    );
  }

  private spend(pool: string, ms: number): void {
    const free = this.free.get(pool);
    if (free !== undefined) this.free.set(pool, free - ms);
  }
}
