import { job } from '../../test/span';
import { earliness } from './earliness';

test('earliness times the seconds before the due date; a late job adds nothing', () => {
  // 2 · (40 − 33) + 0
  expect(
    earliness([
      { job: job({ due: 40, earliness: 2 }), first: 0, end: 33 },
      { job: job({ due: 40, earliness: 9 }), first: 0, end: 41 },
    ]),
  ).toBe(14);
});

test('a job without a due date cannot be early', () => {
  expect(earliness([{ job: job({ earliness: 2 }), first: 0, end: 1 }])).toBe(0);
});
