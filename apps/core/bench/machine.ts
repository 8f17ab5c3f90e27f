import {
  closeSync,
  fdatasyncSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';

const SYNCS = 200;
const BLOCK = Buffer.alloc(4096, 1);

/** Value at a share of sorted numbers. */
export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;

/** Median and 99th percentile of writing 4 KiB to a disk for good, in µs. */
export function fdatasyncMicros(folder: string): { p50: number; p99: number } {
  const place = mkdtempSync(join(folder, 'fdatasync-'));
  const file = openSync(join(place, 'probe'), 'w');
  const times: number[] = [];
  for (let i = 0; i < SYNCS; i++) {
    const since = process.hrtime.bigint();
    writeSync(file, BLOCK);
    fdatasyncSync(file);
    times.push(Number(process.hrtime.bigint() - since) / 1000);
  }
  closeSync(file);
  rmSync(place, { recursive: true });
  times.sort((a, b) => a - b);
  return { p50: Math.round(quantile(times, 0.5)), p99: Math.round(quantile(times, 0.99)) };
}

/** The machine in one line. */
export function machine(): string {
  const [cpu] = cpus();
  return `${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
}

/** Resident memory of a process in MiB; NaN where /proc does not tell. */
export function residentMiB(pid: number): number {
  try {
    const [, kib] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kib) / 1024;
  } catch {
    return NaN;
  }
}

/** Clock ticks of Linux per second. */
const TICKS = 100;

/**
 * Processor time of a process with the children that it has, or has had, in s; NaN where /proc does not tell. On a busy
 * machine it says more than the clock on the wall.
 */
export function cpuSec(pid: number): number {
  const fields = (id: string): string[] =>
    readFileSync(`/proc/${id}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
  const used = (list: readonly string[], from: number, to: number): number =>
    list.slice(from, to).reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS;
  try {
    const children = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((id) => {
        try {
          const list = fields(id);
          return list[1] === String(pid) ? [used(list, 11, 13)] : [];
        } catch {
          return []; // it has ended
        }
      });
    return used(fields(String(pid)), 11, 15) + children.reduce((sum, sec) => sum + sec, 0);
  } catch {
    return NaN;
  }
}
