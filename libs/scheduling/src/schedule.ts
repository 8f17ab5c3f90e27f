/**
 * What is decided: the result of a solve, as it is written to a schedule file.
 */
import type { Interval } from './problem';

/** The parts of the score; their sum is the score. */
export interface ScoreTerms {
  tardiness: number;
  earliness: number;
  flow: number;
  changeover: number;
  overtime: number;
  moves: number;
}

/** Where and when an operation is done; seconds from now. */
export interface PlacedOperation {
  /** `job/op`. */
  op: string;
  station: string;
  /** The changeover begins (= runStart where there is none). */
  start: number;
  /** The run begins. */
  runStart: number;
  end: number;
}

/** How far the plan leaves the baseline; fixed and unplaced operations do not count. */
export interface Moved {
  /** Operations that run on another station or begin their run at another second than published. */
  operations: number;
  /** Those of them that are on another station. */
  stations: number;
  /** Seconds between published and planned run starts, in sum. */
  seconds: number;
  /** What that costs: the term `moves` of the score. */
  cost: number;
}

/** An overtime interval that the plan opens. */
export interface OpenedOvertime {
  station: string;
  interval: Interval;
}

/**
 * Why an operation is not in the plan:
 * `no_interval` no mode fits any working interval · `no_people` a pool never has enough people · `no_time` nothing is
 * free before the horizon · `wait_exceeded` it cannot start within the longest wait after its predecessor ·
 * `predecessor` an operation it waits for is not in the plan · `follower` an operation that must follow within a
 * longest wait is not in the plan.
 */
export type UnplacedReason =
  'no_interval' | 'no_people' | 'no_time' | 'wait_exceeded' | 'predecessor' | 'follower';

/** An operation that is not in the plan, with the names and values that say why. */
export interface UnplacedOperation {
  op: string;
  reason: UnplacedReason;
  facts: Readonly<Record<string, string | number>>;
}

/**
 * What holds an operation back from starting earlier:
 * `station` busy with operation `by` · `after` waits for the end of operation `by` · `people` pool `pool` is taken by
 * operation `by` · `follower` it may not run earlier because `by`, which must follow within a longest wait, cannot ·
 * `release` the job's release · `ready` its material · `fixed` the station is taken by fixed operation `by` ·
 * `free` the station is busy until `freeAt` · `calendar` the station does not work before · `absent` too few people
 * of `pool` are present before · `chosen` the plan leaves it later on purpose (earliness, flow or small moves).
 */
export type CauseKind =
  | 'station'
  | 'after'
  | 'people'
  | 'follower'
  | 'release'
  | 'ready'
  | 'fixed'
  | 'free'
  | 'calendar'
  | 'absent'
  | 'chosen';

/** One link of the chain that makes a job late, from its last operation backwards in time. */
export interface ChainLink {
  op: string;
  station: string;
  /** The run start that is explained. */
  runStart: number;
  kind: CauseKind;
  /** The instant before which `kind` forbids a start. */
  until: number;
  /** The operation that is waited for; it is the next link. */
  by?: string;
  pool?: string;
}

/** A job that ends after its due date, and what binds it. */
export interface LateJob {
  job: string;
  bySeconds: number;
  chain: readonly ChainLink[];
}

/**
 * A plan with its score. Operations are in the order of station id and start; all lists are in an order that does not
 * depend on the order of the problem file.
 */
export interface Schedule {
  score: number;
  terms: ScoreTerms;
  operations: readonly PlacedOperation[];
  opened: readonly OpenedOvertime[];
  unplaced: readonly UnplacedOperation[];
  moved: Moved;
  /** No plan that places as many operations scores less; null where no useful bound is known. */
  bound: number | null;
  seed: number;
  /** Moves tried by the search. */
  moves: number;
  /** [ms since the start, score] of every improvement; with a limit of moves [moves made, score], so that the result is the same on every machine. */
  trace: readonly (readonly [at: number, score: number])[];
  late: readonly LateJob[];
}

/** A plan to start from: what is needed of a schedule to go on with it. */
export interface StartPlan {
  operations: readonly { op: string; station: string; runStart: number }[];
  opened?: readonly OpenedOvertime[];
}
