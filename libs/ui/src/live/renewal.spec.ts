import { Renewal } from './renewal';

const settle = () => new Promise((done) => setImmediate(done));

/** Renewing and pauses end when the test says so. */
const setUp = () => {
  const ends: (() => void)[] = [];
  const pauses: (() => void)[] = [];
  let begun = 0;
  const renewal = new Renewal(
    () => {
      begun += 1;
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
  return { times: () => begun, renewal, end, pass };
};

it('begins at once', () => {
  const { times, renewal } = setUp();
  renewal.ask();
  expect(times()).toBe(1);
});
it('begins once more for all that ask meanwhile', async () => {
  const { times, renewal, end, pass } = setUp();
  for (let asked = 0; asked < 3; asked++) renewal.ask();
  await end();
  expect(times()).toBe(1);
  await pass();
  expect(times()).toBe(2);
  await end();
  await pass();
  expect(times()).toBe(2);
});
it('waits for what takes long', async () => {
  const { times, renewal, end, pass } = setUp();
  renewal.ask();
  renewal.ask();
  await pass();
  expect(times()).toBe(1);
  await end();
  expect(times()).toBe(2);
});
it('rests when nobody asked, and wakes at once', async () => {
  const { times, renewal, end, pass } = setUp();
  renewal.ask();
  await end();
  await pass();
  expect(times()).toBe(1);
  renewal.ask();
  expect(times()).toBe(2);
});
it('goes on after a failure', async () => {
  let times = 0;
  const failing = () => Promise.reject(new Error(`away ${++times}`));
  const renewal = new Renewal(failing, () => Promise.resolve());
  renewal.ask();
  renewal.ask();
  await settle();
  expect(times).toBe(2);
});
