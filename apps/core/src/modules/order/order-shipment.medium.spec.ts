import { randomUUID } from 'node:crypto';
import { inventoryRoutes, orderRoutes, type Order } from '@takt/contracts';
import { startCore, type TestCore } from '../../../test/core';
import { announced, bakery, inDays, orderOf, putItem, step, stocked, stockOf } from '../../../test/shop';

let core: TestCore;
let item: string;
let count = 0;
beforeAll(async () => {
  core = await startCore();
  await bakery(core);
});
beforeEach(async () => {
  item = `pie-${(count += 1)}`;
  await putItem(core, item, { item: { shelfLifeDays: 60 }, routing: [step(10, ['packer'])] });
});
afterAll(() => core.stop());

const ship = (order: Order, body: { qty?: string; commandId?: string; at?: string } = {}) =>
  core.send(orderRoutes.ship, {
    params: { order: order.id, line: 1 },
    body: { commandId: randomUUID(), ...body },
  });
/** What left: lot and quantity. */
const left = async (): Promise<string[]> => {
  const { items } = await core.call(inventoryRoutes.movements, {
    query: { filter: `item:${item},kind:shipment` },
  });
  return items.map(({ lot, qty }) => `${lot} ${qty}`);
};
const lot = (name: string): string => `${item}-${name}`;

it('what expires first leaves first', async () => {
  await stocked(core, item, '5', { lot: lot('young'), expiresAt: inDays(50) });
  await stocked(core, item, '5', { lot: lot('old'), expiresAt: inDays(20) });
  const order = await orderOf(core, item, '7');
  expect((await ship(order)).body.lines?.[0]).toMatchObject({ status: 'shipped', qtyShipped: '7' });
  expect(await left()).toEqual([`${lot('old')} -5`, `${lot('young')} -2`]);
});

it('a customer who asks for 30 days left gets none of the lots that have less', async () => {
  await stocked(core, item, '5', { lot: lot('old'), expiresAt: inDays(20) });
  await stocked(core, item, '5', { lot: lot('young'), expiresAt: inDays(50) });
  const order = await orderOf(core, item, '7', { customer: 'fussy' });
  expect(order.lines[0]).toMatchObject({ qtyFromStock: '5' });
  expect((await ship(order)).body.lines?.[0]).toMatchObject({ status: 'part-shipped', qtyShipped: '5' });
  expect(await left()).toEqual([`${lot('young')} -5`]);
});

it('a lot that was kept and has grown too old meanwhile is not shipped', async () => {
  await stocked(core, item, '5', { lot: lot('kept'), expiresAt: inDays(33) });
  const order = await orderOf(core, item, '5', { customer: 'fussy' });
  await core.database.query(`update lot set expires_at = $2 where id = $1`, [lot('kept'), inDays(29)]);
  const refused = await ship(order);
  expect(refused).toMatchObject({
    status: 409,
    body: { code: 'lot.expired', facts: { lot: lot('kept'), item, days: 30 } },
  });
  expect(await left()).toEqual([]);
});

it('stock that is kept for another order is left alone', async () => {
  await stocked(core, item, '5', { lot: lot('a'), expiresAt: inDays(20) });
  const first = await orderOf(core, item, '5');
  await stocked(core, item, '5', { lot: lot('b'), expiresAt: inDays(50) });
  const second = await orderOf(core, item, '5');
  await ship(second);
  expect(await left()).toEqual([`${lot('b')} -5`]);
  expect((await ship(first)).status).toBe(201);
});

it('a part at a time, each command once, until nothing is left', async () => {
  await stocked(core, item, '10', { at: inDays(-1) });
  const order = await orderOf(core, item, '10');
  const commandId = randomUUID();
  const at = new Date(Date.now() - 60_000).toISOString();
  expect((await ship(order, { commandId, qty: '4', at })).body.lines?.[0]).toMatchObject({
    status: 'part-shipped',
    shippedAt: at,
  });
  expect((await ship(order, { commandId, qty: '4', at })).body.lines?.[0]).toMatchObject({ qtyShipped: '4' });
  expect(await ship(order, { commandId, qty: '5' })).toMatchObject({
    status: 422,
    body: { code: 'idempotency.mismatch', facts: { key: commandId } },
  });
  expect(await ship(order, { qty: '99' })).toMatchObject({
    status: 409,
    body: { code: 'order.above-open', facts: { order: order.id, line: 1, qty: '99', open: '6' } },
  });
  expect(await ship(order, { qty: '2.5' })).toMatchObject({
    status: 422,
    body: { code: 'quantity.fraction', facts: { item, qty: '2.5', unit: 'pcs' } },
  });
  expect((await ship(order, { qty: '99.5' })).body.code).toBe('quantity.fraction');
  expect((await ship(order, { at: inDays(-400) })).body).toMatchObject({
    code: 'movement.date',
    facts: { reason: 'old' },
  });
  expect((await ship(order)).body.lines?.[0]).toMatchObject({ status: 'shipped', qtyShipped: '10' });
  expect(await ship(order)).toMatchObject({ status: 409, body: { code: 'order.closed' } });
  expect((await announced(core, 'order.shipped')).filter(({ order: id }) => id === order.id)).toMatchObject([
    { qty: '4', complete: false, at },
    { qty: '6', complete: true },
  ]);
  expect(await stockOf(core, item, 'finished')).toMatchObject({ onHand: '0', reserved: '0' });
});

it('nothing leaves while nothing is ready, and nothing leaves tomorrow or later', async () => {
  const order = await orderOf(core, item, '3');
  expect(await ship(order)).toMatchObject({
    status: 409,
    body: { code: 'order.nothing-to-ship', facts: { order: order.id, line: 1 } },
  });
  await stocked(core, item, '3');
  const late = await orderOf(core, item, '3');
  expect((await ship(late, { at: inDays(2) })).body).toMatchObject({
    code: 'movement.date',
    facts: { reason: 'future' },
  });
  const shipped = await ship(late, { at: inDays(1) });
  expect(Date.parse(shipped.body.lines?.[0]?.shippedAt ?? '')).toBeLessThanOrEqual(Date.now());
  const unknown = await core.send(orderRoutes.ship, {
    params: { order: 'O-0', line: 1 },
    body: { commandId: randomUUID() },
  });
  expect(unknown.body.code).toBe('thing.unknown');
});
