import { moves } from './moves';

const placed = (op: string, station: string, runStart: number): [string, never] => [
  op,
  { op, station, start: runStart - 5, runStart, end: runStart + 10 } as never,
];
const price = { changeover: 0, overtime: 0, moveSecond: 2, moveStation: 100 };
const baseline = [{ op: 'A/x', station: 's1', start: 50 }];

test('seconds of the run start from the published one, earlier or later, and another station once', () => {
  expect(moves(baseline, new Map([placed('A/x', 's1', 50)]), new Set(), price)).toBe(0);
  expect(moves(baseline, new Map([placed('A/x', 's1', 57)]), new Set(), price)).toBe(14); // 2 · 7
  expect(moves(baseline, new Map([placed('A/x', 's2', 46)]), new Set(), price)).toBe(108); // 2 · 4 + 100
});

test('fixed and unplaced operations count nothing', () => {
  expect(moves(baseline, new Map([placed('A/x', 's2', 99)]), new Set(['A/x']), price)).toBe(0);
  expect(moves(baseline, new Map(), new Set(), price)).toBe(0);
});
