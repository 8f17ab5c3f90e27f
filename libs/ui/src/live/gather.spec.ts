import { Gatherer } from './gather';

const settle = () => new Promise((done) => setImmediate(done));

/** Hand-overs and pauses end when the test says so. */
const setUp = () => {
  const handed: string[][] = [];
  const ends: (() => void)[] = [];
  const pauses: (() => void)[] = [];
  const gatherer = new Gatherer<string>(
    (names) => {
      handed.push([...names]);
      return new Promise<void>((resolve) => ends.push(resolve));
    },
    () => new Promise<void>((resolve) => pauses.push(resolve)),
  );
  const end = async () => {
    ends.shift()?.();
    await settle();
  };
  const pass = async () => {
    pauses.shift()?.();
    await settle();
  };
  return { handed, gatherer, end, pass };
};

it('hands the first on at once', () => {
  const { handed, gatherer } = setUp();
  gatherer.add(['a']);
  expect(handed).toEqual([['a']]);
});
it('hands on together, and once each, what comes meanwhile', async () => {
  const { handed, gatherer, end, pass } = setUp();
  gatherer.add(['a']);
  gatherer.add(['b', 'c']);
  gatherer.add(['b']);
  await end();
  expect(handed).toHaveLength(1);
  await pass();
  expect(handed[1]).toEqual(['b', 'c']);
});
it('waits for a slow hand-over', async () => {
  const { handed, gatherer, end, pass } = setUp();
  gatherer.add(['a']);
  gatherer.add(['b']);
  await pass();
  expect(handed).toHaveLength(1);
  await end();
  expect(handed).toHaveLength(2);
});
it('rests when nothing came, and wakes at once', async () => {
  const { handed, gatherer, end, pass } = setUp();
  gatherer.add(['a']);
  await end();
  await pass();
  expect(handed).toEqual([['a']]);
  gatherer.add(['b']);
  expect(handed).toEqual([['a'], ['b']]);
});
it('goes on after a hand-over that failed', async () => {
  const handed: string[][] = [];
  const gatherer = new Gatherer<string>(
    (names) => {
      handed.push([...names]);
      return Promise.reject(new Error('away'));
    },
    () => Promise.resolve(),
  );
  gatherer.add(['a']);
  gatherer.add(['b']);
  await settle();
  expect(handed).toEqual([['a'], ['b']]);
});
