import { runCases } from '../run-cases';
import type { Row } from '../row';
import { mean } from '../statistics';
import type { Goal } from './goal';
import { shopCases } from './shop-cases';

const REFERENCE_SECONDS = 60;

/** How near a short run comes to the engine's own long run, on shops with every rule. */
export const shops: Goal = {
  title: 'shop problems, 200–2,000 operations, all rules',
  aim: 'score ≤ 1.10 × own 60 s score in 1 s, ≤ 1.03 × in 10 s',
  run: async ({ seconds, seed, clock, limit }, bench) => {
    const cases = shopCases([200, 500, 1000, 2000], seed).slice(0, limit);
    const short = await runCases(cases, { seconds, seed, clock }, bench);
    const long = await runCases(cases, { seconds: REFERENCE_SECONDS, seed, clock }, bench);
    const rows = short.map((row, i): Row => ({ ...row, best_known: long[i].result }));
    const ratios = short.map(
      ({ result }, i) => (result ?? Number.NaN) / Math.max(1, long[i].result ?? Number.NaN),
    );
    const finding = `${mean(ratios).toFixed(3)} × own ${REFERENCE_SECONDS} s score on average, at worst ${Math.max(...ratios).toFixed(3)} ×`;
    return { rows: [...rows, ...long], finding };
  },
};
