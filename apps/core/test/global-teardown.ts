import { rmSync } from 'node:fs';

/** Ends the PostgreSQL of the run. */
export default async function stop(): Promise<void> {
  await globalThis.taktTestPostgres?.stop();
  const folder = process.env['TAKT_TEST_FOLDER'];
  if (folder) rmSync(folder, { recursive: true, force: true });
}
