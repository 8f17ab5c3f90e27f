import type { ProblemInput } from '../../src/verify';
import { chain, makespanProblem } from './machine-shop';
import { NumberReader, numberLines, type Source } from './source';

/**
 * Flexible job shop, makespan, in the format of Naderi et al.: jobs; machines; operations of each job; then a line per
 * operation with its duration on each machine, 0 = not possible there.
 *
 * @throws {FormatError} with path and line
 */
export function readNaderi(source: Source): ProblemInput {
  const reader = new NumberReader(source.path, numberLines(source));
  const jobs = reader.whole('the number of jobs', 1);
  const machines = reader.whole('the number of machines', 1);
  const counts = Array.from({ length: jobs }, (_, j) =>
    reader.whole(`number of operations of job ${j + 1}`, 1),
  );
  reader.endLine(`the operations of ${jobs} jobs`);
  const list = counts.map((count, j) => ({
    operations: chain(
      Array.from({ length: count }, (_, i) =>
        readDurations(reader, `job ${j + 1}, operation ${i + 1}`, machines),
      ),
    ),
  }));
  if (!reader.atEnd) reader.fail('more lines than operations', 'a number of operations is too low');
  return makespanProblem({ machines: Array.from({ length: machines }, (_, k) => k), jobs: list });
}

function readDurations(reader: NumberReader, what: string, machines: number): [number, number][] {
  const alternatives: [number, number][] = [];
  for (let machine = 0; machine < machines; machine++) {
    const duration = reader.whole(`${what}: duration on machine ${machine}`);
    if (duration > 0) alternatives.push([machine, duration]);
  }
  if (alternatives.length === 0) reader.fail(`${what} has no machine`, 'its durations are missing');
  reader.endLine(what);
  return alternatives;
}
