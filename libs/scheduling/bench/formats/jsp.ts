import type { ProblemInput } from '../../src/verify';
import { chain, makespanProblem } from './machine-shop';
import { NumberReader, numberLines, type Source } from './source';

/**
 * Job shop, makespan, in the standard format: `jobs machines`, then a line per job of `machine duration` pairs, machines
 * from 0. A job may visit a machine several times or not at all; its line may end with `-1 -1`.
 *
 * @throws {FormatError} with path and line
 */
export function readJsp(source: Source): ProblemInput {
  return makespanProblem(readJspJobs(source));
}

/** The same, before it is decided what is minimised. */
export function readJspJobs(source: Source): {
  machines: number[];
  jobs: { operations: ReturnType<typeof chain> }[];
} {
  const reader = new NumberReader(source.path, numberLines(source));
  const jobs = reader.whole('the number of jobs', 1);
  const machines = reader.whole('the number of machines', 1);
  reader.skipLine();
  const list = Array.from({ length: jobs }, (_, j) => ({
    operations: chain(readJob(reader, j + 1, machines)),
  }));
  if (!reader.atEnd)
    reader.fail(`more lines than the ${jobs} jobs of the first line`, 'the format is fjsp-sdst');
  return { machines: Array.from({ length: machines }, (_, k) => k), jobs: list };
}

function readJob(reader: NumberReader, job: number, machines: number): [number, number][][] {
  const operations: [number, number][][] = [];
  while (operations.length === 0 || reader.leftOnLine > 0) {
    const what = `job ${job}, operation ${operations.length + 1}`;
    const machine = reader.whole(`${what}: machine`, -1, machines - 1);
    if (reader.leftOnLine === 0) reader.fail(`${what} has a machine but no duration`, 'the line was cut');
    const duration = reader.whole(`${what}: duration`, -1);
    if (machine === -1) break;
    if (duration === -1) reader.fail(`${what}: duration is -1`, 'a number is missing before it');
    operations.push([[machine, duration]]);
  }
  reader.endLine(`job ${job}`);
  return operations;
}
