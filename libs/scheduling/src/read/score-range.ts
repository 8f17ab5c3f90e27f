import type { Problem } from '../problem';
import type { Fault } from './fault';

/**
 * Refuses weights with which a score, or what a search counts beside it, could leave the exact integers of a double (2^53): sums must stay exact.
 * Every term is bounded by its weight times the longest span that it can reach.
 */
export function scoreRangeFaults(problem: Problem): Fault[] {
  const span = BigInt(longestSpan(problem));
  const { price } = problem;
  let sum = 0n;
  let largest = { part: 0n, path: 'price', value: 0 };
  const add = (weight: number, count: bigint, path: string): void => {
    const part = BigInt(weight) * count;
    sum += part;
    if (part > largest.part) largest = { part, path, value: weight };
  };
  problem.jobs.forEach((job, j) => {
    add(job.weight, span, `jobs[${j}].weight`);
    add(job.earliness, span, `jobs[${j}].earliness`);
    add(job.flow, span, `jobs[${j}].flow`);
  });
  add(price.changeover, span * BigInt(problem.stations.length), 'price.changeover');
  add(price.overtime, span * BigInt(problem.stations.length), 'price.overtime');
  add(price.moveSecond, span * BigInt(problem.baseline.length), 'price.moveSecond');
  add(price.moveStation, BigInt(problem.baseline.length), 'price.moveStation');
  problem.baseline.forEach(({ stay }, b) => add(stay, 1n, `baseline[${b}].stay`));
  if (sum <= BigInt(Number.MAX_SAFE_INTEGER)) return [];
  return [
    {
      code: 'score_too_large',
      path: largest.path,
      value: largest.value,
      message: `the score could reach ${sum}, above 2^53, and would not be exact`,
      hint: 'Maybe divide all weights and prices by a common factor.',
    },
  ];
}

/** No two instants of the problem are further apart, in seconds. */
function longestSpan(problem: Problem): number {
  let first = 0;
  let last = problem.horizon;
  for (const { due } of problem.jobs)
    if (due !== undefined) [first, last] = [Math.min(first, due), Math.max(last, due)];
  for (const { start, end } of problem.fixed) [first, last] = [Math.min(first, start), Math.max(last, end)];
  for (const { start } of problem.baseline) [first, last] = [Math.min(first, start), Math.max(last, start)];
  return last - first;
}
