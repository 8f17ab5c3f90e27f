import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const lib = 'libs/calendar/src/planted.ts';
const core = 'apps/core/src/modules/order/order.service.ts';
const terminal = 'apps/terminal/src/features/stop/stops.tsx';
const lines = (count: number) =>
  Array.from({ length: count }, (_, line) => `export const line${line} = ${line};\n`).join('');
const parameters = (count: number) =>
  Array.from({ length: count }, (_, place) => `private readonly p${place}: number`).join(', ');
const statements = (count: number) => Array.from({ length: count }, () => '  f();\n').join('');

/** One planted fault per line: the rule that must see it, where, the fault, and what is right in its place. */
const faults: [rule: string, path: string, bad: string, good: string][] = [
  ['takt/no-clock', lib, 'export const at = Date.now();', 'export const at = (now: number) => now;'],
  ['takt/no-clock', lib, 'export const clock = Date.now;', 'export const parse = Date.parse;'],
  ['takt/no-clock', lib, 'export const at = new Date();', 'export const at = new Date(0);'],
  ['takt/no-clock', lib, 'export const at = Date();', 'export const at = Date.UTC(2026, 0, 1);'],
  [
    'takt/no-clock',
    lib,
    'const { now } = Date;\nexport const at = now();',
    'export const at = new Date("2026-01-01Z");',
  ],
  [
    'takt/no-clock',
    lib,
    "import { DateTime } from 'luxon';\nexport const at = DateTime.now();",
    "import { DateTime } from 'luxon';\nexport const at = DateTime.utc(2026, 1, 1);",
  ],
  [
    'takt/no-clock',
    lib,
    "import { DateTime } from 'luxon';\nexport const at = DateTime.utc();",
    "import { DateTime } from 'luxon';\nexport const at = DateTime.fromMillis(0);",
  ],
  [
    'takt/no-clock',
    core,
    'export const at = Date.now();',
    'export const at = (clock: { now(): number }) => clock.now();',
  ],
  ['takt/no-clock', core, 'export const at = new Date();', 'export const at = new Date(0);'],
  [
    'takt/no-random',
    lib,
    'export const dice = Math.random();',
    'export const dice = (random: () => number) => random();',
  ],
  [
    'takt/no-random',
    lib,
    'const { random } = Math;\nexport const dice = random();',
    'export const floor = Math.floor(1);',
  ],
  [
    'no-restricted-globals',
    lib,
    'export const tick = setTimeout(() => {}, 1);',
    'export const tick = (wait: () => void) => wait();',
  ],
  [
    'no-restricted-globals',
    lib,
    'console.log(1);',
    'export const log = (write: (line: string) => void) => write("1");',
  ],
  ['no-restricted-globals', lib, 'process.exit(1);', 'export const process = 1;'],
  [
    'no-restricted-globals',
    lib,
    "void fetch('https://example.org');",
    'export const read = (fetch: () => string) => fetch();',
  ],
  [
    'no-restricted-globals',
    lib,
    'export const now = performance.now();',
    'export const performance = { quality: 1 };',
  ],
  [
    'no-restricted-globals',
    lib,
    'export const id = crypto.randomUUID();',
    'export const id = (next: () => string) => next();',
  ],
  ['no-restricted-globals', lib, 'export const all = globalThis;', 'export const all = {};'],
  [
    'no-restricted-imports',
    lib,
    "import { readFileSync } from 'node:fs';\nexport const x = readFileSync;",
    "export { x } from './x';",
  ],
  [
    'no-restricted-imports',
    lib,
    "import type { Stats } from 'fs';\nexport type X = Stats;",
    "export type { X } from './x';",
  ],
  [
    'no-restricted-imports',
    core,
    "import { env } from 'node:process';\nexport const x = env;",
    "export { x } from 'node:path';",
  ],
  [
    'no-restricted-imports',
    core,
    "import { In } from 'typeorm';\nexport const x = In;",
    "export { x } from './order.repository';",
  ],
  [
    'no-restricted-imports',
    core,
    "import type { In } from 'typeorm';\nexport type X = In;",
    "export type { X } from './order.repository';",
  ],
  [
    'no-restricted-imports',
    core,
    "import { InjectRepository } from '@nestjs/typeorm';\nexport const x = InjectRepository;",
    '',
  ],
  [
    'no-restricted-imports',
    'apps/core/src/modules/order/order.module.ts',
    "import { In } from 'typeorm';\nexport const x = In;",
    "import { TypeOrmModule } from '@nestjs/typeorm';\nexport const x = TypeOrmModule;",
  ],
  ['takt/no-env', core, 'export const home = process.env.HOME;', 'export const id = process.pid;'],
  ['takt/no-env', core, 'export const { env } = process;', 'export const { pid } = process;'],
  [
    'takt/no-env',
    'devices/twin/shop.ts',
    "export const home = process.env['HOME'];",
    'export const home = process.cwd();',
  ],
  [
    'no-console',
    core,
    'console.log(1);',
    'export const log = (logger: { info(line: string): void }) => logger.info("1");',
  ],
  ['takt/no-default-export', lib, 'export default 1;', 'export const one = 1;'],
  [
    'takt/no-default-export',
    terminal,
    'const x = 1;\nexport { x as default };',
    'const x = 1;\nexport { x };',
  ],
  ['takt/class-name', core, 'export class ScheduleManager {}', 'export class ScheduleService {}'],
  [
    'takt/class-name',
    lib,
    'export interface BaseOrder { id: string }',
    'export interface Order { id: string }',
  ],
  [
    'takt/few-parameters',
    lib,
    'export const f = (a = 1, b = 1, c = 1, d = 1, e = 1) => a + b + c + d + e;',
    'export const f = (a = 1, b = 1, c = 1, d = 1) => a + b + c + d;',
  ],
  [
    'takt/few-parameters',
    core,
    `export class A { constructor(${parameters(7)}) {} }`,
    `export class A { constructor(${parameters(6)}) {} }`,
  ],
  [
    'takt/reasoned-disable',
    lib,
    '// eslint-disable-next-line @typescript-eslint/no-explicit-any\nexport type X = any;',
    '// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the broker gives no type\nexport type X = any;',
  ],
  ['takt/reasoned-disable', lib, '/* eslint-disable */\nexport type X = any;', 'export type X = unknown;'],
  ['@typescript-eslint/no-explicit-any', core, 'export type X = any;', 'export type X = unknown;'],
  [
    '@typescript-eslint/ban-ts-comment',
    lib,
    '// @ts-expect-error\nexport const x: number = "1";',
    'export const x = 1;',
  ],
  ['@typescript-eslint/no-unused-vars', lib, 'const x = 1;', 'const _x = 1;'],
  [
    '@typescript-eslint/no-require-imports',
    core,
    "export const x = require('./x');",
    "export { x } from './x';",
  ],
  [
    '@typescript-eslint/no-floating-promises',
    core,
    'async function f() {}\nf();',
    'async function f() {}\nvoid f();',
  ],
  [
    '@typescript-eslint/no-misused-promises',
    core,
    'async function f() { return true; }\nexport const x = f() ? 1 : 2;',
    '',
  ],
  [
    'eqeqeq',
    lib,
    'export const same = (a: number, b: number) => a == b;',
    'export const none = (a?: number) => a == null;',
  ],
  [
    'max-depth',
    lib,
    'export function f(a: boolean) { if (a) { if (a) { if (a) { if (a) { if (a) { f(a); } } } } } }',
    '',
  ],
  ['takt/look-hard-at-length', lib, lines(251), lines(250)],
  [
    'max-lines-per-function',
    lib,
    `export function f() {\n${statements(60)}}\n`,
    `export function f() {\n${statements(58)}}\n`,
  ],
  ['takt/file-name', 'libs/calendar/src/workingTime.ts', 'export const x = 1;', ''],
  ['takt/file-name', 'libs/calendar/src/date-utils.ts', 'export const x = 1;', ''],
  ['takt/file-name', 'apps/core/src/modules/order/order-helper.ts', 'export const x = 1;', ''],
  ['takt/file-name', 'apps/core/src/common/clock.ts', 'export const x = 1;', ''],
  ['takt/file-name', 'libs/calendar/src/base-interval.ts', 'export const x = 1;', ''],
  ['takt/file-name', 'libs/production/src/operation.service.ts', 'export const x = 1;', ''],
];

