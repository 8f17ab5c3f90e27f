/**
 * Runs one TypeScript entry of the project from a fresh build:
 * `node apps/core/bin/run.mjs libs/scheduling/cli/solve problem.json --seconds 1`.
 */
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, root } from './prepare.mjs';

const [entry, ...rest] = process.argv.slice(2);
if (!entry) {
  process.stderr.write('usage: run.mjs ENTRY [arguments]\nMaybe call it through one of the npm scripts.\n');
  process.exit(2);
}
ensureInstalled();
ensureBuilt();
process.argv = [process.argv[0], join(root, 'dist', `${entry}.js`), ...rest];
await import(pathToFileURL(process.argv[1]).href);
