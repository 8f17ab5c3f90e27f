/**
 * Writes a new migration with the SQL that the entities ask for beyond the migrations that exist, and adds it to the
 * list: `npm run migration:create -- create-people`. Read it before you commit it.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrations } from '../migrations';
import { entities } from '../src/app.module';
import { entityDiff, migrate } from '../src/platform/database';
import { PostgresLauncher } from '../src/platform/embedded';
import { projectRoot } from '../src/version';

/** What the entities ask for, found on an empty database. */
async function missingSql(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'takt-migration-'));
  const postgres = await new PostgresLauncher(folder).start();
  try {
    await migrate(postgres.url, migrations);
    return await entityDiff(postgres.url, entities);
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const pascal = (text: string): string =>
  text.replace(/(^|-)([a-z0-9])/g, (_, _dash: string, letter: string) => letter.toUpperCase());

function migrationFile(className: string, name: string, queries: readonly string[]): string {
  const tables = queries.flatMap((query) => /^CREATE TABLE "(\w+)"/.exec(query)?.[1] ?? []);
  const lines = queries.map((query) => `    await runner.query(\`${query.trim()}\`);`);
  const guards = tables.map((table) => `    await protect(runner, '${table}');`);
  return `import type { MigrationInterface, QueryRunner } from 'typeorm';
${tables.length > 0 ? "import { protect } from '../src/platform/database/roles';\n" : ''}
/** ${name.replace(/-/g, ' ')} */
export class ${className} implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
${[...lines, ...guards].join('\n')}
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only. Maybe restore a backup.');
  }
}
`;
}

async function main(): Promise<void> {
  const name = process.argv[2] ?? '';
  if (!/^[a-z]+(-[a-z]+)+$/.test(name)) throw new Error('usage: npm run migration:create -- verb-noun');
  const queries = await missingSql();
  if (queries.length === 0) {
    process.stdout.write('Migrations and entities agree: nothing to do.\n');
    return;
  }
  const folder = join(projectRoot(), 'apps/core/migrations');
  const stamp = Date.now();
  const className = `${pascal(name)}${stamp}`;
  writeFileSync(join(folder, `${stamp}-${name}.ts`), migrationFile(className, name, queries));
  const list = readFileSync(join(folder, 'index.ts'), 'utf8')
    .replace(/(\n\/\*\* Every migration)/, `import { ${className} } from './${stamp}-${name}';\n$1`)
    .replace(/,?\s*\] as const/, `, ${className}] as const`);
  writeFileSync(join(folder, 'index.ts'), list);
  process.stdout.write(`apps/core/migrations/${stamp}-${name}.ts (${queries.length} statements)\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
