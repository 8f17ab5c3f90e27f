/**
 * Lays each planted violation over the clean miniature of the project and reports, as JSON, what the import rules say:
 * `{ "<rule>/<case>": [{ rule, from, to }] }`, with `clean` for the miniature alone and `left-and-right` for every
 * pair of modules, both ways.
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { cruiseTree } from '../architecture.mjs';

const { modules } = createRequire(import.meta.url)('../module-order.cjs');
const root = resolve(import.meta.dirname, '../..');
const trees = join(import.meta.dirname, 'architecture');
const scratch = mkdtempSync(join(tmpdir(), 'takt-planted-'));

/** A tree of its own in which files may be planted; packages are those of the project. */
function compose(name, ...layers) {
  const folder = join(scratch, name);
  mkdirSync(folder, { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const file of ['package.json', 'tsconfig.json']) cpSync(join(root, file), join(folder, file));
  for (const layer of layers) cpSync(join(trees, layer), folder, { recursive: true });
  return folder;
}

function plant(folder, path, text) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** Every module imports the front door of every other module. */
function composePairs() {
  const folder = compose('left-and-right');
  for (const name of modules) {
    const others = modules.filter((other) => other !== name);
    plant(folder, `apps/core/src/modules/${name}/index.ts`, 'export const planted = 1;\n');
    plant(
      folder,
      `apps/core/src/modules/${name}/all.ts`,
      others.map((other) => `import '../${other}';\n`).join(''),
    );
  }
  return folder;
}

async function judge(folder) {
  const { summary } = await cruiseTree(folder);
  return summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
}

const found = {};
try {
  found.clean = await judge(compose('clean', 'clean'));
  found['left-and-right'] = await judge(composePairs());
  for (const rule of readdirSync(trees).filter((name) => name !== 'clean'))
    for (const planted of readdirSync(join(trees, rule)))
      found[`${rule}/${planted}`] = await judge(compose(`${rule}/${planted}`, 'clean', `${rule}/${planted}`));
} finally {
  process.chdir(root);
  rmSync(scratch, { recursive: true, force: true });
}
process.stdout.write(JSON.stringify(found));
