import { firstAfter, indexPlan, type GanttBar } from './plan';
import { step } from './step';
import { barAt, boxOf, eachVisible, fit, instantAt, ROW_PX, xOf, zoom, type GanttView } from './view';

const min = 60_000;
const bar = (id: string, row: string, from: number, to: number): GanttBar => ({
  id,
  row,
  startMs: from * min,
  runStartMs: from * min,
  endMs: to * min,
  label: id,
  item: id,
  group: id,
  dueMs: to * min,
  late: false,
  fixed: null,
});
const row = (id: string) => ({ id, label: id, closed: [] });
const index = indexPlan({
  rows: [row('mix'), row('empty'), row('oven')],
  bars: [bar('b', 'mix', 60, 90), bar('a', 'mix', 0, 30), bar('c', 'oven', 40, 80), bar('x', 'gone', 0, 9)],
});
/** One px is one minute; the plot begins at minute 0. */
const view: GanttView = { fromMs: 0, scale: min, top: 0, width: 100, height: 3 * ROW_PX };

describe('index', () => {
  it('puts bars into their rows by start', () =>
    expect(index.rows.map(({ bars }) => bars.map(({ id }) => id))).toEqual([['a', 'b'], [], ['c']]));
  it('leaves out bars of rows that are not shown', () => expect(index.barOf.has('x')).toBe(false));
  it('spans the plan', () => expect(index.span).toEqual({ startMs: 0, endMs: 90 * min }));
  it('finds the first bar that is not over', () => {
    const bars = index.rows[0]?.bars ?? [];
    expect([0, 29, 30, 89, 90].map((at) => firstAfter(bars, at * min))).toEqual([0, 0, 1, 1, 2]);
  });
});

describe('view', () => {
  it('turns time into px and back', () => {
    expect(xOf(25 * min, view)).toBe(25);
    expect(instantAt(25, view)).toBe(25 * min);
  });
  it('keeps what is under the pointer while zooming', () => {
    const closer = zoom(view, 0.5, 40);
    expect(closer.scale).toBe(min / 2);
    expect(xOf(40 * min, closer)).toBe(40);
  });
  it('does not zoom beyond what can be read', () => expect(zoom(view, 1e-9, 0).scale).toBe(2000));
  it('fits a stretch of time with air at both ends', () => {
    const fitted = fit(view, { startMs: 0, endMs: 100 * min });
    expect(xOf(0, fitted)).toBeGreaterThan(0);
    expect(xOf(100 * min, fitted)).toBeLessThan(100);
  });
  it('draws a bar in its row, and a short one so that it can be seen', () => {
    expect(boxOf(bar('a', 'mix', 10, 30), 2, view)).toMatchObject({ x: 10, width: 20, y: 2 * ROW_PX + 5 });
    expect(boxOf(bar('a', 'mix', 10, 10.2), 0, view).width).toBe(1.5);
  });
  it('sees what is on the screen only', () => {
    const seen: string[] = [];
    eachVisible(index, { ...view, fromMs: 35 * min, width: 10 }, ({ id }) => seen.push(id));
    expect(seen).toEqual(['c']);
    const low: string[] = [];
    eachVisible(index, { ...view, top: ROW_PX, height: ROW_PX }, ({ id }) => low.push(id));
    expect(low).toEqual([]);
  });
  it('finds the bar under the pointer, thin ones within three px', () => {
    expect(barAt(index, view, 10, 5)?.id).toBe('a');
    expect(barAt(index, view, 32, 5)?.id).toBe('a');
    expect(barAt(index, view, 45, 5)).toBeUndefined();
    expect(barAt(index, view, 45, 2 * ROW_PX + 5)?.id).toBe('c');
  });
});

describe('keyboard', () => {
  const go = (from: string | undefined, direction: Parameters<typeof step>[2]) =>
    step(index, from, direction, 45 * min)?.id;
  it('goes along a row', () => expect([go('a', 'right'), go('b', 'left')]).toEqual(['b', 'a']));
  it('stays where there is nothing more', () =>
    expect([go('a', 'left'), go('c', 'down')]).toEqual([undefined, undefined]));
  it('goes to the nearest in time of the next row that has bars', () =>
    expect([go('a', 'down'), go('c', 'up')]).toEqual(['c', 'b']));
  it('begins in the middle of the screen', () => expect(go(undefined, 'right')).toBe('a'));
  it('begins anew when the bar is gone', () => expect(go('x', 'left')).toBe('a'));
});
