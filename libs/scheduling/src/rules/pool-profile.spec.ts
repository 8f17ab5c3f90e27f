import { UNLIMITED } from '../model/model';
import { PoolProfile } from './pool-profile';

/** Two people from 0 to 100, none until 200, three until 300. */
const steps = {
  at: Int32Array.from([-UNLIMITED, 0, 100, 200, 300]),
  present: Int32Array.from([0, 2, 0, 3, 0]),
};

test('nobody is short while enough people are there', () => {
  const pool = new PoolProfile(steps);
  expect(pool.shortageEnd(0, 100, 2)).toBe(-1);
  pool.add(10, 50, 1, 7);
  expect(pool.shortageEnd(0, 100, 1)).toBe(-1);
});

test('a shortage stops where the work ends that takes the people, and says whose it is', () => {
  const pool = new PoolProfile(steps);
  pool.add(10, 50, 1, 7);
  expect(pool.shortageEnd(0, 60, 2)).toBe(50);
  expect(pool.blocker).toBe(7);
});

test('a shortage stops where more people come, and nobody is to blame', () => {
  const pool = new PoolProfile(steps);
  expect(pool.shortageEnd(90, 120, 1)).toBe(200);
  expect(pool.blocker).toBe(-1);
});

test('more people than ever come are waited for without end', () => {
  const pool = new PoolProfile(steps);
  expect(pool.shortageEnd(310, 320, 1)).toBe(UNLIMITED);
});

test('the end of an operation and the start of the next are no overlap; what is taken back is free', () => {
  const pool = new PoolProfile(steps);
  pool.add(0, 40, 2, 1);
  expect(pool.shortageEnd(40, 80, 2)).toBe(-1);
  expect(pool.shortageEnd(39, 80, 1)).toBe(40);
  pool.remove(0, 40, 2);
  expect(pool.shortageEnd(0, 80, 2)).toBe(-1);
});

test('a copy is independent, also of a long profile', () => {
  const long = { at: Int32Array.from([-UNLIMITED]), present: Int32Array.from([1]) };
  const pool = new PoolProfile(long);
  for (let i = 0; i < 500; i++) pool.add(20 * i, 20 * i + 10, 1, i);
  const copy = new PoolProfile(long);
  copy.copyFrom(pool);
  pool.reset();
  expect(pool.shortageEnd(0, 10_000, 1)).toBe(-1);
  expect(copy.shortageEnd(4985, 4991, 1)).toBe(4990);
  expect(copy.blocker).toBe(249);
});
