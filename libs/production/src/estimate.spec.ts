import type { RoutingOperation } from '@takt/contracts';
import { estimateFinish } from './estimate';
import type { ProductData, ProductItem } from './product';

const operation = (no: number, ways: [string, number, number][], waitMinSec = 0): RoutingOperation => ({
  no,
  name: `Step ${no}`,
  family: null,
  skill: null,
  crew: 1,
  stations: ways.map(([station, runSecPerUnit, setupSec]) => ({ station, runSecPerUnit, setupSec })),
  waitMinSec,
  waitMaxSec: null,
  interruptible: true,
  limits: [],
  instruction: '',
  instructionZh: '',
  steps: [],
});
const item = (id: string, replenishment: ProductItem['replenishment'] = 'make-to-order'): ProductItem => ({
  id,
  unit: 'pcs',
  kind: 'finished',
  replenishment,
  lotSize: '100',
  active: true,
});
const data: ProductData = {
  items: new Map([item('cake'), item('dough'), item('flour', 'buy')].map((one) => [one.id, one])),
  boms: new Map([
    ['cake', [{ component: 'dough', qtyPer: '2', scrapPercent: 0, operationNo: null }]],
    ['dough', [{ component: 'flour', qtyPer: '1', scrapPercent: 0, operationNo: null }]],
  ]),
  routings: new Map([
    [
      'cake',
      [
        operation(
          10,
          [
            ['oven-1', 10, 60],
            ['oven-2', 20, 0],
          ],
          30,
        ),
        operation(20, [['pack', 1, 0]]),
      ],
    ],
    ['dough', [operation(10, [['mixer', 1, 0]])]],
  ]),
};
const load = (queue: [string, number][] = []) => ({ now: 0, queueSec: new Map(queue) });

describe('estimate of the finish', () => {
  it('adds parts below, the best way of each operation, and waits', () => {
    // dough 20 × 1 s, oven-1 60 + 10 × 10 s, wait 30 s, pack 10 s
    expect(estimateFinish('cake', 10, data, load())).toEqual({ finishAt: 220_000, binding: 'oven-1' });
  });

  it('waits for the queue of a station, or takes another', () => {
    // oven-1 free at 100: 260; oven-2: 20 + 200 = 220
    expect(estimateFinish('cake', 10, data, load([['oven-1', 100]]))).toEqual({
      finishAt: 260_000,
      binding: 'oven-2',
    });
    expect(estimateFinish('cake', 10, data, load([['pack', 1000]]))).toEqual({
      finishAt: 1_010_000,
      binding: 'pack',
    });
  });

  it('knows nothing of what cannot be made', () => {
    expect(estimateFinish('flour', 1, data, load())).toBeNull();
    const loop = {
      ...data,
      boms: new Map([['dough', [{ component: 'dough', qtyPer: '1', scrapPercent: 0, operationNo: null }]]]),
    };
    expect(estimateFinish('dough', 5, loop, load())).toEqual({ finishAt: 5000, binding: 'mixer' });
  });
});
