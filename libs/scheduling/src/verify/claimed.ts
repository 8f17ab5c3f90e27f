import { gather } from './evidence';
import { problemFile, scheduleFile, type Placement, type ProblemInput, type ScheduleInput } from './files';
import { completeJobs, recomputeTerms } from './terms';
import { total } from './claims';

/**
 * A schedule file around given placements, with terms, score and late jobs as the verifier computes them, without reasons: for
 * plans made by hand or by exhaustive search.
 *
 * @param problem the problem file
 * @param operations what is placed where and when
 * @param rest opened overtime and unplaced operations, none by default
 * @throws when the problem does not have the shape of a problem file
 */
export function claimed(
  problem: ProblemInput,
  operations: Placement[],
  rest: Pick<ScheduleInput, 'opened' | 'unplaced'> = {},
): ScheduleInput {
  const none = { tardiness: 0, earliness: 0, flow: 0, changeover: 0, overtime: 0, moves: 0 };
  const draft: ScheduleInput = { score: 0, terms: none, operations, ...rest };
  const evidence = gather(problemFile.parse(problem), scheduleFile.parse(draft));
  const exact = recomputeTerms(evidence);
  const late = completeJobs(evidence)
    .filter(({ job, last }) => job.due != null && last > job.due)
    .map(({ job, last }) => ({
      job: job.id,
      bySeconds: last - (job.due ?? last),
      chain: operations
        .filter(({ op, end }) => evidence.placed.get(op)?.job === job && end === last)
        .slice(0, 1)
        .map(({ op, station, runStart }) => ({ op, station, runStart, kind: 'chosen', until: runStart })),
    }));
  const terms = Object.fromEntries(
    Object.entries(exact).map(([name, value]) => [name, Number(value)]),
  ) as ScheduleInput['terms'];
  return { ...draft, score: Number(total(exact)), terms, late };
}
