import type { PlanningWorkOrder } from './facts';

/**
 * What things cost against each other, in points. A second of lateness of a work order of weight 1 costs 20; moving a
 * planned operation by 20 s costs as much; so a plan changes only where it pays.
 */
export const POLICY = {
  latePerWeight: 20,
  /** made to stock: a fraction of the lateness of an order */
  stockLatePerWeight: 4,
  /** a second of changeover: nothing is made meanwhile */
  changeoverSec: 8,
  /** a second of overtime that is opened */
  overtimeSec: 30,
  /** a second between the first start and the end of a work order: work in progress */
  flowSec: 1,
  /** a second by which an operation moves that is planned to begin soon */
  moveSec: 1,
  /** a planned operation that changes its station: somebody has to carry material */
  moveStation: 6000,
  /** an operation that leaves its place though it is planned to begin right after the frozen zone; ten minutes late at weight 1 */
  leaveSoon: 12_000,
} as const;

/** What a second of lateness of a work order costs, in points. */
export const tardinessPerSec = ({ weight, toStock }: Pick<PlanningWorkOrder, 'weight' | 'toStock'>): number =>
  weight * (toStock ? POLICY.stockLatePerWeight : POLICY.latePerWeight);

/** An operation that begins so much later costs half as much to move, one that begins twice as much later a third, and so on. */
const HALF_SEC = 3600;

/**
 * What it costs that an operation leaves its place, in points: the sooner it begins the more, because people prepare for it.
 * @param soonSec seconds from the end of the frozen zone to its start in the plan in force
 */
export function leavePrice(soonSec: number): number {
  return Math.round((POLICY.leaveSoon * HALF_SEC) / (HALF_SEC + Math.max(0, soonSec)));
}

/**
 * People prepare for what begins within this time after the frozen zone; changing that has a price. So has what begins later, unless the plan
 * leaves a station idle before beside work that could be done: else an operation would keep the late hour it once got on a full day.
 */
export const PREPARED_SEC = 2 * 3600;

/** An operation that is running ends in this many seconds at the earliest, however little is left to report. */
export const LEAST_RUN_SEC = 60;
