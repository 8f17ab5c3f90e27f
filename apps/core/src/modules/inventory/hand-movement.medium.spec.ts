import { randomUUID } from 'node:crypto';
import {
  inventoryRoutes,
  movementRoutes,
  orderRoutes,
  workOrderRoutes,
  type Movement,
} from '@takt/contracts';
import { Jobs } from '../../platform/queue';
import { Database } from '../../platform/database';
import { startCore, type TestCore } from '../../../test/core';
import { bakery, inDays, make, orderOf, putItem, settled, step, stocked, stockOf } from '../../../test/shop';
import { StockRepository } from './stock.repository';

let core: TestCore;
let count = 0;
let item = '';
const command = () => ({ commandId: randomUUID() });

beforeAll(async () => {
  core = await startCore();
  await bakery(core);
});
afterAll(() => core.stop());
beforeEach(async () => {
  item = `bun-${(count += 1)}`;
  await putItem(core, item, { item: { shelfLifeDays: 10 }, routing: [step(10, ['packer'])] });
});
afterEach(async () => {
  await settled(core);
  const drift = await core.running.app
    .get(Database)
    .read('main', (tx) => core.running.app.get(StockRepository).drift(tx));
  expect(drift).toEqual([]);
});

const brief = (lines: readonly Movement[]) =>
  lines.map(({ kind, place, lot, qty, value }) => `${kind} ${place} ${lot ?? '—'} ${qty} = ${value}`);
const transfer = (body: object) =>
  core.send(movementRoutes.transfer, {
    body: { ...command(), item, lot: 'A', from: 'finished', to: 'quarantine', qty: '4', ...body } as never,
  });

describe('a transfer', () => {
  beforeEach(() => stocked(core, item, '10', { lot: `A${count}` }));

  it('is two lines of the same value, once however often it is sent, and taken back as a whole', async () => {
    const lot = `A${count}`;
    const same = command();
    const first = await transfer({ ...same, lot });
    expect(brief(first.body as Movement[])).toEqual([
      `transfer finished ${lot} -4 = -8`,
      `transfer quarantine ${lot} 4 = 8`,
    ]);
    expect((await transfer({ ...same, lot })).body).toEqual(first.body);
    expect((await transfer({ ...same, lot, qty: '5' })).body.code).toBe('idempotency.mismatch');
    expect(await stockOf(core, item, 'finished')).toMatchObject({ onHand: '6', value: '12' });
    expect(await stockOf(core, item, 'quarantine')).toMatchObject({ onHand: '4', value: '8' });
    const [, into] = first.body as Movement[];
    await core.call(inventoryRoutes.reverse, {
      params: { movement: into?.id ?? '' },
      body: { ...command(), reason: 'wrong lot' },
    });
    expect(await stockOf(core, item, 'finished')).toMatchObject({ onHand: '10', value: '20' });
    expect(await stockOf(core, item, 'quarantine')).toMatchObject({ onHand: '0', value: '0' });
  });

  it.each([
    ['stock.short', { qty: '11' }],
    ['quantity.fraction', { qty: '11.3' }],
    ['reference.unknown', { item: 'ghost' }],
    ['request.invalid', { to: 'finished' }],
    ['request.invalid', { to: 'wip' }],
  ])('is refused: %s %j', async (code, change) => {
    expect((await transfer({ lot: `A${count}`, ...change })).body.code).toBe(code);
  });

  it('without a lot names the lots in which the item lies, when too little lies without', async () => {
    expect((await transfer({ lot: undefined })).body).toMatchObject({
      code: 'stock.lot-needed',
      facts: { item, available: '0', qty: '-4', lots: `A${count}` },
    });
    expect((await transfer({ lot: undefined, qty: '0.3' })).body.code).toBe('quantity.fraction');
  });

  it('of stock that is kept for an order lets the order be made instead', async () => {
    const order = await orderOf(core, item, '10');
    expect(order.lines[0]).toMatchObject({ qtyFromStock: '10', workOrders: [] });
    await transfer({ lot: `A${count}` });
    await settled(core);
    const { lines } = await core.call(orderRoutes.get, { params: { order: order.id } });
    expect(lines[0]).toMatchObject({ qtyReady: '6', workOrders: [expect.any(String)] });
    expect(await stockOf(core, item, 'finished')).toMatchObject({ onHand: '6', reserved: '6' });
  });
});

