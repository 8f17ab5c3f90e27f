import { job } from '../../test/span';
import { flow } from './flow';

test('flow times the seconds from the first run start to the last end', () => {
  // 4 · (50 − 20) + 1 · (9 − 9)
  expect(
    flow([
      { job: job({ flow: 4 }), first: 20, end: 50 },
      { job: job({ flow: 1 }), first: 9, end: 9 },
    ]),
  ).toBe(120);
});
