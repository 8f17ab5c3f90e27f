import type { Schedule } from '../../src';
import type { ProblemInput } from '../../src/verify';
import { printedLine, rowOf, headLine, type Row } from '../row';
import { kinds } from '../shop/shop-problem';
import { mean } from '../statistics';
import type { Bench } from '../run-cases';
import type { Goal, GoalSettings } from './goal';
import { shopCase } from './shop-cases';
import { afterEvent, events, type ShopEvent } from './shop-event';

const PLAN_SECONDS = 10;
const FULL_SECONDS = 10;
const AT = 86400;

interface Outcome {
  rows: Row[];
  /** Score without moves, to that of a full re-solve. */
  ratio: number;
  movedPercent: number;
}

/**
 * Repairs a running plan after each kind of event, beside a full re-solve that is free to move everything.
 *
 * @param operations size of the shops
 */
export const repair = (operations: number): Goal => ({
  title: `repair after one event at ${operations} operations`,
  aim: 'in 0.5 s within 2 % of a full re-solve, moving ≤ 5 % of the operations',
  run: async (settings, bench) => {
    const { seed, clock, limit } = settings;
    const outcomes: Outcome[] = [];
    bench.print(headLine());
    for (const kind of kinds.slice(0, limit)) {
      const each = shopCase(kind, operations, seed);
      const problem = { ...each.open(), fixed: [], baseline: [] };
      const plan = await bench.measure({ problem, seconds: PLAN_SECONDS, seed, clock });
      if ('refused' in plan) throw new Error(`${each.name}: ${plan.refused}`);
      for (const event of events)
        outcomes.push(
          await repairOnce(`${kind} ${event}`, event, { problem, plan: plan.schedule, settings, bench }),
        );
    }
    const ratios = outcomes.map(({ ratio }) => ratio);
    const moved = outcomes.map(({ movedPercent }) => movedPercent);
    const finding =
      `${mean(ratios).toFixed(3)} × a ${FULL_SECONDS} s re-solve on average, at worst ${Math.max(...ratios).toFixed(3)} ×; ` +
      `moved ${mean(moved).toFixed(1)} % on average, at most ${Math.max(...moved).toFixed(1)} %`;
    return { rows: outcomes.flatMap(({ rows }) => rows), finding };
  },
});

async function repairOnce(
  name: string,
  event: ShopEvent,
  {
    problem,
    plan,
    settings,
    bench,
  }: { problem: ProblemInput; plan: Schedule; settings: GoalSettings; bench: Bench },
): Promise<Outcome> {
  const { seconds, seed, clock } = settings;
  const changed = afterEvent(event, { problem, schedule: plan, at: AT, seed });
  const free = { ...changed, price: { ...changed.price, moveSecond: 0, moveStation: 0 } };
  const repaired = await bench.measure({ problem: changed, seconds, seed, clock, start: plan });
  const full = await bench.measure({ problem: free, seconds: FULL_SECONDS, seed, clock });
  if ('refused' in repaired || 'refused' in full) {
    const row = rowOf({ name, open: () => changed }, repaired, seed);
    return { rows: [row], ratio: Number.NaN, movedPercent: Number.NaN };
  }
  const apart = ({ score, terms }: Schedule): number => score - terms.moves;
  const best = apart(full.schedule);
  const row = rowOf({ name, open: () => changed, bestKnown: best }, repaired, seed);
  const movedPercent = (100 * movedOperations(changed, repaired.schedule)) / plan.operations.length;
  const reached = apart(repaired.schedule);
  const note = `${movedPercent.toFixed(1)} % moved, ${row.note}`;
  const told: Row = {
    ...row,
    result: reached,
    gap_percent: best > 0 ? Number(((100 * (reached - best)) / best).toFixed(3)) : undefined,
    note,
  };
  bench.print(printedLine(told));
  return { rows: [told], ratio: reached / Math.max(1, best), movedPercent };
}

/** Operations of the running plan that are on another station, or run at another time. */
function movedOperations({ baseline }: ProblemInput, { operations }: Schedule): number {
  const placed = new Map(operations.map((operation) => [operation.op, operation]));
  return (baseline ?? []).filter(({ op, station, start }) => {
    const now = placed.get(op);
    return now?.station !== station || now.runStart !== start;
  }).length;
}
