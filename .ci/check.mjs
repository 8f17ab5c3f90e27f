/**
 * `npm run check`: what must hold before a change lands, quickest first, stopping at the first that fails.
 * `node .ci/check.mjs types metrics` runs single steps.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { anyFile, jestTier, reactTier, root, runSteps } from './steps.mjs';

const tsc = 'node_modules/typescript/bin/tsc';

/** The browser parts have their own compiler settings; a part without them would go unchecked. */
function typeCommands() {
  const browser = ['libs/ui', 'apps/terminal', 'apps/office'].filter(
    (part) => existsSync(join(root, part, 'tsconfig.json')) || anyFile('.tsx', [part]),
  );
  return [
    [tsc, '-p', 'tsconfig.json'],
    ...browser.map((part) => [tsc, '-p', `${part}/tsconfig.json`, '--noEmit']),
  ];
}

const steps = [
  {
    title: 'format',
    commands: [['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']],
  },
  { title: 'lint', commands: [['node_modules/eslint/bin/eslint.js', '.']] },
  { title: 'architecture', commands: [['.ci/architecture.mjs']] },
  { title: 'types', commands: typeCommands() },
  jestTier('spec'),
  reactTier(),
  jestTier('medium'),
  { title: 'metrics', commands: [['.ci/metrics.mjs']] },
];
const asked = process.argv.slice(2);
const unknown = asked.filter((title) => !steps.some((step) => step.title === title));
if (unknown.length) {
  process.stderr.write(
    `unknown step ${unknown.join(', ')}\nMaybe one of: ${steps.map(({ title }) => title).join(', ')}.\n`,
  );
  process.exit(2);
}
runSteps(asked.length ? steps.filter(({ title }) => asked.includes(title)) : steps, { stopAtFirst: true });
