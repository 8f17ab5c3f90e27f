import type { ProblemInput } from '../../src/verify';
import { readFlexibleJob } from './fjsp';
import { makespanProblem } from './machine-shop';
import { NumberReader, numberLines, type Source } from './source';

/**
 * Flexible job shop with sequence-dependent set-ups, makespan: as the flexible format with machines from 1, then for each
 * machine a square matrix over all operations, row before column. Each operation becomes a family of its own; the matrix of
 * a machine keeps the operations that can run there. The first operation on a machine needs no set-up.
 *
 * @throws {FormatError} with path and line
 */
export function readFjspSdst(source: Source): ProblemInput {
  const reader = new NumberReader(source.path, numberLines(source));
  const jobCount = reader.whole('the number of jobs', 1);
  const machineCount = reader.whole('the number of machines', 1);
  reader.skipLine();
  const machines = Array.from({ length: machineCount }, (_, k) => k + 1);
  const jobs = Array.from({ length: jobCount }, (_, j) => ({
    operations: readFlexibleJob(reader, j + 1, [1, machineCount]),
  }));
  const operations = jobs.flatMap((job, j) =>
    job.operations.map((operation, i) => Object.assign(operation, { family: `${j + 1}.${i + 1}` })),
  );
  const changeovers = new Map<number, { families: string[]; seconds: number[][] }>();
  for (const machine of machines) {
    const can = operations.map(({ alternatives }) => alternatives.some(([other]) => other === machine));
    const rows = operations.map((_, row) =>
      readRow(reader, `machine ${machine}, row ${row + 1}`, operations.length),
    );
    const keep = <T>(list: T[]): T[] => list.filter((_, i) => can[i]);
    changeovers.set(machine, {
      families: keep(operations.map(({ family }) => family)),
      seconds: keep(rows).map(keep),
    });
  }
  if (!reader.atEnd) reader.fail(`more lines than ${machineCount} matrices`, 'the first line is wrong');
  return makespanProblem({ machines, jobs, changeovers });
}

function readRow(reader: NumberReader, what: string, length: number): number[] {
  const row = Array.from({ length }, (_, column) => reader.whole(`${what}, column ${column + 1}`));
  reader.endLine(what);
  return row;
}
