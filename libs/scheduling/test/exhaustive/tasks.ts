import { fullRef } from '../../src/verify/evidence';
import type { Mode, ProblemFile } from '../../src/verify/files';

/** One operation to be placed, references resolved to places in the list of tasks. */
export interface Task {
  ref: string;
  /** Place of its job. */
  job: number;
  family: string | null | undefined;
  modes: Mode[];
  /** [place of the task before, shortest wait, longest wait] */
  after: [number, number, number][];
  /** Release of the job or readiness of the material, whichever is later. */
  earliest: number;
  interruptible: boolean;
  fixed: { station: string; start: number; end: number } | undefined;
  baseline: { station: string; start: number } | undefined;
}

/** All operations of a problem, in the order of the file. */
export function tasksOf(file: ProblemFile): Task[] {
  const index = new Map<string, number>();
  for (const job of file.jobs) for (const { id } of job.operations) index.set(`${job.id}/${id}`, index.size);
  return file.jobs.flatMap((job, j) =>
    job.operations.map((operation) => {
      const ref = `${job.id}/${operation.id}`;
      return {
        ref,
        job: j,
        family: operation.family,
        modes: operation.modes,
        after: operation.after.map(({ op, min, max }): [number, number, number] => [
          index.get(fullRef(job.id, op)) as number,
          min,
          max ?? Infinity,
        ]),
        earliest: Math.max(job.release, operation.ready),
        interruptible: operation.interruptible,
        fixed: file.fixed.find(({ op }) => op === ref),
        baseline: file.baseline.find(({ op }) => op === ref),
      };
    }),
  );
}

/**
 * Can it pay to begin later than possible? Not when only late ends cost, nothing has a longest wait, and people are not
 * held by changeovers: then the plan in which each operation in turn begins as early as it can is as good.
 */
export function mayWaitingPay({ jobs, price, baseline, pools, stations }: ProblemFile): boolean {
  const operations = jobs.flatMap((job) => job.operations);
  const changes =
    stations.some(({ changeover }) => changeover != null) ||
    operations.some(({ modes }) => modes.some(({ setup }) => setup > 0));
  return (
    jobs.some(({ earliness, flow }) => earliness > 0 || flow > 0) ||
    operations.some(({ after }) => after.some(({ max }) => max != null)) ||
    (price.moveSecond > 0 && baseline.length > 0) ||
    (pools.length > 0 && changes)
  );
}
