/**
 * The four numbers of the house and the names in it: `npm run metrics`. Fails on an import cycle, an undocumented
 * export or a name that says nothing.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import ts from 'typescript';
import { cruiseTree } from './architecture.mjs';
import { readDocumentation } from './documentation.mjs';
import { isVague, nameFaults } from './names.mjs';

const root = resolve(process.argv[2] ?? join(import.meta.dirname, '..'));
const skipped = ['node_modules', 'dist', '.takt', 'coverage'];
const isSource = (path) => /\.(ts|tsx|mjs|cjs)$/.test(path) && !path.endsWith('.d.ts');
const isTest = (path) => /\.spec\.tsx?$/.test(path) || /^(apps|libs|devices)\/[^/]+\/test\//.test(path);

/** Every file below apps, libs and devices, relative to the root, with `/`. */
function listFiles(folder = '') {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (skipped.includes(entry.name) || !/^(apps|libs|devices)(\/|$)/.test(path)) return [];
    return entry.isDirectory() ? listFiles(path) : [path];
  });
}

/** The value below which the given share of a sorted list lies (nearest rank). */
const percentile = (sorted, share) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
const countLines = (text) => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);

function classFaults(path, text) {
  const faults = [];
  const visit = (node) => {
    if (ts.isClassLike(node) && node.name && isVague(node.name.text))
      faults.push(`class "${node.name.text}" could hold anything. Maybe name what it does.`);
    ts.forEachChild(node, visit);
  };
  if (text.includes('class ')) visit(ts.createSourceFile(basename(path), text, ts.ScriptTarget.Latest));
  return faults;
}

/** Cycles as sets of files: one that is entered at several places counts once. */
function distinctCycles(violations) {
  const cycles = violations
    .filter(({ cycle }) => cycle)
    .map(({ cycle }) => cycle.map(({ name }) => name).sort());
  return [...new Set(cycles.map((names) => names.join(' ↔ ')))].sort();
}

const files = listFiles();
const sources = files
  .filter(isSource)
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
const sizes = sources
  .filter(({ path }) => !isTest(path))
  .map(({ text }) => countLines(text))
  .sort((a, b) => a - b);
const names = [
  ...files.filter(isSource).flatMap((path) => nameFaults(path).map((fault) => `${path}: ${fault}`)),
  ...sources.flatMap(({ path, text }) => classFaults(path, text).map((fault) => `${path}: ${fault}`)),
];
const { exports, undocumented } = readDocumentation(root);
const { summary } = await cruiseTree(root);
const cycles = distinctCycles(summary.violations);
const documented = exports === 0 ? 100 : ((exports - undocumented.length) / exports) * 100;

const list = (title, lines) =>
  lines.length ? `${title}\n${lines.map((line) => `  ${line}\n`).join('')}` : '';
process.stdout.write(
  list('Import cycles', cycles) +
    list('Exports without a docstring', undocumented) +
    list('Names that say nothing', names) +
    `Import cycles                    ${cycles.length}\n` +
    `Lines per file, median           ${percentile(sizes, 0.5)}   (aim ≤ 80)\n` +
    `Lines per file, 95th percentile  ${percentile(sizes, 0.95)}   (aim ≤ 250; ${sizes.length} files, longest ${sizes.at(-1) ?? 0})\n` +
    // rounded down: 100.0 % is said only when nothing is missing
    `Documented exports of libs       ${(Math.floor(documented * 10) / 10).toFixed(1)} %   (${exports - undocumented.length} of ${exports}, with the front doors of core's modules)\n`,
);
process.exitCode = cycles.length + undocumented.length + names.length > 0 ? 1 : 0;
