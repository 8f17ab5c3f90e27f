import type { JobSpan } from './placed-job';

/** Σ weight · seconds that a job ends after its due date. */
export function tardiness(spans: readonly JobSpan[]): number {
  return spans.reduce(
    (sum, { job, end }) => sum + (job.due === undefined ? 0 : job.weight * Math.max(0, end - job.due)),
    0,
  );
}
