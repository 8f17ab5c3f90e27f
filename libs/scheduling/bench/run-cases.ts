import type { Case } from './instance-set';
import { measure } from './measure';
import type { ClockName } from './measure-process';
import { headLine, printedLine, rowOf, type Row } from './row';

/** How each instance is solved. */
export interface Effort {
  seconds?: number;
  moves?: number;
  seed: number;
  clock?: ClockName;
}

/** Solves the cases one after the other and prints a line for each. */
export async function runCases(cases: readonly Case[], effort: Effort): Promise<Row[]> {
  process.stdout.write(`${headLine()}\n`);
  const rows: Row[] = [];
  for (const each of cases) {
    const row = rowOf(each, await measure({ problem: each.open(), ...effort }), effort.seed);
    process.stdout.write(`${printedLine(row)}\n`);
    rows.push(row);
  }
  return rows;
}

/** The effort in words. */
export function effortLine({ seconds, moves, seed, clock }: Effort): string {
  const time = `${seconds} s${clock === 'cpu' ? ' of CPU time' : ''}`;
  return `${seconds === undefined ? `${moves} moves` : time} each, one thread, seed ${seed}`;
}
