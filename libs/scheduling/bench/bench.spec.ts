import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exitCodeOf } from '../cli/command';
import { benchWith } from './bench';
import type { Measure } from './measure';
import { measureHere, type Measured } from './measure-process';

let folder: string;
const put = (path: string, text: string) => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'takt-bench-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Solves here with a few moves instead of seconds. */
const quickly: Measure = (order) => Promise.resolve(measureHere({ ...order, seconds: undefined, moves: 20 }));

async function bench(measure: Measure, ...argv: string[]) {
  const said = { result: '', aside: '' };
  const output = {
    result: (text: string) => void (said.result += text),
    aside: (text: string) => void (said.aside += text),
  };
  const code = await exitCodeOf((...called) => benchWith(measure, called), argv, output);
  return { code, ...said };
}

test('a set: a line for each instance, a summary, where it was measured, a table', async () => {
  put('set/instances/two.txt', '2 2\n0 3 1 6\n1 2 0 8\n');
  put('set/instances/one.txt', '1 1\n0 3\n');
  put('set/best-known.csv', 'instance,best_known\ntwo,11\n');
  const { code, result } = await bench(
    quickly,
    '--set',
    join(folder, 'set'),
    '--moves',
    '20',
    '--out',
    join(folder, 't.csv'),
  );
  expect(code).toBe(0);
  expect(result).toMatch(
    /^instance .*\none .*\ntwo .*\n2 instances, 2 complete and verified.*\n20 moves each, one thread, seed 1; .*Node v/s,
  );
  expect(readFileSync(join(folder, 't.csv'), 'utf8').split('\n')).toHaveLength(4);
});

test('only some of a set', async () => {
  for (const name of ['a', 'b', 'c']) put(`set/instances/${name}.txt`, '1 1\n0 3\n');
  const named = await bench(quickly, '--set', join(folder, 'set'), '--only', 'a,c');
  expect(named.result).toMatch(/\na .*\nc .*\n2 instances/);
  const few = await bench(quickly, '--set', join(folder, 'set'), '--limit', '1');
  expect(few.result).toContain('\n1 instances');
});

test('an instance that is refused or breaks a rule is told and makes the command fail', async () => {
  put('set/instances/a.json', JSON.stringify({ version: 1, stations: [], jobs: [] }));
  const refused = await bench(quickly, '--set', join(folder, 'set'));
  expect([refused.code, refused.result]).toEqual([1, expect.stringContaining('horizon: ')]);
  put('set/instances/a.json', JSON.stringify({ version: 1, horizon: 9, stations: [], jobs: [] }));
  const wrong: Measure = async (order) =>
    ({ ...(await quickly(order)), violations: ['overlap: x'] }) as Measured;
  const broken = await bench(wrong, '--set', join(folder, 'set'));
  expect([broken.code, broken.result]).toEqual([1, expect.stringContaining('overlap: x')]);
});

test.each([
  [['--set', 'x', '--clock', 'sun'], '--clock sun: unknown. Maybe wall or cpu?'],
  [['--set', 'x', '--format', 'xml'], '--format xml: unknown. Maybe jsp, fjsp'],
  [['--goal', 'brandimarte'], '--data is missing'],
  [['--goal', 'synthetic'], '--data is missing'],
])('%j is refused', async (argv, message) => {
  const refused = await bench(quickly, ...argv);
  expect([refused.code, refused.result]).toEqual([2, '']);
  expect(refused.aside).toContain(message);
});
