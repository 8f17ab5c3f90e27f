/** What the tabu search knows of the ways to the end, after moves of which it only follows what they change. */
import { chain, makespanProblem, tardinessProblem } from '../bench/formats/machine-shop';
import { constructed } from '../src/construct/construct';
import { seededRandom, type Random } from '../src/improve/random';
import { compile } from '../src/model/compile';
import { LongestWays } from '../src/moves/longest-ways';
import { JobTails } from '../src/moves/job-tails';
import { OneTail } from '../src/moves/one-tail';
import { clonePlan } from '../src/plan/plan';
import { GraphTiming } from '../src/timing/graph-timing';
import { problemOf } from './solved';

const MACHINES = 4;
const whole = (random: Random, below: number): number => Math.floor(random() * below);

/** Eight jobs of five operations, each on one to three of the machines; due one by one, or all together at 0. */
function searched(seed: number, due: 'together' | 'one by one') {
  const random = seededRandom(seed);
  const alternatives = (): [number, number][] => {
    const first = whole(random, MACHINES);
    return Array.from({ length: 1 + whole(random, 3) }, (_, i) => [
      (first + i) % MACHINES,
      1 + whole(random, 30),
    ]);
  };
  const jobs = Array.from({ length: 8 }, (_, j) => ({
    operations: chain(Array.from({ length: 5 }, alternatives)),
    ...(due === 'together' ? {} : { due: 20 * j, weight: 1 + (j % 3) }),
  }));
  const shop = { machines: [0, 1, 2, 3], jobs };
  const file = due === 'together' ? makespanProblem(shop) : tardinessProblem(shop);
  const model = compile(problemOf(file));
  const plan = constructed(model, model.stationTime());
  const timing = new GraphTiming(model, model.stationTime(), plan);
  const Tails = due === 'together' ? OneTail : JobTails;
  const tails = (): OneTail | JobTails => new Tails(model, plan, timing.graph, random);
  return { random, model, plan, timing, tails };
}

/** Some operation at some place of its station. */
function anotherPlace({ random, model, plan, timing }: ReturnType<typeof searched>) {
  const op = whole(random, model.size);
  const mode = plan.mode[op];
  const slot = whole(random, timing.graph.sequences.count[model.modes.station[mode]]);
  return { op, mode, slot };
}

test.each(['together', 'one by one'] as const)(
  'jobs due %s: following the changes gives the same as computing all',
  (due) => {
    for (let seed = 1; seed <= 8; seed++) {
      const { random, model, timing, tails } = searched(seed, due);
      const { sequences } = timing.graph;
      const judged = (tail: OneTail | JobTails): string =>
        Array.from({ length: model.size }, (_, o) => {
          tail.chain[0] = o;
          return tail.ofChain(1, sequences.previous[o], sequences.next[o], Infinity);
        }).join();
      const followed = tails();
      followed.refresh();
      for (let i = 0; i < 40; i++) {
        const op = whole(random, model.size);
        const [from, to] = [model.modes.from[op], model.modes.from[op + 1]];
        const mode = from + whole(random, to - from);
        const k = model.modes.station[mode];
        const places = sequences.count[k] + (sequences.station[op] === k ? 0 : 1);
        const before = sequences.previous[op];
        const move = { op, mode, slot: whole(random, places) };
        if (!(i % 2 ? timing.make(move) : timing.tryMove(move, Infinity))) continue;
        for (const touched of [op, before, sequences.previous[op]]) followed.touch(touched);
        followed.update();
        const anew = tails();
        anew.refresh();
        expect(judged(followed)).toBe(judged(anew));
      }
    }
  },
);

test.each(['together', 'one by one'] as const)(
  'jobs due %s: a move made for good has the times and the cost of the whole plan',
  (due) => {
    let made = 0;
    for (let seed = 1; seed <= 8; seed++) {
      const shop = searched(seed, due);
      const { model, plan, timing } = shop;
      expect(timing.chains).toBeDefined();
      for (let i = 0; i < 40; i++) {
        if (!timing.make(anotherPlace(shop))) continue;
        const anew = new GraphTiming(model, model.stationTime(), clonePlan(plan));
        expect(timing.graph.end.join()).toBe(anew.graph.end.join());
        expect(timing.cost).toBe(anew.cost);
        made++;
      }
    }
    expect(made).toBeGreaterThan(100);
  },
);

test.each(['together', 'one by one'] as const)(
  'jobs due %s: a move that would cost more than the limit leaves everything as it was',
  (due) => {
    let refused = 0;
    for (let seed = 1; seed <= 8; seed++) {
      const shop = searched(seed, due);
      const { random, plan, timing } = shop;
      const { graph } = timing;
      const state = (): string =>
        [plan.order, plan.position, plan.mode, graph.end, graph.runStart, graph.sequences.next].join(';');
      for (let i = 0; i < 40; i++) {
        const [before, cost] = [state(), timing.cost];
        const limit = cost - 1 - whole(random, 20);
        if (timing.make(anotherPlace(shop), limit)) {
          expect(timing.cost).toBeLessThanOrEqual(limit);
          continue;
        }
        expect(state()).toBe(before);
        expect(timing.cost).toBe(cost);
        refused++;
      }
    }
    expect(refused).toBeGreaterThan(100);
  },
);

test('no move inside a block is judged below its bound', () => {
  let judged = 0;
  for (let seed = 1; seed <= 20; seed++) {
    const { random, model, timing, tails } = searched(seed, 'together');
    const { next, previous } = timing.graph.sequences;
    const tail = tails();
    tail.refresh();
    const ways = new LongestWays({ model, random }, timing);
    ways.draw(0);
    for (let i = 1; i < ways.length; i++) {
      const [first, last] = [ways.path[i], ways.path[i - 1]];
      if (next[first] !== last) continue;
      tail.chain.set([last, first]);
      const value = tail.ofChain(2, previous[first], next[last], Infinity);
      expect(value).toBeGreaterThanOrEqual(tail.leastBehind(first, last));
      expect(value).toBeGreaterThanOrEqual(tail.leastBefore(last, first));
      judged++;
    }
  }
  expect(judged).toBeGreaterThan(20);
});
