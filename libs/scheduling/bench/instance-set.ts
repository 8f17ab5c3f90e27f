import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ProblemInput } from '../src/verify';
import { lookUp, readBestKnown, type BestKnown } from './best-known';
import type { NumberFormat } from './formats/detect';
import { FormatError } from './formats/source';
import { datedProblem, readDates } from './formats/weighted-tardiness';
import { openInstance, readSource } from './instance-file';
import { singerPinedo } from './reference/singer-pinedo';

/** One instance to be solved. */
export interface Case {
  name: string;
  /** Reads the instance. */
  open(): ProblemInput;
  bestKnown?: number;
  lowerBound?: number;
}

/** Where a set is and how to read it. */
export interface SetOptions {
  format?: NumberFormat;
  /** Folder with the base instances of weighted tardiness; default: the set `jsp-makespan` beside this one. */
  base?: string;
}

/**
 * The instances of a set, in the order of their names: `DIR/instances/*` with `DIR/best-known.csv` where it exists. A table of
 * due dates stands for the instances that it dates.
 *
 * @throws {FormatError} when there is no such folder or nothing in it
 */
export function openSet(directory: string, options: SetOptions = {}): Case[] {
  const folder = existsSync(join(directory, 'instances')) ? join(directory, 'instances') : directory;
  const table = join(directory, 'best-known.csv');
  const known = existsSync(table) ? readBestKnown(readSource(table)) : singerPinedo;
  const paths = listFiles(folder).filter((path) => path !== table);
  const cases = paths.flatMap((path) =>
    path.endsWith('.csv')
      ? datedCases(path, known, options.base ?? join(directory, '..', 'jsp-makespan'))
      : [fileCase(path, known, options)],
  );
  if (cases.length === 0) throw new FormatError(folder, 0, 'no instances', 'the set is elsewhere');
  return cases;
}

function listFiles(folder: string): string[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch (fault) {
    throw new FormatError(folder, 0, (fault as Error).message, 'the path is wrong');
  }
  return names
    .filter((name) => /\.(txt|fjs|json|zip|csv)$/.test(name))
    .sort()
    .map((name) => join(folder, name));
}

function fileCase(path: string, known: BestKnown, { format }: SetOptions): Case {
  const name = basename(path).replace(/\.[a-z]+$/, '');
  return {
    name,
    open: () => openInstance(path, format),
    ...(lookUp(known, basename(path)) ?? lookUp(known, name)),
  };
}

function datedCases(path: string, known: BestKnown, base: string): Case[] {
  const folder = existsSync(join(base, 'instances')) ? join(base, 'instances') : base;
  return readDates(readSource(path)).map((dated) => {
    const name = `${dated.base}-f${dated.factor}`;
    const open = (): ProblemInput => datedProblem(dated, readSource(baseFile(folder, dated.base)));
    return { name, open, ...lookUp(known, name) };
  });
}

function baseFile(folder: string, name: string): string {
  const found = [`${name}.txt`, `${name}js.txt`, name]
    .map((file) => join(folder, file))
    .find((path) => existsSync(path));
  if (found) return found;
  throw new FormatError(join(folder, name), 0, 'no base instance', 'name its folder with --base');
}
