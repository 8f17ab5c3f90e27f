import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PostgresLauncher } from '../src/platform/embedded';
import { fdatasyncMicros, machine } from './machine';

/** What a benchmark runs on: a folder and a database of its own, which are gone afterwards. */
export interface BenchGround {
  readonly folder: string;
  /** address of the database */
  readonly url: string;
  /** What has to be ended before the database is, the last first, also when the benchmark fails. */
  atEnd(end: () => unknown): void;
}

/** Prints a line. */
export const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function onGround(about: string, run: (ground: BenchGround) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'takt-bench-'));
  chmodSync(folder, 0o755);
  const disk = fdatasyncMicros(folder);
  say(`machine    ${machine()}`);
  say(`fdatasync  p50 ${disk.p50} µs, p99 ${disk.p99} µs`);
  say(about);
  const postgres = await new PostgresLauncher(folder).start();
  const ends: (() => unknown)[] = [() => postgres.stop()];
  try {
    await run({ folder, url: postgres.url, atEnd: (end) => void ends.push(end) });
  } finally {
    for (const end of ends.reverse()) await end();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Runs a benchmark as a program: says on what machine, and what is measured; exit code 1 when it fails.
 * @param about line that tells the load and the seed
 */
export function benchmark(about: string, run: (ground: BenchGround) => Promise<void>): void {
  onGround(about, run).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  });
}
