import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Memory } from './memory';
import { newPassword } from './password';

const folder = mkdtempSync(join(tmpdir(), 'takt-memory-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('what the factory remembers', () => {
  it('is there after a restart, with the seed of its founding, for its owner alone', () => {
    const path = join(folder, 'a/factory.json');
    new Memory(path, 7).keep({ pins: { 'W-1': '1234' } });
    const again = new Memory(path, 9);
    expect([again.all.seed, again.all.pins, again.all.isSetUp]).toEqual([7, { 'W-1': '1234' }, false]);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('is not guessed from something else', () => {
    const path = join(folder, 'other.json');
    writeFileSync(path, '{"seed":1}');
    expect(() => new Memory(path, 1)).toThrow(/Maybe start with another data folder/);
  });
});

it('passwords are drawn, never twice the same', () => {
  const drawn = Array.from({ length: 100 }, newPassword);
  expect(new Set(drawn).size).toBe(100);
  for (const password of drawn) expect(password).toMatch(/^([a-z2-9]{4}-){2}[a-z2-9]{4}$/);
});
