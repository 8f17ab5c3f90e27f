import { join } from 'node:path';
import { Refusal } from '../../cli/command';
import { openSet } from '../instance-set';
import { effortLine, runCases } from '../run-cases';
import type { Row } from '../row';
import { mean } from '../statistics';
import type { Goal } from './goal';

const SEEDS = 5;

/** Means over five seeds of an earlier annealing prototype in JavaScript, in 1 s and in 10 s of CPU time of one core. */
const prototype: Record<string, [number, number]> = {
  syn_500_s1: [1948, 720],
  syn_1000_s1: [25621, 18681],
  syn_2000_s1: [94071, 72284],
  syn_5000_s1: [307486, 251375],
};

/** Flexible job shop with families, releases and weighted tardiness: single runs vary by half, so the means of five seeds count. */
export const synthetic: Goal = {
  title: 'synthetic flexible job shop, changeovers, weighted tardiness, 500–5,000 operations',
  aim: 'below the earlier prototype in 1 s and in 10 s',
  run: async ({ data, seconds, seed, clock, limit }, bench) => {
    if (data === undefined)
      throw new Refusal('--data is missing. Maybe --data DIR, the folder with the sets of instances?');
    const cases = openSet(join(data, 'fjsp-sdst-twt-synthetic')).slice(0, limit);
    const rows: Row[] = [];
    const findings: string[] = [];
    for (const each of cases) {
      const runs: Row[] = [];
      for (let s = 0; s < SEEDS; s++)
        runs.push(...(await runCases([each], { seconds, clock, seed: seed + s }, bench)));
      const reached = Math.round(mean(runs.map(({ result }) => result ?? Number.NaN)));
      const [in1s, in10s] = prototype[each.name] ?? [];
      const before = seconds >= 10 ? in10s : in1s;
      findings.push(`${each.name} ${reached}${before === undefined ? '' : ` (prototype ${before})`}`);
      rows.push(...runs);
    }
    const effort = `${effortLine({ seconds, clock, seed })} to ${seed + SEEDS - 1}`;
    return { rows, effort, finding: `means of ${SEEDS} seeds: ${findings.join(', ')}` };
  },
};