describe('what a customer sends back', () => {
  const giveBack = (order: string, body: object = {}) =>
    core.send(movementRoutes.giveBack, {
      body: { ...command(), order, line: 1, qty: '2', reason: 'dented', ...body },
    });

  it('goes into quarantine at the value at which it left, never more than had left', async () => {
    await stocked(core, item, '5', { lot: `R${count}` });
    const { id } = await orderOf(core, item, '5');
    await core.call(orderRoutes.ship, { params: { order: id, line: 1 }, body: command() });
    expect(brief((await giveBack(id)).body as Movement[])).toEqual([`return quarantine R${count} 2 = 4`]);
    expect((await giveBack(id, { qty: '4' })).body).toMatchObject({
      code: 'return.too-much',
      facts: { out: '3', qty: '4' },
    });
    expect((await giveBack(id, { qty: '3' })).status).toBe(201);
    expect((await giveBack(id, { qty: '1' })).body.code).toBe('return.too-much');
    expect((await giveBack('O-0')).body.code).toBe('reference.unknown');
    expect(await stockOf(core, item, 'quarantine')).toMatchObject({ onHand: '5', value: '10' });
  });
});

describe('material that is issued by hand', () => {
  const issue = (body: object) =>
    core.send(movementRoutes.issue, { body: { ...command(), item: 'flour', qty: '3', ...body } as never });

  it('goes into the work order, scanned lot first, with its value; what is not there shows below zero', async () => {
    await stocked(core, 'flour', '5', { lot: `F${count}a`, expiresAt: inDays(3) });
    await stocked(core, 'flour', '5', { lot: `F${count}b`, expiresAt: inDays(9) });
    const { id: workOrder } = await core.call(workOrderRoutes.create, {
      body: { item, qty: '2', dueAt: inDays(1) },
    });
    expect(brief((await issue({ workOrder, lot: `F${count}b` })).body as Movement[])).toEqual([
      `issue raw F${count}b -3 = -3`,
      `wip-in wip ${workOrder} 0 = 3`,
    ]);
    const more = (await issue({ workOrder, qty: '10' })).body as Movement[];
    expect(brief(more).slice(0, 3)).toEqual([
      `issue raw F${count}a -5 = -5`,
      `issue raw F${count}b -2 = -2`,
      'issue raw — -3 = -3',
    ]);
    expect(await core.call(movementRoutes.exceptions)).toEqual([
      expect.objectContaining({ item: 'flour', place: 'raw', lot: null, qty: '-3', movement: more[2]?.id }),
    ]);
    await core.call(inventoryRoutes.reverse, {
      params: { movement: more[0]?.id ?? '' },
      body: { ...command(), reason: 'typed too much' },
    });
    expect(await core.call(movementRoutes.exceptions)).toEqual([]);
    await make(core, workOrder);
    expect(await stockOf(core, item, 'wip')).toMatchObject({ onHand: '0', value: '0' });
    expect((await issue({ workOrder })).body.code).toBe('work-order.closed');
  });
});

describe('stock that is thrown away', () => {
  const window = { from: inDays(-40), to: inDays(1) };
  const waste = async () =>
    (await core.call(movementRoutes.waste, { query: window })).items.find((one) => one.item === item);
  const expire = () => core.running.app.get(Jobs).tick('stock.expire');

  it('by hand needs a reason, and is told from what expired', async () => {
    await stocked(core, item, '10', { lot: `S${count}` });
    const body = { ...command(), item, lot: `S${count}`, place: 'finished' as const, qty: '3' };
    expect((await core.send(movementRoutes.scrap, { body: { ...body, reason: '' } })).status).toBe(400);
    await core.call(movementRoutes.scrap, { body: { ...body, reason: 'dropped' } });
    expect(await waste()).toMatchObject({ qtyScrapped: '3', valueScrapped: '6', qtyExpired: '0' });
  });

  it('by its date is written off at its date; orders that it was kept for are made anew', async () => {
    const expiresAt = inDays(-1);
    await stocked(core, item, '7', { lot: `E${count}`, expiresAt: inDays(5) });
    const order = await orderOf(core, item, '7');
    await core.database.query('update lot set expires_at = $2, made_at = $3 where id = $1', [
      `E${count}`,
      expiresAt,
      inDays(-8),
    ]);
    await expire();
    await expire();
    await settled(core);
    expect(await waste()).toMatchObject({ qtyExpired: '7', valueExpired: '14', qtyScrapped: '0' });
    expect(await stockOf(core, item, 'finished')).toMatchObject({ onHand: '0' });
    const { lines } = await core.call(orderRoutes.get, { params: { order: order.id } });
    expect(lines[0]).toMatchObject({ qtyReady: '0', workOrders: [expect.any(String)] });
    const { items } = await core.call(inventoryRoutes.movements, {
      query: { filter: `item:${item},kind:scrap` },
    });
    expect(items).toMatchObject([{ source: 'expiry', note: 'expired', lot: `E${count}` }]);
    await core.call(inventoryRoutes.reverse, {
      params: { movement: items[0]?.id ?? '' },
      body: { ...command(), reason: 'tested: still good' },
    });
    await expire();
    expect(await stockOf(core, item, 'finished')).toMatchObject({ onHand: '7' });
    expect(await waste()).toBeUndefined();
  });
});
