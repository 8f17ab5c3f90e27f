import type { Case } from './instance-set';
import type { Measure } from './measure';
import type { ClockName } from './measure-process';
import { headLine, printedLine, rowOf, type Row } from './row';

/** How each instance is solved. */
export interface Effort {
  seconds?: number;
  moves?: number;
  seed: number;
  clock?: ClockName;
}

/** What a benchmark works with. */
export interface Bench {
  measure: Measure;
  /** Writes one line. */
  print(line: string): void;
}

/** Solves the cases one after the other and prints a line for each. */
export async function runCases(
  cases: readonly Case[],
  effort: Effort,
  { measure, print }: Bench,
): Promise<Row[]> {
  print(headLine());
  const rows: Row[] = [];
  for (const each of cases) {
    const row = rowOf(each, await measure({ problem: each.open(), ...effort }), effort.seed);
    print(printedLine(row));
    rows.push(row);
  }
  return rows;
}

/** The effort in words. */
export function effortLine({ seconds, moves, seed, clock }: Effort): string {
  const time = `${seconds} s${clock === 'cpu' ? ' of CPU time' : ''}`;
  return `${seconds === undefined ? `${moves} moves` : time} each, one thread, seed ${seed}`;
}
