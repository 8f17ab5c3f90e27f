import { indexPlan, type GanttBar } from './plan';
import { slideBetween } from './slide';
import { ROW_PX, type GanttView } from './view';

const bar = (id: string, row: string, startMs: number): GanttBar =>
  ({
    id,
    row,
    startMs,
    runStartMs: startMs,
    endMs: startMs + 10,
    label: id,
    item: id,
    group: id,
  }) as GanttBar;
const rows = ['a', 'b'].map((id) => ({ id, label: id, closed: [] }));
const plan = (...bars: GanttBar[]) => indexPlan({ rows, bars });
const view: GanttView = { fromMs: 0, scale: 1, top: 0, width: 500, height: 200 };
const there = { x: 100, y: ROW_PX + 5, width: 10, height: 26 };

it('begins where the bar was and ends where it is', () => {
  const slide = slideBetween(plan(bar('x', 'a', 0)), plan(bar('x', 'b', 100)));
  expect(slide?.(0)(bar('x', 'b', 100), there, view)).toMatchObject({ x: 0, y: 5 });
  expect(slide?.(1)(bar('x', 'b', 100), there, view)).toEqual(there);
});
it('leaves bars that did not move where they are', () => {
  const slide = slideBetween(
    plan(bar('x', 'a', 0), bar('y', 'a', 50)),
    plan(bar('x', 'b', 100), bar('y', 'a', 50)),
  );
  expect(slide?.(0.5)(bar('y', 'a', 50), there, view)).toBe(there);
});
it('does not move when nothing did', () =>
  expect(slideBetween(plan(bar('x', 'a', 0)), plan(bar('x', 'a', 0)))).toBeUndefined());
it('does not move new bars', () => expect(slideBetween(plan(), plan(bar('x', 'a', 0)))).toBeUndefined());
it('does not move what nobody can follow', () => {
  const many = (shift: number) =>
    plan(...Array.from({ length: 401 }, (_, at) => bar(`n${at}`, 'a', at * 20 + shift)));
  expect(slideBetween(many(0), many(5))).toBeUndefined();
});