/** What is right where it stands, and would be wrong elsewhere. */
const allowed: [path: string, text: string][] = [
  ['apps/core/src/platform/clock/clock.ts', 'export const at = () => Date.now();'],
  ['apps/core/src/env.ts', 'export const home = process.env.HOME;'],
  ['apps/core/bin/planted.mjs', 'console.log(process.env.HOME, new Date());'],
  [
    'libs/scheduling/cli/solve.ts',
    "import { readFileSync } from 'node:fs';\nconsole.log(readFileSync, process.env.HOME, Date.now());",
  ],
  ['libs/scheduling/bench/solve.ts', 'console.log(performance.now(), Math.random());'],
  [
    'libs/scheduling/src/solve.spec.ts',
    `import { readFileSync } from 'node:fs';\nconsole.log(readFileSync);\n${lines(500)}`,
  ],
  ['apps/core/src/modules/order/order.repository.ts', "export { In } from 'typeorm';"],
  ['apps/core/src/modules/order/order.entity.ts', "export { Column } from 'typeorm';"],
  ['apps/core/src/platform/database/database.module.ts', "export { DataSource } from 'typeorm';"],
  [
    'apps/core/migrations/1700000000000-create-order.ts',
    "export type { MigrationInterface } from 'typeorm';",
  ],
  [
    'apps/core/src/modules/order/order.medium.spec.ts',
    "import { In } from 'typeorm';\nexport const x = [In, new Date(), process.env.HOME];",
  ],
  ['apps/terminal/vite.config.ts', 'export default {};'],
  ['apps/office/src/features/order/order-page.tsx', 'export default function OrderPage() { return null; }'],
  ['apps/office/src/features/performance/manager-page.tsx', 'export class ManagerPage {}'],
];

