import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Measure } from '../measure';
import { measureHere, type Measured } from '../measure-process';
import { goals } from './goals';
import { repair } from './repair';

let data: string;
const put = (path: string, text: string) => {
  mkdirSync(join(data, path, '..'), { recursive: true });
  writeFileSync(join(data, path), text);
};
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'takt-goals-'));
});
afterEach(() => rmSync(data, { recursive: true }));

const quickly: Measure = (order) => Promise.resolve(measureHere({ ...order, seconds: undefined, moves: 20 }));
const silent = { measure: quickly, print: () => undefined };

test('Singer–Pinedo: how many reach the best known value', async () => {
  put('jsp-makespan/instances/abz5.txt', '1 1\n0 9\n');
  put(
    'jsp-weighted-tardiness/instances/d.csv',
    'instance,f,job,due_date,weight\nabz5,1.3,0,5,1\nabz5,1.6,0,5,1\n',
  );
  const { finding } = await goals['singer-pinedo'].run({ data, seconds: 1, seed: 1 }, silent);
  expect(finding).toBe('best known on 1 of 2; sum 8 to 1403'); // 4 ≤ 1403, 4 > 0
});

test('Brandimarte: mean and median gap; an instance that lacks is a refusal', async () => {
  put('fjsp-makespan/instances/brandimarte_mk01.txt', '1 1\n1 1 0 50\n');
  await expect(goals.brandimarte.run({ data, seconds: 1, seed: 1 }, silent)).rejects.toThrow(
    /lacks 7 of 8 instances. Maybe/,
  );
  for (const k of ['03', '05', '07', '09', '11', '13', '15'])
    put(`fjsp-makespan/instances/brandimarte_mk${k}.txt`, '1 1\n1 1 0 50\n');
  put(
    'fjsp-makespan/best-known.csv',
    'instance,file,best_known\nmk01,brandimarte_mk01.txt,40\nmk03,brandimarte_mk03.txt,50\n',
  );
  const { finding, rows } = await goals.brandimarte.run({ data, seconds: 1, seed: 1 }, silent);
  expect(finding).toBe('mean gap 12.50 %, median 12.50 % (2 instances)');
  expect(rows).toHaveLength(8);
});

test('synthetic: means over seeds beside the earlier value', async () => {
  const shop = {
    jobs: [[[[0, 9]]]],
    machines: 1,
    release: [0],
    due: [5],
    weight: [2],
    families: 1,
    familyOfJob: [0],
    setup: [0],
  };
  put('fjsp-sdst-twt-synthetic/instances/syn_500_s1.json', JSON.stringify(shop));
  const { finding, rows } = await goals.synthetic.run({ data, seconds: 1, seed: 1 }, silent);
  expect(finding).toMatch(/^means of 5 seeds: syn_500_s1 8 \(prototype \d+\)$/);
  expect(rows.map(({ seed }) => seed)).toEqual([1, 2, 3, 4, 5]);
});

test('shops: a short run beside a long one', async () => {
  const scores = [330, 300];
  const measure: Measure = async (order) => {
    const measured = (await quickly(order)) as Measured;
    return {
      ...measured,
      schedule: { ...measured.schedule, score: order.seconds === 60 ? scores[1] : scores[0] },
    };
  };
  const { finding } = await goals.shops.run(
    { seconds: 1, seed: 1, limit: 1 },
    { measure, print: () => undefined },
  );
  expect(finding).toBe('1.100 × own 60 s score on average, at worst 1.100 ×');
});

test('first plan: the slowest of each size, growth, memory', async () => {
  const small = (await quickly({ problem: { version: 1, horizon: 9, stations: [], jobs: [] } })) as Measured;
  const measure: Measure = ({ problem }) => {
    const large = problem.jobs.length > 3000;
    return Promise.resolve({ ...small, firstPlanMs: large ? 2000 : 200, memoryMb: large ? 500 : 90 });
  };
  const { finding } = await goals['first-plan'].run(
    { seconds: 1, seed: 1, limit: 1 },
    { measure, print: () => undefined },
  );
  expect(finding).toBe('200 ms / 2000 ms, growth 10.0 × (n log n: 12.7 ×), 500 MB');
});

test('repair: every event on a running plan, beside a full re-solve', async () => {
  const { finding, rows } = await repair(60).run({ seconds: 1, seed: 1, limit: 1 }, silent);
  expect(rows.map(({ instance }) => instance)).toContain('bakery breakdown');
  expect(rows).toHaveLength(8);
  expect(rows.map(({ violations }) => violations)).toEqual(rows.map(() => 0));
  expect(finding).toMatch(/^\d\.\d+ × a 10 s re-solve on average, at worst .* moved .* %/);
});
