import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

type Violation = { rule: string; from: string; to: string };

const load = createRequire(__filename);
const { forbidden } = load('../.dependency-cruiser.cjs') as { forbidden: { name: string }[] };
const { modules } = load('./module-order.cjs') as { modules: string[] };
const trees = join(__dirname, 'planted/architecture');
const rules = readdirSync(trees).filter((name) => name !== 'clean');
const planted = rules.flatMap((rule) => readdirSync(join(trees, rule)).map((fault) => `${rule}/${fault}`));

describe('import directions', () => {
  let found: Record<string, Violation[]>;
  beforeAll(() => {
    const done = spawnSync(process.execPath, [join(__dirname, 'planted/architecture.mjs')], {
      encoding: 'utf8',
    });
    if (done.status !== 0) throw new Error(done.stderr);
    found = JSON.parse(done.stdout);
  }, 180_000);

  it('every rule has a planted violation', () => {
    expect([...rules].sort()).toEqual([...new Set(forbidden.map(({ name }) => name))].sort());
  });

  it('a tree that keeps them all passes', () => expect(found.clean).toEqual([]));

  it.each(planted)('%s fails, and nothing else', (fault) => {
    const broken = new Set(found[fault].map(({ rule }) => rule));
    expect([...broken]).toEqual([fault.split('/')[0]]);
  });

  it('of all pairs of modules, exactly those that look right fail', () => {
    const pairs = modules.flatMap((from, place) => modules.slice(place + 1).map((to) => `${from} → ${to}`));
    const name = (path: string) => path.split('/')[4];
    expect(found['left-and-right'].map(({ from, to }) => `${name(from)} → ${name(to)}`).sort()).toEqual(
      pairs.sort(),
    );
    expect(new Set(found['left-and-right'].map(({ rule }) => rule))).toEqual(new Set(['modules-look-left']));
  });
});
