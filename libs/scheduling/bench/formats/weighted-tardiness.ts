import Papa from 'papaparse';
import type { ProblemInput } from '../../src/verify';
import { readJspJobs } from './jsp';
import { tardinessProblem } from './machine-shop';
import { FormatError, type Source } from './source';

/** Due date and weight of one job of one instance, by its place in the base instance, from 0. */
interface DatedJob {
  job: number;
  due: number;
  weight: number;
}

/** Dates and weights for one base instance at one tightness: jobs 0…n−1 of it, the others are left out. */
export interface DatedInstance {
  /** Base instance, a standard job shop file. */
  base: string;
  /** Factor of the due dates, as written. */
  factor: string;
  jobs: DatedJob[];
}

const columns = ['instance', 'f', 'job', 'due_date', 'weight'];

/**
 * Job shops with weighted tardiness: a table `instance,f,job,due_date,weight` over base instances of the standard format.
 *
 * @throws {FormatError} with path and line
 * @see Singer & Pinedo 1998, "A computational study of branch and bound techniques for minimizing the total weighted
 *   tardiness in job shops"
 */
export function readDates({ path, text }: Source): DatedInstance[] {
  const table = Papa.parse<Record<string, string>>(text.trim(), { header: true, skipEmptyLines: true });
  const missing = columns.filter((column) => !table.meta.fields?.includes(column));
  if (missing.length > 0)
    throw new FormatError(
      path,
      1,
      `no column ${missing.join(', ')}`,
      `the first line is not ${columns.join(',')}`,
    );
  const instances = new Map<string, DatedInstance>();
  table.data.forEach((row, index) => {
    const { instance: base, f: factor } = row;
    const key = `${base} ${factor}`;
    const known = instances.get(key) ?? { base, factor, jobs: [] };
    instances.set(key, known);
    const values = [row.job, row.due_date, row.weight];
    if (!values.every((value) => /^\d{1,15}$/.test(value ?? '')))
      throw new FormatError(
        path,
        index + 2,
        `job ${values[0]}, due ${values[1]}, weight ${values[2]}`,
        'a value is missing',
      );
    const [job, due, weight] = values.map(Number);
    if (job !== known.jobs.length)
      throw new FormatError(
        path,
        index + 2,
        `job ${job} of ${key}, expected ${known.jobs.length}`,
        'a job is missing or twice',
      );
    known.jobs.push({ job, due, weight });
  });
  return [...instances.values()];
}

/**
 * The problem of one dated instance.
 *
 * @param base the file of the base instance
 * @throws {FormatError} when the base has fewer jobs than dates
 */
export function datedProblem(dated: DatedInstance, base: Source): ProblemInput {
  const shop = readJspJobs(base);
  if (shop.jobs.length < dated.jobs.length)
    throw new FormatError(
      base.path,
      1,
      `${shop.jobs.length} jobs, but dates for ${dated.jobs.length}`,
      `the dates of ${dated.base} are for another base instance`,
    );
  const jobs = dated.jobs.map(({ job, due, weight }) => ({ ...shop.jobs[job], due, weight }));
  return tardinessProblem({ machines: shop.machines, jobs });
}
