import { job } from '../../test/span';
import { tardiness } from './tardiness';

test('weight times the seconds after the due date', () => {
  // 3 · (50 − 40) + 2 · 0: the second is early
  expect(
    tardiness([
      { job: job({ due: 40, weight: 3 }), first: 0, end: 50 },
      { job: job({ due: 40, weight: 2 }), first: 0, end: 39 },
    ]),
  ).toBe(30);
});

test('nothing at the due date itself, and nothing without one', () => {
  expect(tardiness([{ job: job({ due: 40, weight: 3 }), first: 0, end: 40 }])).toBe(0);
  expect(tardiness([{ job: job({ weight: 3 }), first: 0, end: 4000 }])).toBe(0);
});
