import * as fc from 'fast-check';
import { kpiById } from '../catalog';
import { addSums, input, type InputName, type Sums } from '../input';
import { NO_STOCK, stageOf, stockAreas, stockBucket, stockFlow, type MovementFact } from './stock';

const S = 1000;
const moved = (atSec: number, value: number, more: Partial<MovementFact> = {}): MovementFact => ({
  at: atSec * S,
  kind: 'receipt',
  place: 'raw',
  itemKind: 'raw',
  qty: value,
  value,
  ...more,
});
const buckets = (facts: readonly MovementFact[], ...cuts: number[]) =>
  cuts.slice(1).map((end, i) => stockBucket(facts, { startAt: cuts[i] * S, endAt: end * S }));
const area = (sums: Sums, name: InputName) => input(sums, name).toNumber();

describe('stock over time', () => {
  it('is the level at the start and the moments of what moved', () => {
    const facts = [moved(0, 100), moved(4, -60), moved(10, 5)];
    const { sums, closing } = stockAreas(NO_STOCK, buckets(facts, 0, 5, 10, 20));
    expect(area(sums, 'stockAreaRaw')).toBe(4 * 100 + 6 * 40 + 10 * 45);
    expect(closing.raw.toNumber()).toBe(45);
  });

  it('has stages: half-made parts are in progress, quarantine stays with its item', () => {
    expect([
      stageOf('raw', 'raw'),
      stageOf('wip', 'finished'),
      stageOf('finished', 'semi-finished'),
      stageOf('quarantine', 'finished'),
      stageOf('quarantine', 'raw'),
    ]).toEqual(['raw', 'wip', 'wip', 'finished', 'raw']);
  });

  it('is the same however it is cut, and a late movement changes its own bucket only', () => {
    const anyMove = fc.tuple(fc.nat(29), fc.integer({ min: -50, max: 50 }));
    fc.assert(
      fc.property(fc.array(anyMove), anyMove, fc.integer({ min: 1, max: 29 }), (list, late, cut) => {
        const facts = list.map(([when, value]) => moved(when, value));
        const whole = stockAreas(NO_STOCK, buckets(facts, 0, 30));
        const parts = stockAreas(NO_STOCK, buckets([...facts].reverse(), 0, cut, 30));
        expect(area(parts.sums, 'stockAreaRaw')).toBe(area(whole.sums, 'stockAreaRaw'));
        const [before, after] = [facts, [...facts, moved(...late)]].map((all) => buckets(all, 0, cut, 30));
        const untouched = late[0] < cut ? 1 : 0;
        expect(after[untouched]).toEqual(before[untouched]);
        expect(
          area(stockAreas(NO_STOCK, after).sums, 'stockAreaRaw') - area(whole.sums, 'stockAreaRaw'),
        ).toBe(late[1] * (30 - late[0]));
      }),
    );
  });
});

describe('what leaves the stock', () => {
  const flow = (...facts: MovementFact[]) => {
    const sums = addSums(facts.map(stockFlow));
    return (['cogsValue', 'rawUsedValue', 'wipUsedValue', 'shippedQty'] as const).map((name) =>
      area(sums, name),
    );
  };
  const cake = { place: 'finished', itemKind: 'finished' } as const;

  it('is cost of goods at shipment, less returns and what was taken back', () => {
    const shipped = moved(1, -500, { ...cake, kind: 'shipment', qty: -100 });
    const counter = moved(1, 50, { ...cake, kind: 'shipment', qty: 10 });
    const returned = moved(9, 25, { place: 'quarantine', itemKind: 'finished', kind: 'return', qty: 5 });
    expect(flow(shipped, counter, returned)).toEqual([425, 0, 0, 85]);
  });

  it('is consumption for material, and completion for work in progress', () => {
    const used = moved(1, -30, { kind: 'backflush' });
    const half = moved(1, -9, { kind: 'backflush', place: 'finished', itemKind: 'semi-finished' });
    const made = moved(1, 70, { ...cake, kind: 'completion' });
    const scrapped = moved(1, -7, { kind: 'scrap' });
    expect(flow(used, half, made, scrapped)).toEqual([0, 30, 70, 0]);
  });
});

it('the golden month: 120,000 out of 200,000 on average', () => {
  const day = 86_400;
  const facts = [
    moved(0, 200_000),
    moved(15 * day, -120_000, { kind: 'shipment', place: 'finished', itemKind: 'finished' }),
    moved(15 * day, 120_000),
  ];
  const { sums } = stockAreas(NO_STOCK, buckets(facts, 0, 10 * day, 15 * day, 30 * day));
  const all = addSums([sums, ...facts.map(stockFlow)]);
  const shown = (id: string, digits: number) =>
    kpiById(id)
      ?.evaluate({ sums: all, windowSec: 30 * day })
      .value?.toFixed(digits);
  expect([shown('inventory-turns', 2), shown('days-of-inventory', 1)]).toEqual(['7.30', '50.0']);
});
