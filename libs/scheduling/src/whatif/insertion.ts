import type { Job, Problem } from '../problem';
import type { Schedule } from '../schedule';
import { type Effort, endsOf, solveFrom } from './effort';

/** A job that ends later than before and after its due date. */
export interface Hurt {
  readonly job: string;
  /** Seconds of tardiness that are added. */
  readonly bySeconds: number;
}

/** What it would mean to take an order. */
export interface Insertion {
  /** Rise of the score; null when some operation of the order finds no place. */
  readonly cost: number | null;
  /** Seconds from now at which the order would end; null when it finds no place. */
  readonly end: number | null;
  readonly hurt: readonly Hurt[];
  /** The plan with the order. */
  readonly schedule: Schedule;
}

/**
 * What it costs to take an order into the shop, against the same shop without it. Both plans are searched alike from the
 * running one, so that the difference is the order's.
 * @param order a job in normal form whose id is not in the problem
 */
export function insertionCost(problem: Problem, order: Job, effort: Effort): Insertion {
  const before = solveFrom(problem, effort);
  return insertionAfter(problem, order, { ...effort, start: before });
}

/** The same when the plan without the order is `effort.start`, already searched. */
export function insertionAfter(
  problem: Problem,
  order: Job,
  effort: Effort & { start: Schedule },
): Insertion {
  const schedule = solveFrom({ ...problem, jobs: [...problem.jobs, order] }, effort);
  const end = endsOf({ ...problem, jobs: [order] }, schedule).get(order.id) ?? null;
  const cost = end === null ? null : schedule.score - effort.start.score;
  return { cost, end, hurt: hurtBy(problem, effort.start, schedule), schedule };
}

/** Jobs that are later than before, by id. */
export function hurtBy(problem: Problem, before: Schedule, after: Schedule): Hurt[] {
  const lateBefore = new Map(before.late.map(({ job, bySeconds }) => [job, bySeconds]));
  const known = new Set(problem.jobs.map(({ id }) => id));
  return after.late.flatMap(({ job, bySeconds }) => {
    const more = bySeconds - (lateBefore.get(job) ?? 0);
    return known.has(job) && more > 0 ? [{ job, bySeconds: more }] : [];
  });
}
