import { z } from 'zod';
import type { ProblemInput } from '../../src/verify';
import { chain, tardinessProblem } from './machine-shop';
import { FormatError, type Source } from './source';

const whole = z.int().min(0);
const shape = z.object({
  jobs: z.array(z.array(z.array(z.tuple([whole, whole])).min(1)).min(1)).min(1),
  machines: z.int().min(1),
  release: z.array(whole),
  due: z.array(whole),
  weight: z.array(whole),
  families: z.int().min(1),
  familyOfJob: z.array(whole),
  setup: z.array(whole),
});

/**
 * Flexible job shop with families, releases, due dates and weights, weighted tardiness, as JSON: `jobs[j][op]` = list of
 * [machine, duration]; `release`, `due`, `weight`, `familyOfJob` by job; `setup[machine·F·F + from·F + to]`.
 *
 * @throws {FormatError} with the path within the JSON
 */
export function readDatedFamilies({ path }: Source, json: unknown): ProblemInput {
  const parsed = shape.safeParse(json);
  if (!parsed.success) {
    const [{ path: at, message }] = parsed.error.issues;
    throw new FormatError(path, 0, `${at.join('.')}: ${message}`, 'the file is of another format');
  }
  const { jobs, machines, release, due, weight, families: count, familyOfJob, setup } = parsed.data;
  for (const [name, list] of Object.entries({ release, due, weight, familyOfJob }))
    if (list.length !== jobs.length)
      throw new FormatError(
        path,
        0,
        `${name} has ${list.length} entries for ${jobs.length} jobs`,
        'the file was cut',
      );
  if (setup.length !== machines * count * count)
    throw new FormatError(
      path,
      0,
      `setup has ${setup.length} entries for ${machines} machines of ${count} families`,
      'the file was cut',
    );
  const families = Array.from({ length: count }, (_, f) => `F${f}`);
  const numbers = Array.from({ length: machines }, (_, k) => k);
  const changeovers = new Map(
    numbers.map((k) => [
      k,
      {
        families,
        seconds: families.map((_, from) => families.map((__, to) => setup[(k * count + from) * count + to])),
      },
    ]),
  );
  return tardinessProblem({
    machines: numbers,
    jobs: jobs.map((operations, j) => ({
      release: release[j],
      due: due[j],
      weight: weight[j],
      operations: chain(operations).map((operation) => ({ ...operation, family: families[familyOfJob[j]] })),
    })),
    changeovers,
  });
}
