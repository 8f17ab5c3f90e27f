import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileOutbox } from './file-outbox';
import { MemoryOutbox } from './outbox';
import { Voice } from './voice';

const folder = mkdtempSync(join(tmpdir(), 'takt-outbox-'));
afterAll(() => rmSync(folder, { recursive: true }));

const voice = new Voice({ plant: 'p', line: 'l', station: 's' }, () => 5, 'b');
const [one, two, three] = [1, 2, 3].map((good) => voice.say('count', { good, scrap: 0 }));
if (!one || !two || !three) throw new Error('three messages');

describe.each([
  ['in memory', () => new MemoryOutbox()],
  ['in a file', () => new FileOutbox(join(folder, 'a/plain'))],
  ['in a file, each on the disk', () => new FileOutbox(join(folder, 'synced'), 'each')],
])('an outbox %s', (_, open) => {
  it('keeps the order, and what is not confirmed', () => {
    const outbox = open();
    for (const message of [one, two, three]) outbox.add(message);
    outbox.remove(two.key);
    outbox.remove('never heard of');
    expect(outbox.waiting()).toEqual([one, three]);
    expect([outbox.size, outbox.dropped]).toEqual([2, 0]);
    outbox.close();
  });
});

it('without room gives up the oldest, and says how many', () => {
  const outbox = new MemoryOutbox(2);
  for (const message of [one, two, three]) outbox.add(message);
  expect([outbox.waiting(), outbox.dropped]).toEqual([[two, three], 1]);
});

describe('an outbox in a file', () => {
  it('is there after a restart, without a line that was cut off', () => {
    const path = join(folder, 'restart');
    const before = new FileOutbox(path);
    before.add(one);
    before.add(two);
    before.remove(one.key);
    appendFileSync(path, '{"key":"p/l/s b 9","payl');
    const after = new FileOutbox(path);
    expect(after.waiting()).toEqual([two]);
    after.add(three);
    expect(new FileOutbox(path).waiting()).toEqual([two, three]);
  });

  it('does not grow for ever', () => {
    const path = join(folder, 'long');
    const outbox = new FileOutbox(path);
    for (let i = 0; i < 12_000; i++) {
      outbox.add({ ...one, key: `k${i}` });
      if (i > 0) outbox.remove(`k${i - 1}`);
    }
    expect(readFileSync(path, 'utf8').split('\n').length).toBeLessThan(20_001);
    expect(outbox.waiting().map(({ key }) => key)).toEqual(['k11999']);
  });
});
