import { clip, measure } from '@takt/calendar';
import type { PlanEntry, PlanningFacts } from './facts';
import type { PlanChange } from './difference';

/** What a plan is worth, so that versions can be compared. Instants are epoch ms. */
export interface PlanFigures {
  readonly lateOrders: number;
  readonly lateSec: number;
  readonly changeoverSec: number;
  readonly movedOperations: number;
  readonly operations: number;
  readonly endAt: number | null;
  /** planned work over working time of the next 24 hours, 0 to 1; null without working time */
  readonly utilisation: number | null;
}

const DAY_MS = 86_400_000;

/** When each work order of a plan ends, epoch ms. */
export function endsOf(entries: readonly PlanEntry[]): Map<string, number> {
  const ends = new Map<string, number>();
  for (const { workOrder, endAt } of entries) ends.set(workOrder, Math.max(ends.get(workOrder) ?? 0, endAt));
  return ends;
}

/** The figures of a plan. */
export function figuresOf(
  facts: PlanningFacts,
  entries: readonly PlanEntry[],
  changes: readonly PlanChange[],
): PlanFigures {
  const ends = endsOf(entries);
  const late = facts.workOrders.filter(({ id, dueAt }) => (ends.get(id) ?? 0) > dueAt);
  const window = [facts.now, facts.now + DAY_MS] as const;
  const working = facts.stations.reduce((sum, station) => sum + measure(clip(station.work, window)), 0);
  const worked = entries.reduce((sum, entry) => {
    const work = facts.stations.find(({ id }) => id === entry.station)?.work ?? [];
    return sum + measure(clip(clip(work, [entry.startAt, entry.endAt]), window));
  }, 0);
  return {
    lateOrders: late.length,
    lateSec: late.reduce(
      (sum, { id, dueAt }) => sum + Math.round(((ends.get(id) ?? dueAt) - dueAt) / 1000),
      0,
    ),
    changeoverSec: entries.reduce(
      (sum, entry) => sum + Math.round((entry.runStartAt - entry.startAt) / 1000),
      0,
    ),
    movedOperations: changes.filter(({ kind }) => kind !== 'added' && kind !== 'removed').length,
    operations: entries.length,
    endAt: entries.length === 0 ? null : Math.max(...entries.map(({ endAt }) => endAt)),
    utilisation: working === 0 ? null : Math.min(1, worked / working),
  };
}
