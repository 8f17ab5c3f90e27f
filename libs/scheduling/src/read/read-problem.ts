import type { Problem } from '../problem';
import { cycleFaults } from './cycle';
import { type Fault, MOST_FAULTS } from './fault';
import { collectNames } from './names';
import { quickReading } from './quick-reading';
import { resolveJobs } from './references';
import { type ProblemFile, problemSchema } from './schema';
import { scoreRangeFaults } from './score-range';
import { shapeFaults } from './shape';
import { planFaults, stationFaults } from './stations';

/** A checked problem, or everything that is wrong with the file. */
export type ProblemReading = { ok: true; problem: Problem } | { ok: false; faults: Fault[] };

const refused = (faults: Fault[]): ProblemReading => ({ ok: false, faults: faults.slice(0, MOST_FAULTS) });

/**
 * Reads a problem file: fills in the defaults, resolves references of the form `op` to `job/op`, and refuses every
 * unknown field, unknown or double name, interval out of order, precedence cycle, overlap of fixed operations, and
 * weights with which the score could not stay exact.
 * @param parsed the parsed JSON of a problem file
 * @returns the problem in its normal form, or at most 50 faults with path, value and hint
 */
export function readProblem(parsed: unknown): ProblemReading {
  const file = quickReading(parsed);
  if (file) return checkMeaning(file);
  const shape = problemSchema.safeParse(parsed);
  if (!shape.success) return refused(shape.error.issues.flatMap((issue) => shapeFaults(parsed, issue)));
  return checkMeaning(shape.data);
}

function checkMeaning(file: ProblemFile): ProblemReading {
  const names = collectNames(file);
  const { jobs, faults } = resolveJobs(file, names);
  const all = [...names.faults, ...stationFaults(file), ...faults, ...planFaults(file, names)];
  if (all.length) return refused(all);
  const problem: Problem = { ...file, jobs };
  const late = [...cycleFaults(jobs, names.operations), ...scoreRangeFaults(problem)];
  return late.length ? refused(late) : { ok: true, problem };
}
