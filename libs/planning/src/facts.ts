import type { Level, TimeSet } from '@takt/calendar';

/** A station as planning sees it. Instants are epoch ms. */
export interface PlanningStation {
  readonly id: string;
  readonly line: string;
  /** changeover matrix; null: none */
  readonly changeover: string | null;
  /** family it is set up for; null: unknown */
  readonly family: string | null;
  readonly work: TimeSet;
  /** may be opened at a price */
  readonly overtime: TimeSet;
  /** stopped or in fault until about then; null: it can work */
  readonly downUntil: number | null;
}

/** Changeover seconds from the family run last (row) to the next (column). */
export interface PlanningMatrix {
  readonly id: string;
  readonly families: readonly string[];
  readonly seconds: readonly (readonly number[])[];
}

/** How many people with a skill, or of a line, are there over time. */
export interface PlanningPool {
  readonly id: string;
  readonly capacity: readonly Level[];
}

/** One way to do an operation. */
export interface PlanningMode {
  readonly station: string;
  /** working seconds of what is left to make */
  readonly runSec: number;
  readonly setupSec: number;
}

/** Waits for the end of another operation: at least `minSec`, at most `maxSec`. */
export interface PlanningWait {
  readonly operation: string;
  readonly minSec: number;
  readonly maxSec: number | null;
}

/** How an operation stands. Finished and cancelled ones are not given. */
export type PlanningStatus = 'open' | 'paused' | 'running' | 'held';

/** An operation that is not finished. */
export interface PlanningOperation {
  readonly id: string;
  readonly workOrder: string;
  readonly status: PlanningStatus;
  readonly family: string | null;
  readonly skill: string | null;
  readonly crew: number;
  readonly interruptible: boolean;
  readonly modes: readonly PlanningMode[];
  /** operations that are not finished and must end first */
  readonly after: readonly PlanningWait[];
  /** material and finished predecessors allow a start from then, epoch ms */
  readonly readyAt: number;
  /** where it runs or was paused */
  readonly station: string | null;
  /** kept at its place in the plan by a person */
  readonly pinned: boolean;
}

/** A work order that is not finished. */
export interface PlanningWorkOrder {
  readonly id: string;
  readonly releaseAt: number;
  readonly dueAt: number;
  /** what a second of lateness costs, against others; 1 to 100 */
  readonly weight: number;
  /** made to stock: may be late more easily */
  readonly toStock: boolean;
}

/** Where an operation stands in a plan. The changeover lasts from startAt to runStartAt. */
export interface PlanEntry {
  readonly operation: string;
  readonly workOrder: string;
  readonly station: string;
  readonly startAt: number;
  readonly runStartAt: number;
  readonly endAt: number;
  readonly fixed: 'running' | 'frozen' | 'pinned' | null;
}

/** All that a plan is made from. */
export interface PlanningFacts {
  readonly now: number;
  readonly horizonSec: number;
  /** what starts sooner than this from now stays where it is */
  readonly frozenSec: number;
  readonly stations: readonly PlanningStation[];
  readonly matrices: readonly PlanningMatrix[];
  readonly pools: readonly PlanningPool[];
  readonly workOrders: readonly PlanningWorkOrder[];
  readonly operations: readonly PlanningOperation[];
  /** the plan in force */
  readonly published: readonly PlanEntry[];
}

/** Id of the pool of all people of a line. */
export const linePool = (line: string): string => `line:${line}`;

/** Id of the pool of people with a skill. */
export const skillPool = (skill: string): string => `skill:${skill}`;

/** Ids of the pools whose people an operation needs at a station of a line; none when it runs by itself. */
export function poolIds({ crew, skill }: Pick<PlanningOperation, 'crew' | 'skill'>, line: string): string[] {
  if (crew === 0) return [];
  return [...(skill === null ? [] : [skillPool(skill)]), linePool(line)];
}
