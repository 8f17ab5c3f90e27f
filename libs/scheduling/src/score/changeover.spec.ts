import { changeover } from './changeover';

test('price times the working seconds of all changeovers', () => {
  expect(changeover([300, 0, 120], 2)).toBe(840); // 2 · 420
  expect(changeover([], 2)).toBe(0);
});
