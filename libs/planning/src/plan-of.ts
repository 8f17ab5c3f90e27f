import type { Schedule } from '@takt/scheduling';
import type { PlanEntry } from './facts';
import type { PlanningProblem } from './problem-of';

/** An operation that is not in the plan, with the reason. */
export interface NotPlanned {
  readonly operation: string;
  readonly reason: string;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** A plan in the terms of the plant. */
export interface Plan {
  readonly entries: readonly PlanEntry[];
  readonly unplaced: readonly NotPlanned[];
  readonly score: number;
}

/**
 * Turns the solver's result into entries with instants. Fixed operations keep their exact place.
 * @param now instant that was 0 in the problem, epoch ms
 */
export function planOf(planning: PlanningProblem, result: Schedule, now: number): Plan {
  const fixed = new Map(planning.fixed.map((entry) => [entry.operation, entry]));
  const entries = result.operations.flatMap(({ op, station, start, runStart, end }): PlanEntry[] => {
    const operation = planning.operationOf.get(op);
    if (operation === undefined) return [];
    const kept = fixed.get(operation);
    if (kept) return [kept];
    const workOrder = op.slice(0, op.lastIndexOf('/'));
    const at = (second: number): number => now + second * 1000;
    return [
      {
        operation,
        workOrder,
        station,
        startAt: at(start),
        runStartAt: at(runStart),
        endAt: at(end),
        fixed: null,
      },
    ];
  });
  const unplaced = [
    ...planning.excluded,
    ...result.unplaced.map(({ op, reason, facts }) => ({
      operation: planning.operationOf.get(op) ?? op,
      reason,
      facts,
    })),
  ];
  return { entries: entries.sort(byStationAndStart), unplaced, score: result.score };
}

/** Order of entries in a plan: by station, start and operation. */
export function byStationAndStart(a: PlanEntry, b: PlanEntry): number {
  if (a.station !== b.station) return a.station < b.station ? -1 : 1;
  return a.startAt - b.startAt || (a.operation < b.operation ? -1 : 1);
}
