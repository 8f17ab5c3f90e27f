import type { JobSpan } from './placed-job';

/** Σ earliness · seconds that a job ends before its due date. */
export function earliness(spans: readonly JobSpan[]): number {
  return spans.reduce(
    (sum, { job, end }) => sum + (job.due === undefined ? 0 : job.earliness * Math.max(0, job.due - end)),
    0,
  );
}
