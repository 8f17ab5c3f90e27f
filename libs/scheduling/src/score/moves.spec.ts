import { moved } from './moves';

const placed = (op: string, station: string, runStart: number): [string, never] => [
  op,
  { op, station, start: runStart - 5, runStart, end: runStart + 10 } as never,
];
const price = { changeover: 0, overtime: 0, moveSecond: 2, moveStation: 100 };
const baseline = [{ op: 'A/x', station: 's1', start: 50, stay: 0, within: 0 }];

test('seconds of the run start from the published one, earlier or later, and another station once', () => {
  const of = (...at: Parameters<typeof placed>) =>
    moved(baseline, new Map([placed(...at)]), new Set(), price);
  expect(of('A/x', 's1', 50)).toEqual({ operations: 0, stations: 0, seconds: 0, cost: 0 });
  expect(of('A/x', 's1', 57)).toEqual({ operations: 1, stations: 0, seconds: 7, cost: 14 }); // 2 · 7
  expect(of('A/x', 's2', 46)).toEqual({ operations: 1, stations: 1, seconds: 4, cost: 108 }); // 2 · 4 + 100
  expect(of('A/x', 's2', 50)).toEqual({ operations: 1, stations: 1, seconds: 0, cost: 100 });
});

test('fixed and unplaced operations count nothing', () => {
  const none = { operations: 0, stations: 0, seconds: 0, cost: 0 };
  expect(moved(baseline, new Map([placed('A/x', 's2', 99)]), new Set(['A/x']), price)).toEqual(none);
  expect(moved(baseline, new Map(), new Set(), price)).toEqual(none);
});
