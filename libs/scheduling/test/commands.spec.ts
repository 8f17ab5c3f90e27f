/** The commands as a planner runs them: processes, exit codes, what is on stdout, signals. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../../..');
let folder: string;
let built: string;
const at = (name: string) => join(folder, name);
const entry = (name: string) => join(built, `libs/scheduling/${name}.js`);

beforeAll(() => {
  mkdirSync(join(root, '.takt'), { recursive: true });
  folder = mkdtempSync(join(root, '.takt/commands-'));
  built = at('dist');
  const swc = [
    join(root, 'node_modules/@swc/cli/bin/swc.js'),
    'libs',
    '-d',
    built,
    '--ignore',
    '**/*.spec.ts',
  ];
  execFileSync(process.execPath, swc, { cwd: root, stdio: 'pipe' });
  writeFileSync(at('shop.json'), run('cli/shop', '--operations', '40').stdout);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(command: string, ...args: string[]) {
  return spawnSync(process.execPath, [entry(command), ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
}

test('from a shop to a verified schedule and a picture', () => {
  const solved = run('cli/solve', 'shop.json', '--moves', '200', '--seed', '3');
  expect([solved.status, solved.stderr]).toEqual([0, '']);
  writeFileSync(at('schedule.json'), solved.stdout);
  expect(JSON.parse(solved.stdout)).toMatchObject({ seed: 3, unplaced: [] });

  const verified = run('cli/verify', 'shop.json', 'schedule.json');
  expect([verified.status, verified.stderr]).toEqual([0, '']);
  expect(verified.stdout).toMatch(/^score \d+ = tardiness .*\nvalid: \d+ operations placed, 0 unplaced\n$/);

  const picture = run('cli/show', 'schedule.json', '--problem', 'shop.json');
  expect(picture.status).toBe(0);
  expect(picture.stdout).toMatch(/^<svg .*<\/svg>\n$/s);
});

test('a limit of moves gives the same bytes; going on from a plan does not make it worse', () => {
  const once = run('cli/solve', 'shop.json', '--moves', '150').stdout;
  expect(run('cli/solve', 'shop.json', '--moves', '150').stdout).toBe(once);
  writeFileSync(at('start.json'), once);
  const further = run('cli/solve', 'shop.json', '--moves', '50', '--start', 'start.json');
  expect(JSON.parse(further.stdout).score).toBeLessThanOrEqual(JSON.parse(once).score);
});

test('a schedule that breaks a rule is refused with what it breaks', () => {
  const schedule = JSON.parse(run('cli/solve', 'shop.json', '--moves', '0').stdout);
  schedule.operations[0].end += 7;
  writeFileSync(at('broken.json'), JSON.stringify(schedule));
  const verified = run('cli/verify', 'shop.json', 'broken.json');
  expect(verified.status).toBe(1);
  expect(verified.stdout).toMatch(/^(run|fixed): .*not valid: \d+ violations/s);
});

test('an interrupted search gives its best plan', async () => {
  const child = spawn(process.execPath, [entry('cli/solve'), 'shop.json', '--seconds', '600', '--progress'], {
    cwd: folder,
  });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr.once('data', () => child.kill('SIGINT'));
  const code = await new Promise((done) => child.on('close', done));
  expect(code).toBe(0);
  writeFileSync(at('interrupted.json'), printed);
  expect(run('cli/verify', 'shop.json', 'interrupted.json').status).toBe(0);
}, 60_000);

test.each([
  [['cli/solve'], 'expected 1 files (problem), got 0'],
  [['cli/solve', 'none.json'], 'none.json: ENOENT'],
  [
    ['cli/solve', 'shop.json', '--seconds', 'soon'],
    '--seconds soon: expected a number from 0 to 604800. Maybe',
  ],
  [['cli/solve', 'shop.json', '--moves', '1.5'], '--moves 1.5: expected a whole number'],
  [['cli/solve', 'shop.json', '--speed', '9'], "Unknown option '--speed'"],
  [['cli/solve', 'bad.json'], 'jobs[0].operations[0].modes[0].station'],
  [['cli/solve', 'shop.json', '--start', 'bad.json'], 'bad.json: operations'],
  [['cli/verify', 'shop.json'], 'expected 2 files (problem, schedule), got 1'],
  [['cli/show', 'shop.json'], 'shop.json: score: '],
  [['cli/shop', '--kind', 'bank'], '--kind bank: unknown. Maybe bakery, gifts, jobshop?'],
  [['bench/bench'], '--set or --goal is missing'],
  [['bench/bench', '--goal', 'all'], '--goal all: unknown. Maybe mixed'],
  [['bench/bench', '--set', 'none'], 'ENOENT'],
])('%j is refused', ([command, ...args], message) => {
  const bad = {
    version: 1,
    horizon: 9,
    stations: [],
    jobs: [{ id: 'A', operations: [{ id: 'x', modes: [{ station: 'oven', run: 1 }] }] }],
  };
  writeFileSync(at('bad.json'), JSON.stringify(bad));
  const refused = run(command, ...args);
  expect([refused.status, refused.stdout]).toEqual([2, '']);
  expect(refused.stderr).toContain(message);
});

test('a benchmark solves, verifies, compares and writes the table', () => {
  mkdirSync(at('set/instances'), { recursive: true });
  writeFileSync(at('set/instances/two.txt'), '2 2\n0 3 1 6\n1 2 0 8\n');
  writeFileSync(at('set/best-known.csv'), 'instance,lower_bound,best_known\ntwo,11,11\n');
  const bench = run('bench/bench', '--set', 'set', '--moves', '100', '--out', 'table.csv');
  expect([bench.status, bench.stderr]).toEqual([0, '']);
  expect(bench.stdout).toContain('best known reached on 1 of 1');
  const [head, line] = readFileSync(at('table.csv'), 'utf8').split('\n');
  expect(head).toMatch(/^instance,best_known,result,gap_percent,first_plan_ms,moves_per_s,memory_mb,/);
  expect(line).toMatch(/^two,11,11,0,/);
});
