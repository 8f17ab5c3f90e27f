import { type Model, UNLIMITED } from '../model/model';
import type { Graph } from '../timing/graph';

/** Ends of the jobs that can cost something by being late, one column each: as they are, and as a change would leave them. */
export class JobEnds {
  /** The job of each column. */
  readonly jobs: Int32Array;
  readonly present: Int32Array;
  readonly estimated: Int32Array;
  /** The column of the job that ends with an operation, −1: none. */
  readonly column: Int32Array;

  constructor(
    private readonly model: Model,
    private readonly graph: Graph,
  ) {
    const { jobs, size } = model;
    const all = Int32Array.from({ length: jobs.count }, (_, j) => j);
    this.jobs = all.filter((j) => jobs.weight[j]! > 0 && jobs.due[j]! < UNLIMITED);
    this.present = new Int32Array(this.jobs.length);
    this.estimated = new Int32Array(this.jobs.length);
    this.column = new Int32Array(size).fill(-1);
    this.jobs.forEach((j, c) => {
      for (let i = jobs.sinkFrom[j]!; i < jobs.sinkFrom[j + 1]!; i++) this.column[jobs.sink[i]!] = c;
    });
  }

  /** Reads the ends as they are. */
  read(): void {
    const { jobs, present } = this;
    const { end } = this.graph;
    const { sink, sinkFrom, fixedEnd } = this.model.jobs;
    for (let c = 0; c < jobs.length; c++) {
      const j = jobs[c]!;
      let last = fixedEnd[j]!;
      for (let i = sinkFrom[j]!; i < sinkFrom[j + 1]!; i++) last = Math.max(last, end[sink[i]!]!);
      present[c] = last;
    }
  }

  /** Begins an estimate. */
  clear(): void {
    const { estimated } = this;
    for (let c = 0; c < estimated.length; c++) estimated[c] = 0;
  }

  /** An operation would end at `end`, and the job of column c not before `row[c]` after that. */
  reach(row: Int32Array, end: number): void {
    const { estimated } = this;
    for (let c = 0; c < row.length; c++) {
      const instant = end + row[c]!;
      if (instant > estimated[c]!) estimated[c] = instant;
    }
  }
}
