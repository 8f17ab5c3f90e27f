import type { Problem } from '../problem';
import type { StationTime } from './station-time';
import type { Changeovers, Modes } from './tables';

export type { Changeovers, Modes };

/** Instant of what cannot be placed before the horizon; later than every real instant. */
export const NEVER = 2 ** 30 + 1;

/** Later than every instant of a problem: no due date, no deadline, no longest wait. */
export const UNLIMITED = 2 ** 31 - 2;

/**
 * Arcs between operations in compressed rows: those of operation o are `from[o] … from[o + 1] − 1`.
 * The wait runs from the end of the earlier operation to the run start of the later one.
 */
export interface Arcs {
  readonly from: Int32Array;
  /** The operation at the other end. */
  readonly op: Int32Array;
  readonly min: Int32Array;
  /** UNLIMITED where there is none. */
  readonly max: Int32Array;
}

/** The score's view of the jobs; fixed operations enter through `fixedEnd` and `fixedStart`. */
export interface Jobs {
  readonly count: number;
  readonly id: readonly string[];
  /** UNLIMITED where there is no due date. */
  readonly due: Int32Array;
  readonly weight: Float64Array;
  readonly earliness: Float64Array;
  readonly flow: Float64Array;
  /** Latest end of the job's fixed operations, 0 where there is none. */
  readonly fixedEnd: Int32Array;
  /** Earliest start of the job's fixed operations, UNLIMITED where there is none. */
  readonly fixedStart: Int32Array;
  /** Last operations of job j, those without follower in the job: `sinkFrom[j] … sinkFrom[j + 1] − 1`. */
  readonly sinkFrom: Int32Array;
  readonly sink: Int32Array;
  /** First operations of job j, those without predecessor in the job. */
  readonly sourceFrom: Int32Array;
  readonly source: Int32Array;
}

/**
 * Operations that a longest wait ties together (and all between them): they are placed as one. Members are in
 * topological order: `memberFrom[u] … memberFrom[u + 1] − 1`.
 */
export interface Units {
  readonly count: number;
  readonly of: Int32Array;
  readonly memberFrom: Int32Array;
  readonly member: Int32Array;
}

/** People present as steps: count `present[i]` from `at[i]` to `at[i + 1]`; the first step starts before 0. */
export interface PoolSteps {
  readonly at: Int32Array;
  readonly present: Int32Array;
}

/** An overtime interval that may be opened. */
export interface Overtime {
  readonly station: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
}

/** Prices per second and per operation that leaves its baseline station; `start` UNLIMITED where an operation has no baseline. */
export interface BaselinePlan {
  readonly start: Int32Array;
  readonly station: Int32Array;
  /** Own price of each operation that leaves its place by more than `within` seconds, besides the score. */
  readonly stay: Float64Array;
  readonly within: Int32Array;
  readonly moveSecond: number;
  readonly moveStation: number;
}

/** An operation that no plan can place, found before the search. */
export interface Impossible {
  readonly op: string;
  readonly reason: 'no_interval' | 'no_people' | 'predecessor' | 'follower';
  readonly facts: Readonly<Record<string, string | number>>;
}

/** What of the model a search may skip when the problem does not have it. */
export interface Features {
  /** Some station has gaps, fixed operations, or a horizon that could be reached. */
  readonly calendars: boolean;
  readonly changeovers: boolean;
  /** Some pool can run short. */
  readonly pools: boolean;
  /** Some unit has more than one operation, or an operation a deadline. */
  readonly longestWaits: boolean;
  readonly overtime: boolean;
  /** Later can be better: earliness, flow, or a price per second moved. */
  readonly lateIsGood: boolean;
  /** Every operation has one mode. */
  readonly oneMode: boolean;
}

/**
 * A problem compiled for the search: movable operations, stations, jobs, pools and overtime intervals are numbered in the
 * order of their ids, so that nothing depends on the order of the file.
 */
export interface Model {
  readonly problem: Problem;
  readonly horizon: number;
  /** Number of movable operations. */
  readonly size: number;
  /** `job/op` of each movable operation. */
  readonly key: readonly string[];
  readonly stationId: readonly string[];
  readonly poolId: readonly string[];
  readonly job: Int32Array;
  /** No run starts before: release, material, and fixed predecessors with their waits. */
  readonly release: Int32Array;
  /** No run starts later: longest waits after fixed predecessors; UNLIMITED. */
  readonly deadline: Int32Array;
  /** 1: changeover and run must fit into one working interval. */
  readonly whole: Uint8Array;
  readonly modes: Modes;
  readonly before: Arcs;
  readonly after: Arcs;
  readonly jobs: Jobs;
  readonly changeovers: Changeovers;
  readonly units: Units;
  readonly pools: readonly PoolSteps[];
  readonly overtime: Overtime;
  readonly overtimePrice: number;
  readonly changeoverPrice: number;
  readonly baseline: BaselinePlan;
  readonly impossible: readonly Impossible[];
  readonly features: Features;
  /** A table of working time with the given overtime intervals opened. */
  stationTime(opened?: Uint8Array): StationTime;
}