/** The rules that each of the planted files breaks. */
function lint(files: { path: string; text: string }[]): string[][] {
  const script = join(__dirname, 'planted/lint.mjs');
  const done = spawnSync(process.execPath, [script], { input: JSON.stringify(files), encoding: 'utf8' });
  if (done.status !== 0) throw new Error(done.stderr);
  return JSON.parse(done.stdout);
}

describe('lint', () => {
  let found: string[][];
  beforeAll(() => {
    found = lint([
      ...faults.map(([, path, text]) => ({ path, text })),
      ...faults.map(([, path, , text]) => ({ path, text })),
      ...allowed.map(([path, text]) => ({ path, text })),
      { path: lib, text: lines(401) },
      { path: 'apps/core/src/main.ts', text: lines(401) },
    ]);
  }, 180_000);

  it.each(faults.map(([rule, path, bad], index) => ({ rule, path, start: bad.slice(0, 70), index })))(
    '$rule sees in $path: $start',
    ({ rule, index }) => expect(found[index]).toEqual([rule]),
  );

  it.each(
    faults
      .map(([rule, path, , good], index) => ({
        rule,
        path,
        good,
        start: good.slice(0, 70),
        index: index + faults.length,
      }))
      .filter(({ good }) => good !== ''),
  )('nothing is said in $path: $start', ({ index }) => expect(found[index]).toEqual([]));

  it.each(allowed.map(([path], index) => ({ path, index: index + 2 * faults.length })))(
    '$path may',
    ({ index }) => expect(found[index]).toEqual([]),
  );

  it("each of the house's own rules has a planted fault", () => {
    const source = readFileSync(join(__dirname, 'lint-rules.mjs'), 'utf8');
    const own = [...source.matchAll(/^ {2}'([a-z-]+)':/gm)].map(([, name]) => `takt/${name}`);
    expect(own.length).toBeGreaterThan(5);
    expect(own.filter((name) => !faults.some(([rule]) => rule === name))).toEqual([]);
  });

  it('a file of more than 400 lines is an error beyond the warning', () => {
    expect(found.slice(-2).map((rules) => rules.sort())).toEqual([
      ['max-lines', 'takt/look-hard-at-length'],
      ['max-lines', 'takt/look-hard-at-length'],
    ]);
  });
});
