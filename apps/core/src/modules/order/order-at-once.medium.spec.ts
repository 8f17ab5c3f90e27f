import { randomUUID } from 'node:crypto';
import { auditRoutes, orderRoutes, type Order } from '@takt/contracts';
import { startCore, type TestCore } from '../../../test/core';
import { bakery, inDays, orderOf, putItem, step, stocked, stockOf } from '../../../test/shop';

let core: TestCore;
let item: string;
let count = 0;
beforeAll(async () => {
  core = await startCore();
  await bakery(core);
});
beforeEach(async () => {
  item = `bun-${(count += 1)}`;
  await putItem(core, item, { routing: [step(10, ['packer'])] });
});
afterAll(() => core.stop());

const statuses = (answers: readonly { status: number }[]): number[] =>
  answers.map(({ status }) => status).sort();
const outcomes = async (action: string): Promise<string[]> => {
  const { items } = await core.call(auditRoutes.list, { query: { limit: 500 } });
  return items.filter((entry) => entry.action === action).map(({ outcome }) => outcome);
};

it('of two people who change one order, one wins, the other is told; both are in the audit', async () => {
  const order = await orderOf(core, item, '10');
  const change = (qty: string) =>
    core.send(
      orderRoutes.changeLine,
      { params: { order: order.id, line: 1 }, body: { qty } },
      { ifMatch: order.revision },
    );
  const answers = await Promise.all([change('20'), change('30')]);
  expect(statuses(answers)).toEqual([200, 412]);
  const won = answers.find(({ status }) => status === 200)?.body as Order;
  expect(await core.call(orderRoutes.get, { params: { order: order.id } })).toMatchObject({
    revision: 2,
    lines: [{ qty: won.lines[0]?.qty }],
  });
  expect((await outcomes('PATCH /orders/:order/lines/:line')).sort()).toEqual(['done', 'revision.stale']);
});

it('of two who cancel it without looking, the other is told that it is closed', async () => {
  const order = await orderOf(core, item, '10');
  const cancel = () =>
    core.send(orderRoutes.cancelLine, { params: { order: order.id, line: 1 }, body: {} }, { ifMatch: '*' });
  const answers = await Promise.all([cancel(), cancel()]);
  expect(statuses(answers)).toEqual([200, 409]);
  expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
    code: 'order.closed',
    facts: { status: 'cancelled' },
  });
  expect((await outcomes('POST /orders/:order/lines/:line/cancel')).sort()).toEqual(['done', 'order.closed']);
});

it('orders that come at once never share a piece of stock', async () => {
  await stocked(core, item, '10');
  const orders = await Promise.all([1, 2, 3, 4, 5, 6].map(() => orderOf(core, item, '3')));
  const fromStock = orders.map(({ lines }) => Number(lines[0]?.qtyFromStock));
  expect(fromStock.reduce((sum, qty) => sum + qty, 0)).toBe(10);
  expect(await stockOf(core, item, 'finished')).toMatchObject({
    onHand: '10',
    reserved: '10',
    available: '0',
  });
});

it('a shipment that is sent twice at once leaves once', async () => {
  await stocked(core, item, '10');
  const order = await orderOf(core, item, '10');
  const commandId = randomUUID();
  const ship = () =>
    core.send(orderRoutes.ship, { params: { order: order.id, line: 1 }, body: { commandId, qty: '4' } });
  const answers = await Promise.all([ship(), ship(), ship()]);
  expect(statuses(answers)).toEqual([201, 201, 201]);
  expect(await stockOf(core, item, 'finished')).toMatchObject({ onHand: '6' });
});

it('an order that is entered twice under one key is one order', async () => {
  const key = randomUUID();
  const body = { customer: 'acme', lines: [{ item, qty: '1', requestedAt: inDays(1) }] };
  const first = await core.call(orderRoutes.create, { body }, { key });
  const again = await core.call(orderRoutes.create, { body }, { key });
  expect(again.id).toBe(first.id);
  const { items } = await core.call(orderRoutes.list, { query: { filter: `item:${item}` } });
  expect(items).toHaveLength(1);
});
