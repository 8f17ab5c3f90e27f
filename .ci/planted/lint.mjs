/**
 * Lints planted files: reads `[{ path, text }]` as JSON from stdin, writes them into a tree of its own with this
 * project's rules, and reports `[[rule, …], …]`, the rules that each file breaks.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { ESLint } from 'eslint';

const root = resolve(import.meta.dirname, '../..');
const planted = JSON.parse(await text(process.stdin));
const scratch = mkdtempSync(join(tmpdir(), 'takt-planted-'));

/** Writes the files; where a path comes again, the file goes into a folder of its own beside the first. */
function layOut() {
  const seen = new Map();
  return planted.map(({ path, text: content }) => {
    const before = seen.get(path) ?? 0;
    seen.set(path, before + 1);
    const file = join(scratch, dirname(path), before ? `again-${before}` : '', basename(path));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    return file;
  });
}

async function lint() {
  for (const file of ['package.json', 'tsconfig.json']) cpSync(join(root, file), join(scratch, file));
  symlinkSync(join(root, 'node_modules'), join(scratch, 'node_modules'));
  const eslint = new ESLint({ cwd: scratch, overrideConfigFile: join(root, 'eslint.config.mjs') });
  const results = await eslint.lintFiles(['.']);
  const rules = (messages) => [...new Set(messages.map(({ ruleId, message }) => ruleId ?? message))];
  return new Map(results.map(({ filePath, messages }) => [filePath, rules(messages)]));
}

try {
  const files = layOut();
  const found = await lint();
  process.stdout.write(JSON.stringify(files.map((file) => found.get(file) ?? ['not linted'])));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
