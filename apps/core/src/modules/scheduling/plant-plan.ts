import { Injectable } from '@nestjs/common';
import type { ScheduleChange, ScheduleFigures, Slot, Unplaced } from '@takt/contracts';
import {
  differenceOf,
  figuresOf,
  planOf,
  problemOf,
  type Plan,
  type PlanChange,
  type PlanEntry,
  type PlanningFacts,
  type PlanningPerson,
} from '@takt/planning';
import { readProblem, type StartPlan } from '@takt/scheduling';
import { Solver } from './solver';

/** What is known of a plant for a plan, with what screens need of each work order. */
export interface PlantFacts {
  readonly planning: PlanningFacts;
  /** published version that `planning.published` is; null: none yet */
  readonly base: number | null;
  /** work order → item */
  readonly items: ReadonlyMap<string, string>;
  /** operations of the published plan that have ended or were cancelled since */
  readonly finished: ReadonlySet<string>;
  /** who can be planned, for questions of the kind: what if they worked longer */
  readonly people: readonly PlanningPerson[];
  /** seconds of tolerance before a next operation's move is news */
  readonly toleranceSec: number;
}

/** A plan with what it changes and what it is worth. */
export interface MadePlan {
  readonly plan: Plan;
  readonly changes: readonly PlanChange[];
  readonly figures: ScheduleFigures;
  /** real ms that the solver took */
  readonly solveMs: number;
}

/** How a plan is made. */
export interface MakeOptions {
  /** real ms to search */
  readonly ms: number;
  /** entries to start from instead of the published plan: a version to return to */
  readonly from?: readonly PlanEntry[];
}

const startOf = (
  entries: readonly PlanEntry[],
  keyOf: ReadonlyMap<string, string>,
  now: number,
): StartPlan => ({
  operations: entries.flatMap(({ operation, station, runStartAt }) => {
    const op = keyOf.get(operation);
    return op === undefined
      ? []
      : [{ op, station, runStart: Math.max(0, Math.round((runStartAt - now) / 1000)) }];
  }),
});

/** A place in the plan for the API. */
export function slotOf(place: PlanChange['from']): Slot | null {
  return (
    place && {
      station: place.station,
      startAt: new Date(place.startAt).toISOString(),
      endAt: new Date(place.endAt).toISOString(),
    }
  );
}

/** A change for the API. */
export function changeOf(change: PlanChange, items: ReadonlyMap<string, string>): ScheduleChange {
  const { operation, workOrder, kind } = change;
  return {
    operation,
    workOrder,
    item: items.get(workOrder) ?? '-',
    from: slotOf(change.from),
    to: slotOf(change.to),
    kind,
  };
}

/** Operations that are not planned, for the API. */
export function unplacedOf(plan: Plan): Unplaced[] {
  return plan.unplaced.map(({ operation, reason, facts }) => ({ operation, reason, facts: { ...facts } }));
}

/** Makes plans: from facts to the solver and back. */
@Injectable()
export class PlantPlanner {
  constructor(private readonly solver: Solver) {}

  /**
   * Makes a plan from what is known of a plant.
   * @throws Error when the facts do not make a sound problem, or the solver fails: the old plan stays
   */
  async make(facts: PlantFacts, { ms, from }: MakeOptions): Promise<MadePlan> {
    const planning = problemOf(facts.planning);
    const checked = readProblem(planning.problem);
    if (!checked.ok) {
      const [first] = checked.faults;
      throw new Error(
        `the plant does not make a sound problem: ${first?.path} ${first?.message} (${checked.faults.length} faults)`,
      );
    }
    const keyOf = new Map([...planning.operationOf].map(([op, operation]) => [operation, op]));
    const began = performance.now();
    const schedule = await this.solver.solve({
      problem: checked.problem,
      ms,
      start: startOf(from ?? facts.planning.published, keyOf, facts.planning.now),
    });
    const solveMs = Math.round(performance.now() - began);
    const plan = planOf(planning, schedule, facts.planning.now);
    const changes = this.changes(facts, plan.entries);
    const own = figuresOf(facts.planning, plan.entries, changes);
    return {
      plan,
      changes,
      solveMs,
      figures: {
        score: plan.score,
        lateLines: own.lateOrders,
        lateSec: own.lateSec,
        changeoverSec: own.changeoverSec,
        overtimeSec: schedule.opened.reduce((sum, { interval: [start, end] }) => sum + end - start, 0),
        movedOperations: own.movedOperations,
        unplaced: plan.unplaced.length,
        operations: own.operations,
        endAt: own.endAt === null ? null : new Date(own.endAt).toISOString(),
        utilisation: own.utilisation,
      },
    };
  }

  /** What a plan changes against the one in force. */
  changes({ planning, finished }: PlantFacts, entries: readonly PlanEntry[]): PlanChange[] {
    return differenceOf(planning.published, entries, finished);
  }
}
