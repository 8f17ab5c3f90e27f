import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';

/** Where numbers were measured, in one line: machine, Node version, commit. */
export function surroundings(): string {
  const [cpu] = cpus();
  const machine = `${cpus().length} × ${cpu?.model.trim() ?? 'unknown CPU'}, ${Math.round(totalmem() / 2 ** 30)} GB`;
  return `${machine}; Node ${process.version}; commit ${commit()}`;
}

/** Short hash of the commit; a `+` when the tree has changes, `unknown` without git. */
function commit(): string {
  const git = (...args: string[]): string =>
    execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    return `${git('rev-parse', '--short=12', 'HEAD')}${git('status', '--porcelain', '-uno') === '' ? '' : '+'}`;
  } catch {
    return 'unknown';
  }
}
