import { runCases } from '../run-cases';
import type { Row } from '../row';
import type { Goal } from './goal';
import { shopCases } from './shop-cases';

const SMALL = 5000;
const LARGE = 50_000;

/** How long the first valid plan of a large shop takes, and how much memory. */
export const firstPlan: Goal = {
  title: 'first valid plan at 5,000 / 50,000 operations, all rules',
  aim: '≤ 0.3 s / ≤ 3 s, growth ≤ n log n, ≤ 1 GB at 50,000',
  run: async ({ seed, clock, limit }, bench) => {
    const construction = { seconds: 0, seed, clock };
    const small = await runCases(shopCases([SMALL], seed).slice(0, limit), construction, bench);
    const large = await runCases(shopCases([LARGE], seed).slice(0, limit), construction, bench);
    const worst = (rows: readonly Row[], column: 'first_plan_ms' | 'memory_mb'): number =>
      Math.max(...rows.map((row) => row[column] ?? Infinity));
    const growth = (worst(large, 'first_plan_ms') / worst(small, 'first_plan_ms')).toFixed(1);
    const linearithmic = ((LARGE * Math.log(LARGE)) / (SMALL * Math.log(SMALL))).toFixed(1);
    const times = `${worst(small, 'first_plan_ms')} ms / ${worst(large, 'first_plan_ms')} ms`;
    const finding = `${times}, growth ${growth} × (n log n: ${linearithmic} ×), ${worst(large, 'memory_mb')} MB`;
    return { rows: [...small, ...large], finding, effort: `construction only, cold process, seed ${seed}` };
  },
};
