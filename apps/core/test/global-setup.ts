import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrations } from '../migrations';
import { migrate } from '../src/platform/database';
import { PostgresLauncher, type EmbeddedPostgres } from '../src/platform/embedded';
import { databaseAt, TEMPLATE } from './database';

declare global {
  var taktTestPostgres: EmbeddedPostgres | undefined;
}

function prepare(what: string): void {
  const script = `import('./apps/core/bin/prepare.mjs').then((m) => { ${what} })`;
  execFileSync(process.execPath, ['-e', script], { stdio: ['ignore', 'inherit', 'inherit'] });
}

/**
 * One PostgreSQL for the whole run: the embedded one in a folder of its own, or the one that DATABASE_URL names. A template
 * database with every migration makes a new one for each test file cheap.
 */
export default async function start(_: unknown, project?: { displayName?: { name: string } }): Promise<void> {
  // Core looks for the screens when it starts.
  if (process.env['TAKT_CHROMIUM'] && project?.displayName?.name === 'e2e')
    prepare(`m.ensureWebBuilt('terminal'), m.ensureWebBuilt('office')`);
  if (process.env['TAKT_TEST_DATABASE']) return;
  prepare('m.ensureBuilt()'); // the solver's thread and processes under test run the build
  let url = process.env['DATABASE_URL'];
  if (url === undefined) {
    const folder = mkdtempSync(join(tmpdir(), 'takt-test-'));
    await chmod(folder, 0o755);
    globalThis.taktTestPostgres = await new PostgresLauncher(folder).start();
    url = globalThis.taktTestPostgres.url;
    process.env['TAKT_TEST_FOLDER'] = folder;
  }
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`drop database if exists ${TEMPLATE} with (force)`);
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  await migrate(databaseAt(url, TEMPLATE), migrations);
  process.env['TAKT_TEST_DATABASE'] = url;
  // Tests start core with settings of their own; these would override them.
  delete process.env['DATABASE_URL'];
}
