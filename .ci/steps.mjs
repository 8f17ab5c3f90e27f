/**
 * Runs the steps of a check one after another, each with its time, and says at the end which passed, failed or were
 * skipped and why.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '..');
const skippedFolders = ['node_modules', 'dist', '.takt', 'planted'];

/**
 * A step: a title and either commands (arguments of node, run until one fails) or a reason to skip it.
 * @typedef {{ title: string, commands?: string[][], env?: Record<string, string>, skipped?: string }} Step
 */

/** Is there a file below the folders whose name ends like this? */
export function anyFile(ending, folders = ['.ci', 'apps', 'devices', 'libs']) {
  const has = (folder) =>
    existsSync(folder) &&
    readdirSync(folder, { withFileTypes: true }).some((entry) => {
      if (!entry.isDirectory()) return entry.name.endsWith(ending);
      return !skippedFolders.includes(entry.name) && has(join(folder, entry.name));
    });
  return folders.some((folder) => has(join(root, folder)));
}

const jest = 'node_modules/jest/bin/jest.js';

/**
 * One of jest's tiers as a step.
 * @param {'spec' | 'medium' | 'e2e'} tier
 * @param {string[]} rest further arguments of jest, such as a path
 * @returns {Step}
 */
export function jestTier(tier, rest = []) {
  const ending = tier === 'spec' ? '.spec.ts' : `.${tier}.spec.ts`;
  if (!anyFile(ending)) return { title: tier, skipped: `there is no *${ending} yet` };
  // At least two at once, also on two cores where jest would take one: a test of a module waits for the database half its time.
  const workers = Math.max(2, availableParallelism() - 1);
  const order = tier === 'e2e' ? ['--runInBand'] : [`--maxWorkers=${workers}`];
  const given = rest.length ? ['--passWithNoTests', ...rest] : [];
  return { title: tier, commands: [[jest, '--selectProjects', tier, '--ci', ...order, ...given]] };
}

/** The tests of React parts (`*.spec.tsx`), which run in Vitest. @returns {Step} */
export function reactTier() {
  const title = 'spec of React parts';
  if (!anyFile('.spec.tsx')) return { title, skipped: 'there is no *.spec.tsx yet' };
  return { title, commands: [['node_modules/vitest/vitest.mjs', 'run']] };
}

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Runs one step; its outcome in one word and a line for the summary. */
function runStep({ title, commands = [], env = {}, skipped }) {
  if (skipped) return { outcome: 'skipped', line: `${title}: skipped, ${skipped}` };
  process.stdout.write(`\n── ${title}\n`);
  const since = performance.now();
  const passed = commands.every((args) => {
    const options = { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } };
    return spawnSync(process.execPath, args, options).status === 0;
  });
  const outcome = passed ? 'passed' : 'failed';
  return { outcome, line: `${title}: ${outcome}, ${seconds(since)}` };
}

/**
 * Runs the steps, prints a summary and sets the exit code.
 * @param {Step[]} steps
 * @param {{ stopAtFirst: boolean }} options
 */
export function runSteps(steps, { stopAtFirst }) {
  const done = [];
  for (const step of steps) {
    done.push(runStep(step));
    if (stopAtFirst && done.at(-1).outcome === 'failed') break;
  }
  for (const { title } of steps.slice(done.length))
    done.push({ outcome: 'not run', line: `${title}: not run` });
  process.stdout.write(`\n${done.map(({ line }) => line).join('\n')}\n`);
  process.exitCode = done.some(({ outcome }) => outcome === 'failed') ? 1 : 0;
}
