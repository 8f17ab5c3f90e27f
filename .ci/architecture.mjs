/**
 * Checks the import directions of `.dependency-cruiser.cjs`: `npm run architecture`.
 * Other guards use {@link cruiseTree} on planted trees and to count cycles.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cruise, format } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const require = createRequire(import.meta.url);
const { forbidden, options } = require('../.dependency-cruiser.cjs');

/**
 * Cruises apps, libs and devices below a folder.
 * @param {string} folder the root of a tree laid out like this project, with its own tsconfig.json
 * @returns {Promise<import('dependency-cruiser').ICruiseResult>}
 */
export async function cruiseTree(folder) {
  process.chdir(folder); // dependency-cruiser names files relative to the working directory
  const parts = ['apps', 'libs', 'devices'].filter((part) => existsSync(join(folder, part)));
  const { tsConfig, ...rest } = options;
  const { output } = await cruise(
    parts,
    { ...rest, ruleSet: { forbidden, options }, validate: true },
    undefined,
    { tsConfig: extractTSConfig(join(folder, tsConfig.fileName)) },
  );
  return output;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const result = await cruiseTree(resolve(import.meta.dirname, '..'));
  const report = await format(result, { outputType: 'err-long' });
  process.stdout.write(report.output);
  process.exitCode = report.exitCode;
}
