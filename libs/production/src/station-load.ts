import type { OperationStatus } from '@takt/contracts';

/** An operation that is planned for a station, or under way there. */
export interface LoadCandidate {
  readonly id: string;
  readonly status: OperationStatus;
  /** epoch ms; null: the plan has no place for it */
  readonly plannedStartAt: number | null;
}

/** What a station has to be set up for, and what comes after it: ids of operations. */
export interface StationLoad {
  readonly operation: string | null;
  readonly next: string | null;
}

/** Under way, in the order in which one of them is what the station is set up for. */
const UNDER_WAY: readonly OperationStatus[] = ['running', 'held', 'paused'];

function byPlan(a: LoadCandidate, b: LoadCandidate): number {
  const [atA, atB] = [a.plannedStartAt ?? Infinity, b.plannedStartAt ?? Infinity];
  return atA === atB ? (a.id < b.id ? -1 : 1) : atA - atB;
}

/**
 * What a station has to be set up for: what is under way there, else the first of its plan that can begin; and the one that the plan
 * wants after it.
 * @param candidates operations of the station in any order; those that have ended are passed over
 */
export function stationLoad(candidates: readonly LoadCandidate[]): StationLoad {
  const planned = candidates
    .filter(
      ({ status, plannedStartAt }) => (status === 'ready' || status === 'waiting') && plannedStartAt !== null,
    )
    .sort(byPlan);
  const underWay = UNDER_WAY.flatMap((status) =>
    candidates.filter((one) => one.status === status).sort(byPlan),
  );
  const operation = underWay[0] ?? planned.find(({ status }) => status === 'ready') ?? null;
  const next = planned.find((one) => one !== operation) ?? null;
  return { operation: operation?.id ?? null, next: next?.id ?? null };
}
