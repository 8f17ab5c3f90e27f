import fc from 'fast-check';
import { kinds, shopProblem } from '../bench/shop/shop-problem';
import { constructed } from '../src/construct/construct';
import { seededRandom } from '../src/improve/random';
import { compile } from '../src/model/compile';
import { Change } from '../src/moves/change';
import { OrderMoves } from '../src/moves/order-moves';
import { Cost } from '../src/timing/cost';
import { SerialTiming } from '../src/timing/serial-timing';
import { SuffixTiming } from '../src/timing/suffix-timing';
import type { ProblemInput } from '../src/verify';
import { tinyProblem } from './tiny-problem';
import { problemOf } from './solved';

/** Makes random changes, some of which are kept, and compares times and cost with those of placing everything anew. */
function expectSameTimes(file: ProblemInput, { changes, seed }: { changes: number; seed: number }): void {
  const model = compile(problemOf(file));
  if (model.size === 0) return;
  const plan = constructed(model, model.stationTime());
  const timing = new SuffixTiming(model, { time: model.stationTime(), plan, stay: 0 });
  const whole = new SerialTiming(model, model.stationTime());
  const random = seededRandom(seed);
  const change = new Change(model, plan);
  const moves = new OrderMoves(model, plan, { times: timing.times, change, random, repair: false });
  for (let i = 0; i < changes; i++) {
    if (!moves.next()) continue;
    const first = change.firstPosition(timing.times.end);
    change.swap();
    const limit = timing.cost * (1 + 0.2 * random()) + 100;
    if (timing.retime(first, limit, change.movedUnit)) moves.renew();
    else change.swap();
    whole.placeAll(plan);
    for (const row of ['runStart', 'end', 'changeover'] as const)
      expect(timing.times[row].join()).toBe(whole.times[row].join());
    const cost = new Cost(model).total(plan, whole.times);
    if (Number.isSafeInteger(cost)) expect(timing.cost).toBe(cost);
  }
}

test('small problems with every rule: only what a change reaches is placed anew, with the times of placing all', () => {
  fc.assert(
    fc.property(
      tinyProblem({ operations: 12, horizon: 60, waiting: true }),
      fc.integer({ min: 1, max: 1e6 }),
      (file, seed) => expectSameTimes(file, { changes: 10, seed }),
    ),
    { seed: 5, numRuns: 150 },
  );
}, 60_000);

test.each(kinds)(
  'a shop of kind %s',
  (kind) => {
    expectSameTimes(shopProblem({ kind, operations: 80, seed: 3 }), { changes: 120, seed: 9 });
  },
  60_000,
);
