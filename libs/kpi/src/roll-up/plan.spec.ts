import { kpiById } from '../catalog';
import { input, type InputName, type Sums } from '../input';
import { planKept, planMoved, type ActualEntry, type BaselineEntry, type PlannedStart } from './plan';

const numbers = (sums: Sums, ...names: InputName[]) => names.map((name) => input(sums, name).toNumber());

describe('the plan frozen at shift start', () => {
  const planned = (operation: string, startAt: number, endAt: number): BaselineEntry => ({
    operation,
    startAt,
    endAt,
    qty: 100,
  });
  const really = (startedAt: number | null, endedAt: number | null, qty: number): ActualEntry => ({
    startedAt,
    endedAt,
    qty,
  });
  const baseline = [planned('A', 0, 40), planned('B', 40, 100), planned('C', 60, 120)];

  it('is kept within tolerance, to either side', () => {
    const actual = new Map([
      ['A', really(5, 46, 150)],
      ['B', really(34, 100, 50)],
    ]);
    const sums = planKept(baseline, actual, [0, 100], 5);
    expect(numbers(sums, 'plannedStarts', 'startsOnPlan', 'plannedEnds', 'endsOnPlan')).toEqual([3, 1, 1, 0]);
  });

  it('attains quantities one by one: 150 of one does not make up for 50 of another', () => {
    const actual = new Map([
      ['A', really(0, 40, 150)],
      ['B', really(40, 100, 50)],
      ['C', really(60, 120, 100)],
    ]);
    const sums = planKept(baseline, actual, [0, 200], 5);
    expect(kpiById('quantity-attainment')?.evaluate({ sums }).value?.toFixed(2)).toBe('83.33');
  });
});

describe('a replan', () => {
  const entry = (operation: string, station: string, startAt: number, weight = 1): PlannedStart => ({
    operation,
    station,
    startAt,
    weight,
  });
  it('is judged by what it moves', () => {
    const before = [
      entry('A', 'oven-1', 0),
      entry('B', 'oven-1', 10_000, 2),
      entry('C', 'oven-2', 20_000),
      entry('D', 'oven-2', 30_000),
    ];
    const after = [
      entry('A', 'oven-1', 0),
      entry('B', 'oven-1', 13_000, 2),
      entry('C', 'oven-1', 20_000),
      entry('E', 'oven-2', 5_000),
    ];
    const sums = planMoved(before, after, { frozenUntil: 15_000, toldMs: 3000 });
    expect(
      numbers(sums, 'comparedOps', 'shiftedWeightedSec', 'stationChangedOps', 'frozenOps', 'frozenMovedOps'),
    ).toEqual([3, 6, 1, 2, 1]);
  });

  it('moves nothing in the frozen zone that shifts by less than people hear of', () => {
    const sums = planMoved([entry('A', 'oven-1', 0)], [entry('A', 'oven-1', 2999)], {
      frozenUntil: 15_000,
      toldMs: 3000,
    });
    expect(numbers(sums, 'frozenOps', 'frozenMovedOps')).toEqual([1, 0]);
    expect(numbers(sums, 'shiftedWeightedSec')).toEqual([2.999]);
  });
});
