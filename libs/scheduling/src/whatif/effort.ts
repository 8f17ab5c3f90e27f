import type { SolveOptions } from '../options';
import type { Problem } from '../problem';
import type { Schedule } from '../schedule';
import { solve } from '../solve';

/** How long each plan of a question is searched (not the question as a whole), and the plan that is running. */
export type Effort = Omit<SolveOptions, 'onImprovement'>;

/** Solves from the running plan, and from none when there is none. */
export function solveFrom(problem: Problem, effort: Effort, start = effort.start): Schedule {
  return solve(problem, { ...effort, start });
}

/** Ends of the jobs that are placed as a whole. */
export function endsOf(problem: Problem, { operations }: Pick<Schedule, 'operations'>): Map<string, number> {
  const end = new Map(operations.map((operation) => [operation.op, operation.end]));
  return new Map(
    problem.jobs.flatMap((job): [string, number][] => {
      const ends = job.operations.map(({ id }) => end.get(`${job.id}/${id}`));
      return ends.every((at) => at !== undefined) ? [[job.id, Math.max(...ends)]] : [];
    }),
  );
}
