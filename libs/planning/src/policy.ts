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
} as const;

/**
 * People prepare for what begins within this time after the frozen zone; changing that has a price. So has what begins later, unless the plan
 * leaves a station idle before beside work that could be done: else an operation would keep the late hour it once got on a full day.
 */
export const PREPARED_SEC = 2 * 3600;

/** An operation that is running ends in this many seconds at the earliest, however little is left to report. */
export const LEAST_RUN_SEC = 60;
