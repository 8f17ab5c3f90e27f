import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (file: string) => JSON.parse(readFileSync(join(__dirname, '..', file), 'utf8'));
const kinds = ['dependencies', 'devDependencies', 'optionalDependencies'];

/** Installing takes what the lockfile says: it has to say what package.json asks for, and no more. */
describe('package-lock.json', () => {
  const lock = read('package-lock.json') as { packages: Record<string, Record<string, unknown>> };
  const manifest = read('package.json');

  it.each(kinds)('asks for the same %s as package.json', (kind) => {
    expect(lock.packages[''][kind]).toEqual(manifest[kind]);
  });

  it('records no host that packages were downloaded from', () => {
    expect(Object.values(lock.packages).filter((entry) => entry.resolved && !entry.link)).toEqual([]);
  });

  it('knows the binaries of every platform, or `npm ci` would refuse it', () => {
    const held = (from: string, name: string): boolean => {
      if (`${from === '' ? '' : `${from}/`}node_modules/${name}` in lock.packages) return true;
      return from !== '' && held(from.slice(0, Math.max(0, from.lastIndexOf('node_modules/') - 1)), name);
    };
    const missing = Object.entries(lock.packages).flatMap(([place, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies as object).filter((name) => !held(place, name)),
    );
    expect(missing).toEqual([]);
  });

  it.each(kinds)('%s are pinned to one version each', (kind) => {
    const loose = Object.entries(manifest[kind] as Record<string, string>).filter(
      ([, version]) => !/^\d/.test(version),
    );
    expect(loose).toEqual([]);
  });
});
