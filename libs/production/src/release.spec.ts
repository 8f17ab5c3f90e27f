import type { BomLine, RoutingOperation } from '@takt/contracts';
import { bomCycle, checkBom, componentNeeds } from './bom';
import { lotsFor, releasedLots, replenishLots } from './lot-size';
import type { ProductItem } from './product';
import { RELEASE_MAX, operationId, releaseWorkOrders, type Demand, type Release } from './release';
import { checkRouting } from './routing';

const step = (no: number, more: Partial<RoutingOperation> = {}): RoutingOperation => ({
  no,
  name: `Step ${no}`,
  family: null,
  skill: null,
  crew: 1,
  stations: [{ station: 'oven-1', runSecPerUnit: 2, setupSec: 60 }],
  waitMinSec: 0,
  waitMaxSec: null,
  interruptible: true,
  limits: [],
  instruction: '',
  instructionZh: '',
  steps: [],
  ...more,
});
const uses = (component: string, qtyPer: string, operationNo: number | null = null): BomLine => ({
  component,
  qtyPer,
  scrapPercent: 0,
  operationNo,
});
const item = (id: string, more: Partial<ProductItem> = {}): ProductItem => ({
  id,
  unit: 'pcs',
  kind: 'finished',
  replenishment: 'make-to-order',
  lotSize: '100',
  active: true,
  ...more,
});
const bakery = {
  items: new Map([
    ['cake', item('cake')],
    ['base', item('base', { kind: 'semi-finished' })],
    ['flour', item('flour', { kind: 'raw', unit: 'kg', replenishment: 'buy' })],
  ]),
  boms: new Map([
    ['cake', [uses('base', '1', 20), uses('flour', '0.1')]],
    ['base', [uses('flour', '0.5')]],
  ]),
  routings: new Map([
    ['cake', [step(10), step(20)]],
    ['base', [step(10)]],
  ]),
};
const demand = (more: Partial<Demand> = {}): Demand => ({
  item: 'cake',
  qty: '10',
  kind: 'make-to-order',
  order: 'O-1',
  orderLine: 1,
  releaseAt: 0,
  dueAt: 1_000_000,
  weight: 1,
  ...more,
});
const release = (asked: Demand, stock: Record<string, string> = {}) =>
  releaseWorkOrders(asked, bakery, new Map(Object.entries(stock))) as Release;

describe('release of a work order', () => {
  it('explodes routing and bill of materials over two levels', () => {
    const [cake, base] = release(demand(), { flour: '100' }).workOrders;
    expect(cake.operations.map(({ no, qtyTarget, status }) => [no, qtyTarget, status])).toEqual([
      [10, '10', 'ready'],
      [20, '10', 'waiting'],
    ]);
    expect(cake.needs).toEqual([
      { operationNo: 20, component: 'base', qty: '10', fromStock: '0', fromChild: '10', short: '0' },
      { operationNo: 10, component: 'flour', qty: '1', fromStock: '1', fromChild: '0', short: '0' },
    ]);
    expect([base.item, base.qty, base.parent, base.feedsOperationNo]).toEqual(['base', '10', 0, 20]);
    expect(base.dueAt).toBe(1_000_000 - 2 * (60 + 20) * 1000); // two operations of the cake: set-up and ten pieces each
    expect(base.needs[0]).toMatchObject({ component: 'flour', qty: '5', fromStock: '5' });
  });

  it('draws half-made parts from stock first and makes the rest', () => {
    const orders = release(demand(), { base: '4', flour: '100' }).workOrders;
    expect(orders.map(({ item: made, qty }) => [made, qty])).toEqual([
      ['cake', '10'],
      ['base', '6'],
    ]);
    expect(orders[0].needs[0]).toMatchObject({ fromStock: '4', fromChild: '6' });
    expect(release(demand(), { base: '10', flour: '100' }).workOrders).toHaveLength(1);
  });

  it('names what is short, and its first operation waits', () => {
    const [cake] = release(demand(), { base: '10', flour: '0.4' }).workOrders;
    expect(cake.needs[1]).toMatchObject({ component: 'flour', fromStock: '0.4', short: '0.6' });
    expect(cake.operations[0].status).toBe('waiting');
  });

  it('gives the same stock to nobody twice', () => {
    const orders = release(demand({ qty: '150' }), { base: '120', flour: '1000' }).workOrders;
    expect(orders.map(({ item: made, qty, parent }) => [made, qty, parent])).toEqual([
      ['cake', '100', null],
      ['cake', '50', null],
      ['base', '30', 1],
    ]);
  });

  it('reworks without new material', () => {
    expect(release(demand({ kind: 'rework', qty: '150' })).workOrders).toMatchObject([
      { qty: '150', needs: [] },
    ]);
  });

  it('is refused for unknown, inactive and bought items', () => {
    const code = (asked: Demand, items = bakery.items) =>
      releaseWorkOrders(asked, { ...bakery, items }, new Map());
    expect(code(demand({ item: 'pie' }))).toMatchObject({ code: 'reference.unknown', facts: { id: 'pie' } });
    expect(code(demand({ item: 'flour' }))).toMatchObject({
      code: 'item.no-routing',
      facts: { item: 'flour' },
    });
    expect(code(demand(), new Map([['cake', item('cake', { active: false })]]))).toMatchObject({
      code: 'item.inactive',
    });
  });

  it('is refused when the bill of materials contains itself, with the way', () => {
    const boms = new Map([...bakery.boms, ['base', [uses('cake', '1')]]]);
    expect(releaseWorkOrders(demand(), { ...bakery, boms }, new Map())).toMatchObject({
      code: 'bom.cycle',
      facts: { path: 'cake → base → cake' },
    });
  });

  it('is refused instead of growing without end', () => {
    const names = Array.from({ length: 12 }, (_, i) => `L${i}`);
    const deep = {
      items: new Map(names.map((name) => [name, item(name)])),
      boms: new Map(
        names.slice(0, -1).map((name, i) => [name, [uses(names[i + 1], '1'), uses(names[i + 1], '1')]]),
      ),
      routings: new Map(names.map((name) => [name, [step(10)]])),
    };
    expect(releaseWorkOrders(demand({ item: 'L0' }), deep, new Map())).toMatchObject({
      code: 'routing.invalid',
      facts: { why: `> ${RELEASE_MAX} × work order` },
    });
  });

  it('names its operations', () => {
    expect(operationId('WO-1017', 20)).toBe('WO-1017.20');
  });
});

