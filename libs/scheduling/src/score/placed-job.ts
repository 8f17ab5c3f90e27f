import type { Job } from '../problem';
import type { PlacedOperation } from '../schedule';

/** First run start and last end of a job that is placed as a whole. */
export interface JobSpan {
  readonly job: Job;
  readonly first: number;
  readonly end: number;
}

/** The span of a job; undefined when one of its operations is not placed. */
export function spanOf(job: Job, placed: ReadonlyMap<string, PlacedOperation>): JobSpan | undefined {
  let first = Infinity;
  let end = -Infinity;
  for (const { id } of job.operations) {
    const operation = placed.get(`${job.id}/${id}`);
    if (!operation) return undefined;
    first = Math.min(first, operation.runStart);
    end = Math.max(end, operation.end);
  }
  return { job, first, end };
}
