import { sparkPath } from './spark-path';

it('runs from the left to the right, high values above', () =>
  expect(sparkPath([0, 10, 5])).toEqual({
    line: 'M0 95L50 5L100 50',
    last: { x: 100, y: 50 },
    target: undefined,
  }));
it('breaks where a value is missing', () => {
  expect(sparkPath([0, null, 10]).line).toBe('M0 95M100 5');
  expect(sparkPath([0, 10, null]).last).toEqual({ x: 50, y: 5 });
});
it('lies in the middle when nothing changes', () => expect(sparkPath([7, 7]).line).toBe('M0 50L100 50'));
it('keeps the target in the box', () =>
  expect(sparkPath([0, 10], 20)).toMatchObject({ target: 5, last: { y: 50 } }));
it('is empty without values', () => expect(sparkPath([null, null]).line).toBe(''));
