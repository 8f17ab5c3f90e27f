import type { Session } from '@takt/contracts';
import { TokenStore, type Keep } from './token-store';

const memory = (): Keep & Map<string, string> =>
  Object.assign(new Map<string, string>(), {
    getItem(this: Map<string, string>, key: string) {
      return this.get(key) ?? null;
    },
    setItem(this: Map<string, string>, key: string, value: string) {
      this.set(key, value);
    },
    removeItem(this: Map<string, string>, key: string) {
      this.delete(key);
    },
  });
const logIn = { token: 't1', session: { name: 'Ann' } as Session };

it('keeps a log-in over a reload', () => {
  const keep = memory();
  new TokenStore(keep, 'takt').set(logIn);
  expect(new TokenStore(keep, 'takt').get()).toEqual(logIn);
});
it('forgets it at log-out', () => {
  const keep = memory();
  const store = new TokenStore(keep, 'takt');
  store.set(logIn);
  store.set(undefined);
  expect(store.get()).toBeUndefined();
  expect(keep.size).toBe(0);
});
it.each(['', 'not json', '17', '{"token":5}'])('starts without a log-in when %p is kept', (text) => {
  const keep = memory();
  keep.setItem('takt', text);
  expect(new TokenStore(keep, 'takt').get()).toBeUndefined();
});
it('tells the screen of changes, also from another tab, and not of what did not change', () => {
  const keep = memory();
  const store = new TokenStore(keep, 'takt');
  let calls = 0;
  const stop = store.watch(() => (calls += 1));
  new TokenStore(keep, 'takt').set(logIn);
  store.refresh();
  store.refresh();
  expect([calls, store.get()?.token]).toEqual([1, 't1']);
  stop();
  store.set(undefined);
  expect(calls).toBe(1);
});
