import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Schedule } from '../src';
import { exitCodeOf, type Command } from './command';
import { shopCommand } from './shop';
import { showCommand } from './show';
import { searchHere } from './solve-worker';
import { solveWith, type Search } from './solve';
import { verifyCommand } from './verify';

let folder: string;
const at = (name: string) => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'takt-commands-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function run(command: Command, ...argv: string[]) {
  const said = { result: '', aside: '' };
  const output = {
    result: (text: string) => void (said.result += text),
    aside: (text: string) => void (said.aside += text),
  };
  return { code: await exitCodeOf(command, argv, output), ...said };
}

const stop = new Int32Array(1);
const search: Search = (order, onImprovement) =>
  new Promise((resolve) => {
    searchHere(order, (news) =>
      'schedule' in news ? resolve(news.schedule) : onImprovement?.(news.improvement),
    );
  });
const solve: Command = (...called) => solveWith(search, stop, called);

test('shop, solve, verify, show', async () => {
  writeFileSync(at('p.json'), (await run(shopCommand, '--kind', 'gifts', '--operations', '30')).result);
  const solved = await run(solve, at('p.json'), '--moves', '50');
  expect([solved.code, solved.aside]).toEqual([0, '']);
  writeFileSync(at('s.json'), solved.result);
  expect(await run(verifyCommand, at('p.json'), at('s.json'))).toMatchObject({
    code: 0,
    result: expect.stringMatching(/^score \d+ = .*\nvalid: /),
  });
  const shown = await run(showCommand, at('s.json'), '--problem', at('p.json'));
  expect([shown.code, shown.result.slice(0, 4)]).toEqual([0, '<svg']);
});

test('a search that is stopped gives the plan so far; a start plan is handed on', async () => {
  writeFileSync(at('p.json'), (await run(shopCommand, '--operations', '30', '--around-the-clock')).result);
  stop[0] = 1;
  const stopped = await run(solve, at('p.json'), '--seconds', '600');
  stop[0] = 0;
  const schedule = JSON.parse(stopped.result) as Schedule;
  expect(schedule.operations.length).toBeGreaterThan(29);
  writeFileSync(at('s.json'), stopped.result);
  let start: unknown;
  const spy: Search = (order, hear) => {
    start = order.start?.operations.length;
    return search(order, hear);
  };
  await run(
    (...called) => solveWith(spy, stop, called),
    at('p.json'),
    '--moves',
    '0',
    '--start',
    at('s.json'),
  );
  expect(start).toBe(schedule.operations.length);
});

test('progress is told beside the result', async () => {
  writeFileSync(at('p.json'), (await run(shopCommand, '--operations', '20')).result);
  const { terms } = JSON.parse((await run(solve, at('p.json'), '--moves', '0')).result) as Schedule;
  const telling: Search = (order, hear) => {
    hear?.({ ms: 1234, moves: 56, score: 789, terms, unplaced: 0 });
    return search(order);
  };
  const command: Command = (...called) => solveWith(telling, stop, called);
  expect((await run(command, at('p.json'), '--moves', '0', '--progress')).aside).toBe(
    '1.23 s, 56 moves: score 789, 0 unplaced\n',
  );
  expect((await run(command, at('p.json'), '--moves', '0')).aside).toBe('');
});

test('many violations are counted, the first hundred listed', async () => {
  writeFileSync(at('p.json'), (await run(shopCommand, '--operations', '150')).result);
  const solved = JSON.parse((await run(solve, at('p.json'), '--moves', '0')).result) as Schedule;
  writeFileSync(at('s.json'), JSON.stringify({ ...solved, operations: [] }));
  const { code, result } = await run(verifyCommand, at('p.json'), at('s.json'));
  expect(code).toBe(1);
  expect(result).toMatch(/… and \d+ more\n/);
  expect(result).toMatch(/not valid: \d+ violations, 0 operations placed/);
});

test('a fault that is no refusal is not swallowed', async () => {
  const broken: Command = () => {
    throw new TypeError('x is not a function');
  };
  await expect(run(broken)).rejects.toThrow(TypeError);
});

test.each([
  [verifyCommand, ['a.json', 'b.json'], 'a.json: ENOENT'],
  [showCommand, ['a.json'], 'a.json: ENOENT'],
  [shopCommand, ['--kind', 'bank'], '--kind bank: unknown'],
  [shopCommand, ['--operations', ''], '--operations : expected a whole number from 1 to 200000'],
  [solve, ['a.json', '--moves', '-1'], "'--moves' argument is ambiguous"],
])('refusals end with code 2', async (command, argv, message) => {
  const refused = await run(command, ...argv);
  expect([refused.code, refused.result]).toEqual([2, '']);
  expect(refused.aside).toContain(message);
});
