import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Client } from 'pg';

/** Name of the owner of the embedded database. */
export const OWNER = 'takt';

/** Waits so many real milliseconds. */
export const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** What PostgreSQL writes about itself beside its data. */
export interface PidFile {
  readonly pid: number;
  readonly port: number;
}

/** Reads the pid file; null when there is none. */
export function readPidFile(data: string): PidFile | null {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]) };
  } catch {
    return null;
  }
}

/** Does a database answer at this port, with our password, and does it serve this data? */
export async function answers(port: number, password: string, data: string): Promise<boolean> {
  const client = new Client({
    host: '127.0.0.1',
    port,
    user: OWNER,
    password,
    database: 'postgres',
    connectionTimeoutMillis: 2000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    return resolve(rows[0]?.data_directory ?? '') === resolve(data);
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Does this process exist? */
export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Is this process a PostgreSQL? Where /proc does not tell, yes is the careful answer. */
export function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return existsSync('/proc/self') ? false : true;
  }
}
