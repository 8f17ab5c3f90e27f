import type { PlanEntry } from './facts';

/** Where an operation was or will be, epoch ms. */
export interface Place {
  readonly station: string;
  readonly startAt: number;
  readonly endAt: number;
}

/** What happened to one operation between two plans. */
export interface PlanChange {
  readonly operation: string;
  readonly workOrder: string;
  readonly from: Place | null;
  readonly to: Place | null;
  readonly kind: 'added' | 'removed' | 'earlier' | 'later' | 'station' | 'resized';
}

/** Ends and starts that are apart by less than this touch, in ms. */
export const SAME_MS = 60_000;

/** A place on the same station that differs by less than this is no change for the people there, in ms. */
export const TOLD_MS = 5 * 60_000;

const placeOf = ({ station, runStartAt, endAt }: PlanEntry): Place => ({
  station,
  startAt: runStartAt,
  endAt,
});

function kindOf(from: Place, to: Place): PlanChange['kind'] | null {
  if (from.station !== to.station) return 'station';
  if (Math.abs(to.startAt - from.startAt) >= TOLD_MS) return to.startAt < from.startAt ? 'earlier' : 'later';
  return Math.abs(to.endAt - to.startAt - (from.endAt - from.startAt)) >= TOLD_MS ? 'resized' : null;
}

/**
 * What differs between two plans, operation by operation, in the order of the new starts.
 * @param finished operations that have ended since: their leaving the plan is no change
 */
export function differenceOf(
  before: readonly PlanEntry[],
  after: readonly PlanEntry[],
  finished: ReadonlySet<string> = new Set(),
): PlanChange[] {
  const old = new Map(before.map((entry) => [entry.operation, entry]));
  const changes: PlanChange[] = [];
  for (const entry of after) {
    const was = old.get(entry.operation);
    old.delete(entry.operation);
    const to = placeOf(entry);
    const from = was ? placeOf(was) : null;
    // The start of a running operation is past in both plans: only its end can differ.
    const kind =
      from === null
        ? 'added'
        : entry.fixed === 'running' && from.station === to.station
          ? kindOfRunning(from, to)
          : kindOf(from, to);
    if (kind !== null)
      changes.push({ operation: entry.operation, workOrder: entry.workOrder, from, to, kind });
  }
  for (const entry of old.values()) {
    if (!finished.has(entry.operation))
      changes.push({
        operation: entry.operation,
        workOrder: entry.workOrder,
        from: placeOf(entry),
        to: null,
        kind: 'removed',
      });
  }
  const startOf = (change: PlanChange): number => (change.to ?? change.from)?.startAt ?? 0;
  return changes.sort((a, b) => startOf(a) - startOf(b) || (a.operation < b.operation ? -1 : 1));
}

function kindOfRunning(from: Place, to: Place): PlanChange['kind'] | null {
  return Math.abs(to.endAt - from.endAt) >= TOLD_MS ? 'resized' : null;
}
