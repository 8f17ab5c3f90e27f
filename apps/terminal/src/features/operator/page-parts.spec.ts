import { partsOf, scaleOf, turned } from './page-parts';

const page = { width: 600, height: 800 };
const box = { width: 1200, height: 400 };

it('shows all of a page, as wide as there is room, or larger', () => {
  expect(scaleOf(page, box, 'page')).toBe(0.5);
  expect(scaleOf(page, box, 'width')).toBe(2);
  expect(scaleOf(page, box, 'double')).toBe(4);
  expect(scaleOf(page, box, 'fourfold')).toBe(8);
});
it('has one part where all of it is seen', () =>
  expect(partsOf({ width: 300, height: 400 }, box)).toEqual([{ left: 0, top: 0 }]));
it('goes down a page in equal steps that share a line', () =>
  expect(partsOf({ width: 1200, height: 1000 }, box).map(({ top }) => top)).toEqual([0, 300, 600]));
it('goes to the right, then down', () =>
  expect(partsOf({ width: 2000, height: 700 }, box)).toEqual([
    { left: 0, top: 0 },
    { left: 800, top: 0 },
    { left: 0, top: 300 },
    { left: 800, top: 300 },
  ]));
it('turns part after part, page after page, and stops at the ends', () => {
  expect(turned({ page: 0, part: 0 }, 3, 2, 1)).toEqual({ page: 0, part: 1 });
  expect(turned({ page: 0, part: 2 }, 3, 2, 1)).toEqual({ page: 1, part: 0 });
  expect(turned({ page: 1, part: 2 }, 3, 2, 1)).toBeUndefined();
  expect(turned({ page: 1, part: 1 }, 3, 2, -1)).toEqual({ page: 1, part: 0 });
  expect(turned({ page: 1, part: 0 }, 3, 2, -1)).toEqual({ page: 0, part: 0 });
  expect(turned({ page: 0, part: 0 }, 3, 2, -1)).toBeUndefined();
});
