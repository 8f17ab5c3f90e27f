import { faultLine, readProblem, solve, type Problem, type Schedule, type SolveOptions } from '../src';
import { verify, type ProblemInput } from '../src/verify';

/** Reads a problem file. @throws when the engine refuses it */
export function problemOf(file: ProblemInput): Problem {
  const reading = readProblem(file);
  if (!reading.ok) throw new Error(reading.faults.map(faultLine).join('\n'));
  return reading.problem;
}

/** Reads and solves a problem file. @throws when the engine refuses it */
export function solved(problem: ProblemInput, options: SolveOptions): Schedule {
  return solve(problemOf(problem), options);
}

/** Solves and lets the verifier check the result. @throws with problem, options and violations when it is not valid */
export function solvedAndVerified(problem: ProblemInput, options: SolveOptions): Schedule {
  const schedule = solved(problem, options);
  const { violations } = verify(problem, schedule);
  if (violations.length === 0) return schedule;
  const messages = violations.map(({ rule, message }) => `${rule}: ${message}`).join('\n');
  throw new Error(`${messages}\n${JSON.stringify(problem)}\n${JSON.stringify(schedule)}`);
}
