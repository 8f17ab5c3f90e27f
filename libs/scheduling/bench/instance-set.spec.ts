import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSet } from './instance-set';

let folder: string;
const put = (path: string, text: string) => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'takt-set-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('instances by name, with what is known of them', () => {
  put('a/instances/y.txt', '1 1\n0 5\n');
  put('a/instances/x.txt', '1 1\n0 4\n');
  put('a/best-known.csv', 'instance,lower_bound,best_known\nx,3,4\n');
  const cases = openSet(join(folder, 'a'));
  expect(cases.map(({ name, bestKnown, lowerBound }) => [name, bestKnown, lowerBound])).toEqual([
    ['x', 4, 3],
    ['y', undefined, undefined],
  ]);
  expect(cases[1].open().jobs[0].operations[0].modes[0].run).toBe(5);
});

test('due dates stand for the instances they date; published values where there is no table', () => {
  put('jsp-makespan/instances/la17.txt', '2 1\n0 5\n0 6\n');
  put(
    'twt/instances/dates.csv',
    'instance,f,job,due_date,weight\nla17,1.3,0,5,4\nla17,1.5,0,6,4\nla17,1.5,1,7,4\n',
  );
  const cases = openSet(join(folder, 'twt'));
  expect(cases.map(({ name, bestKnown }) => [name, bestKnown])).toEqual([
    ['la17-f1.3', 899],
    ['la17-f1.5', 260],
  ]);
  expect(cases.map((each) => each.open().jobs.length)).toEqual([1, 2]);
});

test('refuses a folder without instances and dates without base', () => {
  expect(() => openSet(join(folder, 'none'))).toThrow(/none: ENOENT.*Maybe the path is wrong/);
  expect(() => openSet(folder)).toThrow(/no instances/);
  put('twt/instances/dates.csv', 'instance,f,job,due_date,weight\nla17,1.3,0,5,4\n');
  expect(() => openSet(join(folder, 'twt'))[0].open()).toThrow(
    /la17: no base instance. Maybe name its folder with --base/,
  );
});
