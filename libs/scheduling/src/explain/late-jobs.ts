import { byId } from '../model/order';
import type { Problem } from '../problem';
import type { ChainLink, LateJob, PlacedOperation } from '../schedule';
import { spanOf } from '../score/placed-job';

/** Jobs that are placed as a whole and end after their due date, by id, each with the chain that `chainOf` gives for it. */
export function lateJobs(
  problem: Problem,
  operations: readonly PlacedOperation[],
  chainOf: (job: string) => readonly ChainLink[],
): LateJob[] {
  const placed = new Map(operations.map((operation) => [operation.op, operation]));
  return [...problem.jobs].sort(byId).flatMap((job) => {
    const span = spanOf(job, placed);
    if (!span || job.due === undefined || span.end <= job.due) return [];
    return [{ job: job.id, bySeconds: span.end - job.due, chain: chainOf(job.id) }];
  });
}
