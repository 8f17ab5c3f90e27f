import type { Job } from '../src/problem';

/** A job for tests of the score: what the term looks at, and no operations. */
export function job(of: Partial<Job>): Job {
  return { id: 'J', release: 0, due: undefined, weight: 0, earliness: 0, flow: 0, operations: [], ...of };
}
