import type { ProblemInput } from '../../src/verify';
import { chain, makespanProblem, type ShopOperation } from './machine-shop';
import { NumberReader, numberLines, type Source } from './source';

/**
 * Flexible job shop, makespan: `jobs machines` (what follows on that line is left out), then a line per job: number of
 * operations, and per operation the number of alternatives and that many `machine duration` pairs, machines from 0.
 *
 * @throws {FormatError} with path and line
 */
export function readFjsp(source: Source): ProblemInput {
  const reader = new NumberReader(source.path, numberLines(source));
  const jobs = reader.whole('the number of jobs', 1);
  const machines = reader.whole('the number of machines', 1);
  reader.skipLine();
  const list = Array.from({ length: jobs }, (_, j) => ({
    operations: readFlexibleJob(reader, j + 1, [0, machines - 1]),
  }));
  if (!reader.atEnd)
    reader.fail(`more lines than the ${jobs} jobs of the first line`, 'the format is fjsp-sdst');
  return makespanProblem({ machines: Array.from({ length: machines }, (_, k) => k), jobs: list });
}

/** One job line of the flexible formats; machines lie within [least, most]. */
export function readFlexibleJob(
  reader: NumberReader,
  job: number,
  [least, most]: [number, number],
): ShopOperation[] {
  const count = reader.whole(`job ${job}: number of operations`, 1);
  const operations: [number, number][][] = [];
  for (let i = 1; i <= count; i++)
    operations.push(readAlternatives(reader, `job ${job}, operation ${i}`, [least, most]));
  reader.endLine(`the ${count} operations of job ${job}`);
  return chain(operations);
}

/** Number of alternatives and that many `machine duration` pairs on the line the reader is on. */
export function readAlternatives(
  reader: NumberReader,
  what: string,
  [least, most]: [number, number],
): [number, number][] {
  const alternatives: [number, number][] = [];
  const count = reader.whole(`${what}: number of alternatives`, 1, most - least + 1);
  for (let a = 0; a < count; a++) {
    if (reader.leftOnLine < 2)
      reader.fail(`${what} has ${a} of its ${count} alternatives on the line`, 'the line was cut');
    const machine = reader.whole(`${what}: machine`, least, most);
    if (alternatives.some(([other]) => other === machine))
      reader.fail(`${what} names machine ${machine} twice`, 'a number is missing before it');
    alternatives.push([machine, reader.whole(`${what}: duration`)]);
  }
  return alternatives;
}
