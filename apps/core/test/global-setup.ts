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

/**
 * One PostgreSQL for the whole run: the embedded one in a folder of its own, or the one that DATABASE_URL names. A template
 * database with every migration makes a new one for each test file cheap.
 */
export default async function start(): Promise<void> {
  if (process.env['TAKT_TEST_DATABASE']) return;
  // The solver's thread and processes under test run the build.
  execFileSync(
    process.execPath,
    ['-e', `import('./apps/core/bin/prepare.mjs').then((m) => m.ensureBuilt())`],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  );
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
