import { WorkingTime } from './working-time';

const shifts = new WorkingTime([
  [20, 30],
  [0, 10],
  [30, 40],
]);

test('touching intervals are one', () => {
  expect(shifts.intervals).toEqual([
    [0, 10],
    [20, 40],
  ]);
});

test('counts working seconds across a gap', () => {
  expect(shifts.between(5, 25)).toBe(10);
  expect(shifts.between(10, 20)).toBe(0);
  expect(shifts.pieces(5, 25)).toEqual([
    [5, 10],
    [20, 25],
  ]);
});

test('an instant works when the second that begins there does', () => {
  expect([9, 10, 19, 20, 39, 40].map((at) => shifts.works(at))).toEqual([
    true,
    false,
    false,
    true,
    true,
    false,
  ]);
});

test('holds what lies in one interval, an empty span at its end too', () => {
  expect(shifts.holds(20, 40)).toBe(true);
  expect(shifts.holds(5, 15)).toBe(false);
  expect(shifts.holds(10, 10)).toBe(true);
  expect(shifts.holds(15, 15)).toBe(false);
});
