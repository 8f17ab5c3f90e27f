import type { Job, Problem } from '../problem';
import type { Schedule } from '../schedule';
import { type Effort, endsOf, solveFrom } from './effort';
import { type Hurt, hurtBy, insertionAfter } from './insertion';

/** Others count so much more than the new order that nothing is taken from them for it. */
const OTHERS_FIRST = 1000;

/** When an order could be ready at the earliest without making anybody later. */
export interface HarmlessDate {
  /** Seconds from now; null when some operation finds no place before the horizon. */
  readonly end: number | null;
  /** Empty unless the search could not keep everybody's date. */
  readonly hurt: readonly Hurt[];
  readonly schedule: Schedule;
}

/**
 * The earliest date for an order that hurts nobody: it is put behind everything that is planned and then brought forward as
 * far as the others, who count a thousand times more, allow.
 */
export function earliestHarmlessDate(problem: Problem, order: Job, effort: Effort): HarmlessDate {
  const before = solveFrom(problem, effort);
  const behind: Job = { ...order, due: problem.horizon, weight: 0, earliness: 0, flow: 0 };
  const last = solveFrom(
    { ...problem, jobs: [...problem.jobs, behind] },
    { ...effort, moves: 0, start: before },
  );
  const soon: Job = { ...order, due: order.release, weight: 1, earliness: 0, flow: 0 };
  const schedule = solveFrom(
    { ...heavier(problem), jobs: [...heavier(problem).jobs, soon] },
    { ...effort, start: last },
  );
  const end = endsOf({ ...problem, jobs: [order] }, schedule).get(order.id) ?? null;
  return { end, hurt: hurtBy(problem, before, schedule), schedule };
}

function heavier(problem: Problem): Problem {
  const jobs = problem.jobs.map((job) => ({
    ...job,
    weight: job.weight * OTHERS_FIRST,
    earliness: job.earliness * OTHERS_FIRST,
    flow: job.flow * OTHERS_FIRST,
  }));
  const { changeover, overtime, moveSecond, moveStation } = problem.price;
  const price = {
    changeover: changeover * OTHERS_FIRST,
    overtime: overtime * OTHERS_FIRST,
    moveSecond: moveSecond * OTHERS_FIRST,
    moveStation: moveStation * OTHERS_FIRST,
  };
  return { ...problem, jobs, price };
}

/** What it costs to promise an order for a date. */
export interface DatePrice {
  /** Seconds from now. */
  readonly due: number;
  /** Rise of the score; null when the order finds no place. */
  readonly cost: number | null;
  /** When it would be ready. */
  readonly end: number | null;
  readonly hurt: readonly Hurt[];
}

/**
 * What each of some dates costs for an order, latest date first, so that a planner can promise with open eyes. A later date
 * never costs more than an earlier one.
 */
export function priceDates(
  problem: Problem,
  order: Job,
  dates: readonly number[],
  effort: Effort,
): DatePrice[] {
  const before = solveFrom(problem, effort);
  const list = [...new Set(dates)]
    .sort((a, b) => a - b)
    .map((due): DatePrice => {
      const { cost, end, hurt } = insertionAfter(problem, { ...order, due }, { ...effort, start: before });
      return { due, cost, end, hurt };
    });
  // the plan for an earlier date is one for a later date, too
  for (let i = 1; i < list.length; i++) {
    const [earlier, later] = [list[i - 1]!, list[i]!];
    if (earlier.cost !== null && (later.cost === null || later.cost > earlier.cost))
      list[i] = { ...earlier, due: later.due };
  }
  return list.reverse();
}
