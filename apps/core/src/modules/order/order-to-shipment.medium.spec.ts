import { randomUUID } from 'node:crypto';
import { inventoryRoutes, operationRoutes, orderRoutes, workOrderRoutes } from '@takt/contracts';
import { startCore, type TestCore } from '../../../test/core';
import { bakery, make, orderOf, stocked, stockOf } from '../../../test/shop';

let core: TestCore;
beforeAll(async () => {
  core = await startCore();
  await bakery(core);
});
afterAll(() => core.stop());

it('an order is netted, promised, made with what goes into it, and shipped; stock and value follow', async () => {
  await stocked(core, 'flour', '100');
  const order = await orderOf(core, 'cake', '10');
  expect(order.lines[0]).toMatchObject({
    qtyFromStock: '0',
    status: 'open',
    risk: 'unplanned',
    latestCommittedAt: null,
    shippedAt: null,
  });
  expect(order.lines[0]?.committedAt).toBe(order.lines[0]?.requestedAt);
  const [cake = ''] = order.lines[0]?.workOrders ?? [];
  const released = await core.call(workOrderRoutes.get, { params: { workOrder: cake } });
  expect(released).toMatchObject({
    item: 'cake',
    qty: '10',
    kind: 'make-to-order',
    order: order.id,
    status: 'released',
  });
  expect(released.operations.map(({ status }) => status)).toEqual(['waiting', 'waiting']);
  const { items: all } = await core.call(workOrderRoutes.list, { query: { filter: 'item:dough' } });
  expect(all).toMatchObject([{ qty: '10', parent: cake }]);
  expect(await stockOf(core, 'flour', 'raw')).toMatchObject({
    onHand: '100',
    reserved: '20',
    available: '80',
  });

  await make(core, all[0]?.id ?? '');
  expect(await stockOf(core, 'flour', 'raw')).toMatchObject({ onHand: '80', reserved: '0', value: '80' });
  expect(await stockOf(core, 'dough', 'finished')).toMatchObject({
    onHand: '10',
    reserved: '10',
    value: '20',
  });
  const afterDough = await core.call(orderRoutes.get, { params: { order: order.id } });
  expect(afterDough.lines[0]).toMatchObject({ status: 'in-production' });

  await make(core, cake);
  expect(await stockOf(core, 'dough', 'finished')).toMatchObject({ onHand: '0' });
  expect(await stockOf(core, 'cake', 'finished')).toMatchObject({
    onHand: '10',
    reserved: '10',
    value: '50',
  });
  const made = await core.call(orderRoutes.get, { params: { order: order.id } });
  expect(made.lines[0]).toMatchObject({ status: 'ready', risk: 'on-time', qtyReady: '10' });

  const ship = (commandId: string, qty?: string) =>
    core.call(orderRoutes.ship, {
      params: { order: order.id, line: 1 },
      body: { commandId, ...(qty ? { qty } : {}) },
    });
  const first = randomUUID();
  expect((await ship(first, '4')).lines[0]).toMatchObject({
    status: 'part-shipped',
    qtyShipped: '4',
    qtyReady: '6',
  });
  expect((await ship(first, '4')).lines[0]).toMatchObject({ qtyShipped: '4' });
  expect((await ship(randomUUID())).lines[0]).toMatchObject({
    status: 'shipped',
    qtyShipped: '10',
    risk: 'done',
  });
  expect(await stockOf(core, 'cake', 'finished')).toMatchObject({ onHand: '0', value: '0' });

  const { items: done } = await core.call(operationRoutes.list, {
    query: { filter: `workOrder:${cake}`, sort: 'id' },
  });
  expect(done.map(({ status, qtyGood }) => `${status} ${qtyGood}`)).toEqual(['done 10', 'done 10']);
  const { items: moves } = await core.call(inventoryRoutes.movements, {
    query: { filter: `item:cake`, limit: 100 },
  });
  expect(moves.map(({ kind, place, qty, value }) => `${kind} ${place} ${qty} ${value}`)).toEqual([
    'wip-in wip 0 20',
    'wip-in wip 10 0',
    'wip-out wip -10 -20',
    'completion finished 10 50',
    'shipment finished -4 -20',
    'shipment finished -6 -30',
  ]);
});
