/**
 * What a fresh clone lacks: installed packages and a build. Used by every npm script that runs the product,
 * so that one command is enough. Writes to stderr only: stdout belongs to the tool that is started.
 */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

/** Runs a command in the project's root, its output on stderr; ends this process when it fails. */
function run(title, command, args, env = {}) {
  process.stderr.write(`${title} …\n`);
  const started = Date.now();
  const done = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  if (done.status !== 0) {
    process.stderr.write(`${done.stdout ?? ''}${done.stderr ?? ''}${done.error ?? ''}\n${title} failed\n`);
    process.exit(1);
  }
  process.stderr.write(`${title}: ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
}

/** Newest change, in epoch ms, of any source file below the given folders. */
function newest(folders) {
  let latest = 0;
  const visit = (path) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) return;
    if (!stat.isDirectory()) latest = Math.max(latest, stat.mtimeMs);
    else for (const name of readdirSync(path)) if (name !== 'node_modules') visit(join(path, name));
  };
  for (const folder of folders) visit(join(root, folder));
  return latest;
}

/** Is the stamp file younger than every source it stands for? */
function fresh(stamp, folders) {
  const stat = statSync(join(root, stamp), { throwIfNoEntry: false });
  return stat !== undefined && stat.mtimeMs >= newest(folders);
}

function mark(stamp) {
  mkdirSync(dirname(join(root, stamp)), { recursive: true });
  writeFileSync(join(root, stamp), `${new Date().toISOString()}\n`);
}

/** Installs packages when there are none or the lockfile has changed since; a linked node_modules is left to its owner. */
export function ensureInstalled() {
  if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) return;
  const stamp = 'node_modules/.takt-lock';
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const path = join(root, stamp);
  if (existsSync(path) && readFileSync(path, 'utf8') === lock) return;
  run('Installing packages', 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(path, lock);
}

/** Compiles apps/core, libs and devices into dist/ when a source is younger than the last build. */
export function ensureBuilt() {
  const stamp = 'dist/.built';
  if (fresh(stamp, ['apps/core', 'libs', 'devices', '.swcrc', 'nest-cli.json'])) return;
  run('Building core', process.execPath, ['node_modules/@nestjs/cli/bin/nest.js', 'build']);
  mark(stamp);
}

/** Builds a browser app (`terminal` or `office`) into dist/web/<app> when a source is younger than the last build. */
export function ensureWebBuilt(app) {
  const stamp = `dist/web/.${app}`;
  if (!existsSync(join(root, 'apps', app, 'vite.config.mjs'))) return;
  if (fresh(stamp, [`apps/${app}`, 'libs'])) return;
  const build = ['node_modules/vite/bin/vite.js', 'build', `apps/${app}`, '--logLevel', 'warn'];
  // Tests say NODE_ENV=test, with which React comes along with its warnings.
  run(`Building ${app}`, process.execPath, build, { NODE_ENV: 'production' });
  mark(stamp);
}
