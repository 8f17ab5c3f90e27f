import type { ClockName } from '../measure-process';
import type { Row } from '../row';
import type { Bench } from '../run-cases';

/** How a goal is measured. */
export interface GoalSettings {
  /** Folder with the sets of public instances; needed by the goals on them. */
  data?: string;
  seconds: number;
  seed: number;
  clock?: ClockName;
  /** Take at most so many instances of each set. */
  limit?: number;
}

/** One row of the table of goals, and the lines it sums up. */
export interface GoalResult {
  /** What was measured, for the row: values with their units. */
  finding: string;
  /** How long was searched, where it is not the given number of seconds. */
  effort?: string;
  rows: Row[];
}

/** One row of the table of goals in docs/benchmarks.md. */
export interface Goal {
  /** What is solved. */
  title: string;
  /** What is aimed at in 1 s and in 10 s. */
  aim: string;
  run(settings: GoalSettings, bench: Bench): Promise<GoalResult>;
}
