import type { ProblemInput } from '../../src/verify';
import { readAssembly } from './assembly';
import { readDatedFamilies } from './dated-families';
import { readFjsp } from './fjsp';
import { readFjspSdst } from './fjsp-sdst';
import { readJsp } from './jsp';
import { readNaderi } from './naderi';
import { FormatError, numberLines, type Line, type Source } from './source';

/** Formats of numbers, by the name that `--format` takes. */
export const numberFormats = {
  jsp: readJsp,
  fjsp: readFjsp,
  naderi: readNaderi,
  assembly: readAssembly,
  'fjsp-sdst': readFjspSdst,
} satisfies Record<string, (source: Source) => ProblemInput>;

/** Name of a format of numbers. */
export type NumberFormat = keyof typeof numberFormats;

/**
 * Reads an instance of any public format or a problem file as a problem.
 *
 * @param format the format, when the file's looks could mislead
 * @throws {FormatError} with path, line and a hint
 */
export function readInstance(source: Source, format?: NumberFormat): ProblemInput {
  if (format) return numberFormats[format](source);
  if (/^\s*[{[]/.test(source.text)) return readJson(source);
  return numberFormats[looksLike(source)](source);
}

/** A problem file is handed on as it is: the engine itself checks it, with paths and values. */
function readJson(source: Source): ProblemInput {
  let json: unknown;
  try {
    json = JSON.parse(source.text);
  } catch (fault) {
    throw new FormatError(source.path, 0, (fault as Error).message, 'the file was cut short');
  }
  if (json !== null && typeof json === 'object' && 'stations' in json) return json as ProblemInput;
  return readDatedFamilies(source, json);
}

/** The format of numbers that a file looks like: the one whose number and length of lines fit. */
function looksLike(source: Source): NumberFormat {
  const lines = numberLines(source);
  const [first, ...rest] = lines;
  if (!first) throw new FormatError(source.path, 0, 'no numbers', 'the file is empty');
  const [count, second] = first.values;
  if (first.values.length === 1) return 'naderi';
  if (first.values.length === 3 && rest.length === count + second && rest.slice(0, second).every(isPair))
    return 'assembly';
  if (rest.length > count) return 'fjsp-sdst';
  if (rest.every((line) => visitsEachOnce(line, second))) return 'jsp';
  return rest.every(isFlexibleJob) ? 'fjsp' : 'jsp';
}

function isPair({ values }: Line): boolean {
  return values.length === 2;
}

function visitsEachOnce({ values }: Line, machines: number): boolean {
  const visited = new Set(values.filter((_, i) => i % 2 === 0));
  return values.length === 2 * machines && visited.size === machines;
}

/** Do the counts on the line lead exactly to its end? */
function isFlexibleJob({ values }: Line): boolean {
  let at = 1;
  for (let operation = 0; operation < values[0] && at < values.length; operation++) at += 1 + 2 * values[at];
  return values[0] > 0 && at === values.length;
}
