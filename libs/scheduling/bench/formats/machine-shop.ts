import type { ProblemInput } from '../../src/verify';

/** An operation as the public formats have it: seconds on each machine that can do it, and what it follows in its job. */
export interface ShopOperation {
  /** [machine, seconds], machines as the file counts them. */
  alternatives: [number, number][];
  /** Places in the same job of the operations before it. */
  after: number[];
  family?: string;
}

/** A job of the public formats; without `due` it has no date of its own. */
export interface ShopJob {
  operations: ShopOperation[];
  release?: number;
  due?: number;
  weight?: number;
}

/** A shop of machines that work around the clock. */
export interface MachineShop {
  /** Machine numbers as the file counts them. */
  machines: number[];
  jobs: ShopJob[];
  /** Changeover seconds by machine number, for machines that have any. */
  changeovers?: Map<number, { families: string[]; seconds: number[][] }>;
}

/** Operations one after the other. */
export function chain(alternatives: [number, number][][]): ShopOperation[] {
  return alternatives.map((choice, i) => ({ alternatives: choice, after: i === 0 ? [] : [i - 1] }));
}

/**
 * The shop as a problem whose score is the latest end: all operations are one job `shop`, due at 0; operation `3.2` is the
 * second of the third job.
 */
export function makespanProblem(shop: MachineShop): ProblemInput {
  const problem = tardinessProblem(shop);
  const operations = problem.jobs.flatMap(({ id, operations: steps }) =>
    steps.map((step) => ({
      ...step,
      id: `${id.slice(1)}.${step.id}`,
      after: step.after?.map(({ op }) => ({ op: `shop/${op.slice(1).replace('/', '.')}` })),
    })),
  );
  return { ...problem, jobs: [{ id: 'shop', due: 0, weight: 1, operations }] };
}

/** The shop as a problem whose score is the weighted tardiness of the jobs that have a due date. */
export function tardinessProblem({ machines, jobs, changeovers }: MachineShop): ProblemInput {
  const horizon = serialLength(jobs, changeovers);
  return {
    version: 1,
    horizon,
    stations: machines.map((machine) => ({
      id: `M${machine}`,
      calendar: [[0, horizon]],
      ...(changeovers?.has(machine) ? { changeover: `M${machine}` } : {}),
    })),
    changeovers: Object.fromEntries(
      [...(changeovers ?? [])].map(([machine, matrix]) => [`M${machine}`, matrix]),
    ),
    jobs: jobs.map(({ operations, ...dates }, j) => ({
      id: `J${j + 1}`,
      ...dates,
      operations: operations.map(({ alternatives, after, family }, i) => ({
        id: `${i + 1}`,
        ...(family === undefined ? {} : { family }),
        after: after.map((before) => ({ op: `J${j + 1}/${before + 1}` })),
        modes: alternatives.map(([machine, run]) => ({ station: `M${machine}`, run })),
      })),
    })),
  };
}

/** Seconds in which everything can be done one after the other: no reasonable plan is longer. At least 1. */
function serialLength(jobs: readonly ShopJob[], changeovers: MachineShop['changeovers']): number {
  const longestChangeover = [...(changeovers?.values() ?? [])]
    .flatMap(({ seconds }) => seconds.flat())
    .reduce((most, value) => Math.max(most, value), 0);
  let length = 1 + jobs.reduce((most, { release }) => Math.max(most, release ?? 0), 0);
  for (const { operations } of jobs)
    for (const { alternatives } of operations)
      length += longestChangeover + alternatives.reduce((most, [, run]) => Math.max(most, run), 0);
  return length;
}
