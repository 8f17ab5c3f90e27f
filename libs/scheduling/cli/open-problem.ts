import { faultLine, readProblem, type Problem } from '../src';
import { openInstance } from '../bench/instance-file';
import { Refusal } from './command';

/**
 * A checked problem from a problem file or an instance of a public format.
 *
 * @throws {Refusal} with every fault's path, value and hint
 */
export function openProblem(path: string): Problem {
  const reading = readProblem(openInstance(path));
  if (reading.ok) return reading.problem;
  throw new Refusal(`${path} is no valid problem:\n${reading.faults.map(faultLine).join('\n')}`);
}
