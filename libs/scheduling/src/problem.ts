/**
 * What is given: a scheduling problem in its normal form, as {@link readProblem} returns it (defaults filled in,
 * references resolved to `job/op`). All times are integer seconds, 0 = now; all weights are integers ≥ 0.
 * @see the problem file in the library's README
 */

/** A half-open interval [start, end) in seconds from now, start < end. */
export type Interval = readonly [start: number, end: number];

/** How many people with a skill are present during [start, end): `[start, end, count]`. */
export type Capacity = readonly [start: number, end: number, count: number];

/** A work unit that does one operation at a time. */
export interface Station {
  id: string;
  /** Working intervals, sorted, not overlapping; touching intervals count as one. */
  calendar: readonly Interval[];
  /** Intervals that may be opened, each as a whole, at `price.overtime` per second. */
  overtime: readonly Interval[];
  /** Id of the changeover matrix; absent: no sequence-dependent changeover. */
  changeover?: string;
  /** The family set up at time 0; absent: the first operation needs no matrix changeover. */
  family?: string;
  /** Busy until then. */
  freeAt: number;
}

/** Changeover seconds from the family run last (row) to the family to run (column). */
export interface ChangeoverMatrix {
  families: readonly string[];
  seconds: readonly (readonly number[])[];
}

/** People with a skill; outside the intervals the capacity is 0. */
export interface Pool {
  id: string;
  capacity: readonly Capacity[];
}

/** One way to do an operation: a station, its run time there, and the people it takes. */
export interface Mode {
  station: string;
  /** Working seconds. */
  run: number;
  /** Working seconds before the run that do not depend on the sequence; added to the matrix changeover. */
  setup: number;
  /** `[pool id, people]`: busy during the working time of the operation, changeover included. */
  pools: readonly (readonly [pool: string, count: number])[];
}

/** `min ≤ runStart − end of op ≤ max`, by wall clock. */
export interface Wait {
  /** `job/op`. */
  op: string;
  min: number;
  max?: number;
}

/** One step of a job. */
export interface Operation {
  id: string;
  family?: string;
  after: readonly Wait[];
  modes: readonly Mode[];
  /** true: may pause over calendar gaps; false: changeover and run must fit into one working interval. */
  interruptible: boolean;
  /** Material is there from then: runStart ≥ ready. */
  ready: number;
}

/** Operations that are due together: a work order. */
export interface Job {
  id: string;
  /** No run of the job starts before. */
  release: number;
  /** Absent: neither tardiness nor earliness is counted. */
  due?: number;
  /** Price of a second late. */
  weight: number;
  /** Price of a second early. */
  earliness: number;
  /** Price of a second between the first run start and the last end. */
  flow: number;
  operations: readonly Operation[];
}

/** An operation that stays where it is: frozen, pinned or running. */
export interface Fixed {
  /** `job/op`. */
  op: string;
  station: string;
  start: number;
  end: number;
}

/** Where the published plan has an operation; `start` is its run start. */
export interface Baseline {
  /** `job/op`. */
  op: string;
  station: string;
  start: number;
  /**
   * What a search that goes on from a plan pays when the operation leaves its place, on top of the score: people rely on it. The score
   * does not hold it, so that it says what a plan is worth and not what it was to change.
   */
  stay: number;
  /** Seconds by which the run may start sooner or later on its station without leaving its place. */
  within: number;
}

/** What the terms of the score cost besides the jobs' own weights. */
export interface Price {
  /** Per second of changeover. */
  changeover: number;
  /** Per second of opened overtime. */
  overtime: number;
  /** Per second that a baseline operation's run start moves. */
  moveSecond: number;
  /** Per baseline operation on another station. */
  moveStation: number;
}

/** A whole problem, checked: every reference exists, every interval list is in order, the precedence has no cycle. */
export interface Problem {
  version: 1;
  /** Nothing ends later, in seconds from now. */
  horizon: number;
  stations: readonly Station[];
  changeovers: Readonly<Record<string, ChangeoverMatrix>>;
  pools: readonly Pool[];
  jobs: readonly Job[];
  fixed: readonly Fixed[];
  baseline: readonly Baseline[];
  price: Price;
}

/**
 * The longest horizon: 34 years in seconds, so that every instant and every sum of two fits 32 bits.
 */
export const LONGEST_HORIZON = 2 ** 30;

/** The full reference `job/op` of an operation. */
export function operationKey(job: string, op: string): string {
  return `${job}/${op}`;
}
