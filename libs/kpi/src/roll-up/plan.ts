import { Exact, type Amount } from '@takt/production';
import { addSums, type Sums } from '../input';

/** An operation in the published plan as it was frozen at the start of a shift. */
export interface BaselineEntry {
  readonly operation: string;
  /** epoch ms */
  readonly startAt: number;
  /** epoch ms */
  readonly endAt: number;
  /** pieces planned within the shift */
  readonly qty: Amount;
}

/** What really happened to an operation. */
export interface ActualEntry {
  /** epoch ms; null: not yet */
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  /** pieces made within the shift */
  readonly qty: Amount;
}

/**
 * How a shift kept the plan that was published when it began. Against the latest replan it would always look perfect.
 * @param baseline the frozen plan
 * @param actual what happened, by operation; absent: nothing
 * @param shift epoch ms, half-open: only starts and ends planned inside it count
 * @param toleranceMs deviation that is still on plan, to either side
 */
export function planKept(
  baseline: readonly BaselineEntry[],
  actual: ReadonlyMap<string, ActualEntry>,
  shift: readonly [start: number, end: number],
  toleranceMs: number,
): Sums {
  const inside = (at: number) => at >= shift[0] && at < shift[1];
  const near = (planned: number, real: number | null | undefined) =>
    real != null && Math.abs(real - planned) <= toleranceMs ? 1 : 0;
  return addSums(
    baseline.map((entry): Sums => {
      const real = actual.get(entry.operation);
      return {
        plannedStarts: inside(entry.startAt) ? 1 : 0,
        startsOnPlan: inside(entry.startAt) ? near(entry.startAt, real?.startedAt) : 0,
        plannedEnds: inside(entry.endAt) ? 1 : 0,
        endsOnPlan: inside(entry.endAt) ? near(entry.endAt, real?.endedAt) : 0,
        plannedQty: entry.qty,
        attainedQty: Exact.min(entry.qty, real?.qty ?? 0),
      };
    }),
  );
}

/** An operation in one version of the plan. */
export interface PlannedStart {
  readonly operation: string;
  readonly station: string;
  /** epoch ms */
  readonly startAt: number;
  /** what a second of moving it counts */
  readonly weight: Amount;
}

/** What counts as frozen, and as moved. */
export interface MoveRule {
  /** epoch ms: what started before this in the old plan was frozen */
  readonly frozenUntil: number;
  /** a start on the same station that shifts by less is no move, ms: people do not hear of it */
  readonly toldMs: number;
}

/**
 * How far a new plan moves the operations that are in both plans.
 * @param before the plan it replaces
 * @param after the new plan, without what runs: no plan can move that, its start there is only the instant of planning
 */
export function planMoved(
  before: readonly PlannedStart[],
  after: readonly PlannedStart[],
  { frozenUntil, toldMs }: MoveRule,
): Sums {
  const newer = new Map(after.map((entry) => [entry.operation, entry]));
  return addSums(
    before.flatMap((old): Sums[] => {
      const now = newer.get(old.operation);
      if (now === undefined) return [];
      const frozen = old.startAt < frozenUntil;
      const elsewhere = now.station !== old.station;
      const moved = elsewhere || Math.abs(now.startAt - old.startAt) >= toldMs;
      return [
        {
          comparedOps: 1,
          shiftedWeightedSec: new Exact(old.weight).times(Math.abs(now.startAt - old.startAt)).div(1000),
          stationChangedOps: elsewhere ? 1 : 0,
          frozenOps: frozen ? 1 : 0,
          frozenMovedOps: frozen && moved ? 1 : 0,
        },
      ];
    }),
  );
}
