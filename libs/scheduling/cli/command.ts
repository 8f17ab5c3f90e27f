import { readFileSync, realpathSync } from 'node:fs';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { FormatError } from '../bench/formats/source';

/** The command cannot do what it was asked to: wrong arguments or files. The message says what and, after "Maybe", what to try. */
export class Refusal extends Error {}

/**
 * Reads the command line.
 *
 * @param usage one line, shown when something is wrong
 * @param files names of the files expected before the options
 * @throws {Refusal}
 */
export function commandLine<T extends ParseArgsConfig['options']>(
  argv: string[],
  { usage, files, options }: { usage: string; files: string[]; options: T },
) {
  try {
    const parsed = parseArgs({ args: argv, options, allowPositionals: true });
    if (parsed.positionals.length !== files.length)
      throw new Error(
        `expected ${files.length} files (${files.join(', ')}), got ${parsed.positionals.length}`,
      );
    return parsed;
  } catch (fault) {
    throw new Refusal(`${(fault as Error).message}\nusage: ${usage}`);
  }
}

/**
 * A number from the command line within [least, most].
 *
 * @throws {Refusal}
 */
export function numberOption(
  name: string,
  text: string,
  [least, most]: [number, number],
  whole = true,
): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (Number.isFinite(value) && value >= least && value <= most && (!whole || Number.isInteger(value)))
    return value;
  throw new Refusal(
    `--${name} ${text}: expected a ${whole ? 'whole ' : ''}number from ${least} to ${most}. Maybe a value is missing?`,
  );
}

/**
 * The parsed JSON of a file.
 *
 * @throws {Refusal} when it cannot be read or is no JSON
 */
export function readJsonFile(path: string): unknown {
  const text = readText(path);
  try {
    return JSON.parse(text);
  } catch (fault) {
    throw new Refusal(`${path}: ${(fault as Error).message}. Maybe the file was cut short?`);
  }
}

/**
 * The text of a file.
 *
 * @throws {Refusal} when it cannot be read
 */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (fault) {
    throw new Refusal(`${path}: ${(fault as Error).message}. Maybe the path is wrong?`);
  }
}

/** Where a command writes: its result, and what is said beside it. */
export interface Output {
  result(text: string): void;
  aside(text: string): void;
}

/** A command: reads its arguments, writes, and says with which code the process ends. */
export type Command = (argv: string[], output: Output) => Promise<number> | number;

/**
 * Runs a command on behalf of a process; a refusal is said aside and has the code 2.
 *
 * @returns the exit code
 */
export async function exitCodeOf(command: Command, argv: string[], output: Output): Promise<number> {
  try {
    return await command(argv, output);
  } catch (fault) {
    if (!(fault instanceof Refusal || fault instanceof FormatError)) throw fault;
    output.aside(`${fault.message}\n`);
    return 2;
  }
}

/** Runs a command when the process was started with its file. */
export function runAsMain(file: string, command: Command): void {
  if (!process.argv[1] || realpathSync(process.argv[1]) !== file) return;
  const output = {
    result: (text: string) => void process.stdout.write(text),
    aside: (text: string) => void process.stderr.write(text),
  };
  void exitCodeOf(command, process.argv.slice(2), output).then((code) => (process.exitCode = code));
}
