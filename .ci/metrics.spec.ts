import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A small project in good order: 3 files of 1, 3 and 6 lines, 4 exports, all documented. */
const clean: Record<string, string> = {
  'libs/calendar/src/index.ts': "export * from './shift';\n",
  'libs/calendar/src/shift.ts':
    '/** A span of work. */\nexport type Shift = { from: number };\n/** Is it open? */\nexport const open = true;\n/** Ends it. */\nexport function close() {}\n',
  'apps/core/src/modules/order/index.ts': '\n/** The front door. */\nexport class OrderModule {}\n',
  'libs/calendar/src/shift.spec.ts': '\n'.repeat(1000),
};

/** The same with faults: 8 exports without a docstring, a cycle, two names that say nothing. */
const faulty: Record<string, string> = {
  ...clean,
  'libs/calendar/src/index.ts':
    "export * from './shift';\nexport { pause } from './pause';\nexport { pause as rest } from './pause';\n",
  'libs/calendar/src/pause.ts': '// a line comment is no docstring\nexport const pause = 1;\n',
  'libs/kpi/src/index.ts': [
    "export { pause } from '@takt/calendar';",
    'export function aFunction() {}',
    'export class AClass {}',
    'export interface AnInterface { a: 1 }',
    'export type AType = 1;',
    '/** */',
    'export const behindAnEmptyDocstring = 1;',
    'const exportedApart = 1;',
    'export { exportedApart };',
    "export * from './a';",
  ].join('\n'),
  'libs/kpi/src/a.ts': "import './b';\nexport {};\n",
  'libs/kpi/src/b.ts': "import './a';\n",
  'apps/core/src/modules/people/index.ts': 'export class PeopleModule {}\n',
  'apps/core/src/modules/order/order-helper.ts': '',
  'devices/oven/oven.ts': 'class OvenManager {}\n',
};

/** Runs the metrics on a project made of these files. */
function measure(files: Record<string, string>) {
  const root = join(__dirname, '..');
  const folder = mkdtempSync(join(tmpdir(), 'takt-metrics-'));
  try {
    for (const file of ['package.json', 'tsconfig.json']) cpSync(join(root, file), join(folder, file));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const script = join(__dirname, 'metrics.mjs');
    const { status, stdout } = spawnSync(process.execPath, [script, folder], { encoding: 'utf8' });
    return { status, lines: stdout.split('\n').map((line) => line.trim().replace(/\s{2,}/g, ' ')) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('metrics', () => {
  it('prints the four numbers of a project in good order and passes', () => {
    const { status, lines } = measure(clean);
    expect(lines).toContain('Import cycles 0');
    expect(lines).toContain('Lines per file, median 3 (aim ≤ 80)');
    expect(lines).toContain('Lines per file, 95th percentile 6 (aim ≤ 250; 3 files, longest 6)');
    expect(lines).toContain(
      "Documented exports of libs 100.0 % (4 of 4, with the front doors of core's modules)",
    );
    expect(status).toBe(0);
  });

  describe('of a project with faults', () => {
    let status: number | null;
    let lines: string[];
    beforeAll(() => ({ status, lines } = measure(faulty)));

    it('fails', () => expect(status).toBe(1));

    it('names every export without a docstring once, however often it is exported', () => {
      expect(lines.filter((line) => /^\S+:\d+ \w+$/.test(line))).toEqual([
        'apps/core/src/modules/people/index.ts:1 PeopleModule',
        'libs/calendar/src/pause.ts:2 pause',
        'libs/kpi/src/index.ts:2 aFunction',
        'libs/kpi/src/index.ts:3 AClass',
        'libs/kpi/src/index.ts:4 AnInterface',
        'libs/kpi/src/index.ts:5 AType',
        'libs/kpi/src/index.ts:7 behindAnEmptyDocstring',
        'libs/kpi/src/index.ts:8 exportedApart',
      ]);
      expect(lines).toContain(
        "Documented exports of libs 33.3 % (4 of 12, with the front doors of core's modules)",
      );
    });

    it('counts a cycle once, wherever it is entered', () => {
      expect(lines).toContain('libs/kpi/src/a.ts ↔ libs/kpi/src/b.ts');
      expect(lines).toContain('Import cycles 1');
    });

    it('refuses names that could hold anything', () => {
      const hint = 'could hold anything. Maybe name what it does.';
      expect(lines).toContain(`apps/core/src/modules/order/order-helper.ts: "order-helper" ${hint}`);
      expect(lines).toContain(`devices/oven/oven.ts: class "OvenManager" ${hint}`);
    });
  });

  it.each([
    ['a cycle alone', { 'libs/kpi/src/a.ts': "import './b';\n", 'libs/kpi/src/b.ts': "import './a';\n" }],
    ['an undocumented export alone', { 'libs/kpi/src/index.ts': 'export const planted = 1;\n' }],
    ['a name alone', { 'devices/oven/misc.ts': '' }],
  ])('%s is enough to fail', (_, files) => expect(measure(files).status).toBe(1));
});