describe('lots', () => {
  it('are at most the lot size to order, and full to stock', () => {
    expect(lotsFor(item('cake'), '250')).toEqual(['100', '100', '50']);
    expect(lotsFor(item('cake', { replenishment: 'make-to-stock' }), '250')).toEqual(['100', '100', '100']);
    expect(lotsFor(item('cake', { lotSize: '0.25', unit: 'kg' }), '0.6')).toEqual(['0.25', '0.25', '0.1']);
  });

  it('grow instead of becoming ten million', () => {
    const lots = lotsFor(item('cake', { lotSize: '1' }), '10000000');
    expect([lots.length, lots[0]]).toEqual([100, '100000']);
    expect(
      lotsFor(item('cake', { lotSize: '1' }), '101')
        .map(Number)
        .reduce((a, b) => a + b),
    ).toBe(101);
  });

  it('bring stock back to its minimum', () => {
    const bread = item('bread', { replenishment: 'make-to-stock' });
    const lots = (onHand: number, reserved: number, open: number) =>
      replenishLots(bread, { stockMin: '120', onHand, reserved, open });
    expect(lots(120, 0, 0)).toEqual([]);
    expect(lots(119, 0, 0)).toEqual(['100']);
    expect(lots(200, 100, 0)).toEqual(['100']);
    expect(lots(0, 0, 100)).toEqual(['100']);
    expect(lots(0, 100, 0)).toEqual(['100', '100', '100']);
    expect(replenishLots(item('cake'), { stockMin: '120', onHand: 0, reserved: 0, open: 0 })).toEqual([]);
  });
});

describe('bill of materials', () => {
  it('is refused when it closes a loop, also with itself', () => {
    const boms = new Map([
      ['A', [uses('B', '1')]],
      ['B', [uses('C', '1')]],
    ]);
    expect(checkBom('C', [uses('A', '1')], boms)).toMatchObject({
      code: 'bom.cycle',
      facts: { path: 'C → A → B → C' },
    });
    expect(checkBom('C', [uses('C', '1')], boms)).toMatchObject({ facts: { path: 'C → C' } });
    expect(checkBom('C', [uses('D', '1')], boms)).toBeNull();
    expect(bomCycle('A', boms)).toBeNull();
  });

  it('needs more where parts are lost', () => {
    const [need] = componentNeeds([{ ...uses('flour', '0.5', 10), scrapPercent: 10 }], '20');
    expect([need.component, need.qty.toString(), need.operationNo]).toEqual(['flour', '11', 10]);
  });
});

describe('routing', () => {
  const why = (...operations: RoutingOperation[]) => checkRouting('cake', operations)?.facts.why;
  it('is usable or says why not', () => {
    expect(checkRouting('cake', [step(10), step(20)], [uses('base', '1', 20)])).toBeNull();
    expect(why()).toBe('0 × operation');
    expect(why(step(20), step(10))).toBe('20 → 10');
    expect(why(step(10), step(10))).toBe('10 → 10');
    expect(why(step(10, { stations: [] }))).toBe('10: 0 × station');
    const oven = step(10).stations[0];
    expect(why(step(10, { stations: [oven, oven] }))).toBe('10: 2 × oven-1');
    expect(why(step(10, { waitMinSec: 9, waitMaxSec: 5 }))).toBe('10: waitMaxSec 5 < waitMinSec 9');
    expect(why(step(10, { limits: [{ parameter: 'oven_c', min: 200, max: 180 }] }))).toBe(
      '10: oven_c 200 > 180',
    );
    expect(checkRouting('cake', [step(10)], [uses('base', '1', 30)])?.facts.why).toBe('base: 30 ∉ 10');
  });
});

it('says what became of the quantity that was asked for', () => {
  const lots = [
    { id: 'WO-1', qty: '40' },
    { id: 'WO-2', qty: '40', item: 'tin' },
  ];
  const workOrders = [lots[0], { id: 'WO-2', qty: '40' }];
  expect(releasedLots('80', lots)).toEqual({ qtyAsked: '80', qtyReleased: '80', rounded: false, workOrders });
  expect(releasedLots('50.5', lots)).toMatchObject({ qtyAsked: '50.5', qtyReleased: '80', rounded: true });
});
