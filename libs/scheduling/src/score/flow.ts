import type { JobSpan } from './placed-job';

/** Σ flow · seconds from the first run start of a job to its last end. */
export function flow(spans: readonly JobSpan[]): number {
  return spans.reduce((sum, { job, first, end }) => sum + job.flow * (end - first), 0);
}
