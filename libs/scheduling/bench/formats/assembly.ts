import type { ProblemInput } from '../../src/verify';
import { readAlternatives } from './fjsp';
import { makespanProblem, type ShopJob } from './machine-shop';
import { NumberReader, numberLines, type Source } from './source';

/**
 * Flexible assembly job shop, makespan: `operations arcs machines`, then arcs `before after`, then per operation the number
 * of alternatives and that many `machine duration` pairs; operations and machines from 0. Operations that are linked make
 * one job.
 *
 * @throws {FormatError} with path and line
 */
export function readAssembly(source: Source): ProblemInput {
  const reader = new NumberReader(source.path, numberLines(source));
  const count = reader.whole('the number of operations', 1);
  const arcCount = reader.whole('the number of arcs');
  const machines = reader.whole('the number of machines', 1);
  reader.endLine('operations, arcs and machines');
  const arcs = Array.from({ length: arcCount }, (_, a): [number, number] => {
    const arc: [number, number] = [
      reader.whole(`arc ${a + 1}: operation before`, 0, count - 1),
      reader.whole(`arc ${a + 1}: operation after`, 0, count - 1),
    ];
    reader.endLine(`arc ${a + 1}`);
    return arc;
  });
  const alternatives = Array.from({ length: count }, (_, i) => {
    const choice = readAlternatives(reader, `operation ${i}`, [0, machines - 1]);
    reader.endLine(`operation ${i}`);
    return choice;
  });
  if (!reader.atEnd)
    reader.fail(`more lines than ${arcCount} arcs and ${count} operations`, 'the first line is wrong');
  return makespanProblem({
    machines: Array.from({ length: machines }, (_, k) => k),
    jobs: linkedJobs(alternatives, arcs),
  });
}

/** Groups linked operations into jobs, both in the order of the file. */
function linkedJobs(alternatives: [number, number][][], arcs: [number, number][]): ShopJob[] {
  const group = alternatives.map((_, i) => i);
  const root = (i: number): number => (group[i] === i ? i : (group[i] = root(group[i])));
  for (const [before, after] of arcs) {
    const [low, high] = [root(before), root(after)].sort((a, b) => a - b);
    group[high] = low;
  }
  const members = new Map<number, number[]>();
  alternatives.forEach((_, i) => members.set(root(i), [...(members.get(root(i)) ?? []), i]));
  return [...members.values()].map((list) => ({
    operations: list.map((i) => ({
      alternatives: alternatives[i],
      after: arcs.filter(([, after]) => after === i).map(([before]) => list.indexOf(before)),
    })),
  }));
}
