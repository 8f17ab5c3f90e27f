/**
 * `npm run schedule:verify -- problem.json schedule.json`: checks a schedule without the engine. Exit code 0 = valid, 1 =
 * violations (listed), 2 = a file that cannot be read.
 */
import { openInstance } from '../bench/instance-file';
import { verify, type Verdict } from '../src/verify';
import { commandLine, readJsonFile, runAsMain, type Command } from './command';

const usage = 'npm run schedule:verify -- problem.json schedule.json';
const MOST_LINES = 100;

/** The report, line by line. */
export function report({ violations, terms, score, placed, unplaced }: Verdict): string[] {
  const listed = violations.slice(0, MOST_LINES).map(({ rule, message }) => `${rule}: ${message}`);
  const more = violations.length - listed.length;
  const counts = `${placed} operations placed, ${unplaced} unplaced`;
  const sums = Object.entries(terms ?? {}).map(([name, value]) => `${name} ${value}`);
  return [
    ...listed,
    ...(more > 0 ? [`… and ${more} more`] : []),
    ...(score === undefined ? [] : [`score ${score} = ${sums.join(' + ')}`]),
    violations.length === 0 ? `valid: ${counts}` : `not valid: ${violations.length} violations, ${counts}`,
  ];
}

/** Checks a schedule and reports. */
export const verifyCommand: Command = (argv, output) => {
  const { positionals } = commandLine(argv, { usage, files: ['problem', 'schedule'], options: {} });
  const verdict = verify(openInstance(positionals[0]), readJsonFile(positionals[1]));
  output.result(`${report(verdict).join('\n')}\n`);
  return verdict.violations.length === 0 ? 0 : 1;
};

runAsMain(__filename, verifyCommand);
