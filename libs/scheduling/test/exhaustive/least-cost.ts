import type { ProblemFile } from '../../src/verify/files';
import type { Spot } from './floor';
import type { Task } from './tasks';

/** What the placed tasks cost for certain, and jobs that are not complete at the least; overtime is left out. */
export function leastCost(
  file: ProblemFile,
  tasks: readonly Task[],
  spots: readonly (Spot | undefined)[],
): number {
  return jobCost(file, tasks, spots) + ownCost(file, tasks, spots);
}

function ownCost(
  { price }: ProblemFile,
  tasks: readonly Task[],
  spots: readonly (Spot | undefined)[],
): number {
  let sum = 0;
  tasks.forEach(({ baseline, fixed }, t) => {
    const spot = spots[t];
    if (!spot) return;
    sum += price.changeover * spot.changeover;
    if (!baseline || fixed) return;
    sum += price.moveSecond * Math.abs(spot.runStart - baseline.start);
    if (spot.station !== baseline.station) sum += price.moveStation;
  });
  return sum;
}

function jobCost(
  { jobs }: ProblemFile,
  tasks: readonly Task[],
  spots: readonly (Spot | undefined)[],
): number {
  const last = jobs.map(() => 0);
  const first = jobs.map(() => Infinity);
  const complete = jobs.map(() => true);
  const ends = earliestEnds(tasks, spots);
  tasks.forEach(({ job }, t) => {
    last[job] = Math.max(last[job], ends[t]);
    first[job] = Math.min(first[job], spots[t]?.runStart ?? Infinity);
    if (!spots[t]) complete[job] = false;
  });
  return jobs.reduce((sum, { due, weight, earliness, flow }, j) => {
    const late = due == null ? 0 : Math.max(0, last[j] - due);
    const early = due == null || !complete[j] ? 0 : Math.max(0, due - last[j]);
    const inWork = first[j] < Infinity ? last[j] - first[j] : 0;
    return sum + weight * late + earliness * early + flow * inWork;
  }, 0);
}

/** End of each task: decided, or the earliest that the tasks before it allow. */
function earliestEnds(tasks: readonly Task[], spots: readonly (Spot | undefined)[]): number[] {
  const ends: number[] = [];
  const endOf = (t: number): number => {
    const { earliest, after, modes, fixed } = tasks[t];
    const start = (): number =>
      after.reduce((most, [before, min]) => Math.max(most, endOf(before) + min), earliest);
    return (ends[t] ??= spots[t]?.end ?? fixed?.end ?? start() + Math.min(...modes.map(({ run }) => run)));
  };
  tasks.forEach((_, t) => endOf(t));
  return ends;
}
