/** English and Chinese are equals on every screen; and the guard itself sees what it has to see. */
import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '..');
const parts = {
  'libs/ui': ['libs/ui/src/i18n/texts', ['libs/ui/src', 'apps/office/src', 'apps/terminal/src']],
  office: ['apps/office/src/texts', ['apps/office/src']],
  terminal: ['apps/terminal/src/texts', ['apps/terminal/src']],
} as const;

/** The guard is a module of Node, which jest does not load. */
function run(expression: string): string[] {
  const script = `import { readTexts, textFaults } from ${JSON.stringify(join(root, '.ci/texts.mjs'))};
    process.stdout.write(JSON.stringify(${expression}));`;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    encoding: 'utf8',
  });
  return JSON.parse(output) as string[];
}

it.each(Object.entries(parts))('%s says the same in both languages, and nothing in vain', (_name, part) => {
  expect(run(`textFaults(readTexts(...${JSON.stringify(part)}))`)).toEqual([]);
});

const sound = {
  en: { a: 'Stop {{name}}', 'state.idle': 'Idle', row_one: '{{count}} row', row_other: '{{count}} rows' },
  zh: { a: '停止 {{name}}', 'state.idle': '待机', row_other: '{{count}} 行' },
  sources: ["say('a', { name })", 'say(`state.${state}`)', "say('row', { count })"],
};
const faultsOf = (change: object) => run(`textFaults(${JSON.stringify({ ...sound, ...change })})`);

it('has nothing to say about sound texts', () => expect(faultsOf({})).toEqual([]));
it.each([
  ['a missing translation', { zh: { ...sound.zh, a: undefined } }, '"a" is missing in zh-CN'],
  ['a text that only Chinese has', { zh: { ...sound.zh, b: '多余' } }, '"b" is missing in en'],
  [
    'a value that one language lacks',
    { zh: { ...sound.zh, a: '停止' } },
    '"a" has the values name in en,  in zh-CN',
  ],
  [
    'a text that was not translated',
    { zh: { ...sound.zh, 'state.idle': 'Idle' } },
    '"state.idle" is not translated: "Idle"',
  ],
  ['Chinese among the English', { en: { ...sound.en, a: '停止 {{name}}' } }, '"a" is Chinese in en'],
  ['a plural without its singular', { en: { ...sound.en, row_one: undefined } }, '"row" lacks _one in en'],
  [
    'an empty text',
    { zh: { ...sound.zh, a: ' {{name}}', 'state.idle': ' ' } },
    '"state.idle" is empty in zh-CN',
  ],
  ['a text that nobody says', { sources: sound.sources.slice(1) }, '"a" is said nowhere'],
])('sees %s', (_what, change, fault) => expect(faultsOf(change)).toContain(fault));
