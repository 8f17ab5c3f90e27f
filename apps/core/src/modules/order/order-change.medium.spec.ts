import { orderRoutes, workOrderRoutes, type Order, type RequestOf } from '@takt/contracts';
import { startCore, type TestCore } from '../../../test/core';
import {
  announced,
  bakery,
  inDays,
  make,
  orderOf,
  putItem,
  report,
  settled,
  step,
  stocked,
  stockOf,
} from '../../../test/shop';
import { until } from '../../../test/until';

type Edit = NonNullable<RequestOf<typeof orderRoutes.changeLine>['body']>;

let core: TestCore;
let item: string;
let count = 0;
beforeAll(async () => {
  core = await startCore();
  await bakery(core);
});
beforeEach(async () => {
  item = `bun-${(count += 1)}`;
  await putItem(core, item, { item: { lotSize: '60' }, routing: [step(10, ['packer'])] });
});
afterAll(() => core.stop());

const send = ({ id, revision }: Order, body: Edit) =>
  core.send(orderRoutes.changeLine, { params: { order: id, line: 1 }, body }, { ifMatch: revision });
const change = async (order: Order, body: Edit): Promise<Order> => {
  const { status, body: changed } = await send(order, body);
  expect(status).toBe(200);
  return changed as Order;
};
const cancel = ({ id, revision }: Order) =>
  core.send(
    orderRoutes.cancelLine,
    { params: { order: id, line: 1 }, body: { reason: 'gone' } },
    { ifMatch: revision },
  );
const read = (order: Order) => core.call(orderRoutes.get, { params: { order: order.id } });
/** Work orders of the item: quantity, status. */
const work = async (): Promise<string[]> => {
  const { items } = await core.call(workOrderRoutes.list, { query: { filter: `item:${item}`, sort: 'id' } });
  return items.map(({ qty, status }) => `${qty} ${status}`);
};

describe('a smaller quantity', () => {
  it('gives up work that has not begun: whole work orders first, then a part', async () => {
    const order = await orderOf(core, item, '100');
    expect(await work()).toEqual(['60 released', '40 released']);
    const smaller = await change(order, { qty: '30' });
    expect(smaller).toMatchObject({ revision: 2, lines: [{ qty: '30', status: 'open' }] });
    expect(await work()).toEqual(['60 cancelled', '30 released']);
    expect(smaller.lines[0]?.workOrders).toHaveLength(1);
  });

  it('keeps what has begun, which goes on to stock', async () => {
    const order = await orderOf(core, item, '50');
    const [workOrder = ''] = order.lines[0]?.workOrders ?? [];
    await report(core, `${workOrder}.10`, 'start');
    await change(order, { qty: '20' });
    expect(await work()).toEqual(['50 running']);
    await report(core, `${workOrder}.10`, 'complete', { good: '50' });
    expect((await read(order)).lines[0]).toMatchObject({ qtyReady: '20', status: 'ready' });
    expect(await stockOf(core, item, 'finished')).toMatchObject({
      onHand: '50',
      reserved: '20',
      available: '30',
    });
  });

  it('gives ready stock back', async () => {
    await stocked(core, item, '10');
    const order = await orderOf(core, item, '10');
    expect(await change(order, { qty: '4' })).toMatchObject({ lines: [{ qtyReady: '4', status: 'ready' }] });
    expect(await stockOf(core, item, 'finished')).toMatchObject({ reserved: '4', available: '6' });
  });

  it('is refused below what is shipped, and changes nothing', async () => {
    await stocked(core, item, '10');
    const order = await orderOf(core, item, '10');
    const { revision } = await core.call(orderRoutes.ship, {
      params: { order: order.id, line: 1 },
      body: { commandId: crypto.randomUUID(), qty: '6' },
    });
    const refused = await send({ ...order, revision }, { qty: '5' });
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'order.below-shipped', facts: { shipped: '6', qty: '5' } },
    });
    expect(await change({ ...order, revision }, { qty: '6' })).toMatchObject({
      lines: [{ qty: '6', status: 'shipped', qtyReady: '0' }],
    });
    expect((await stockOf(core, item, 'finished')).available).toBe('4');
  });
});

describe('a larger quantity', () => {
  it('is netted and made for what is beyond', async () => {
    const order = await orderOf(core, item, '10');
    await stocked(core, item, '5');
    await change(order, { qty: '25' });
    expect(await work()).toEqual(['10 released', '10 released']);
    expect((await read(order)).lines[0]).toMatchObject({ qty: '25', qtyFromStock: '5', qtyReady: '5' });
  });

  it('uses what begun work makes for nobody', async () => {
    const first = await orderOf(core, item, '50');
    await report(core, `${first.lines[0]?.workOrders[0]}.10`, 'start');
    await change(first, { qty: '20' });
    const second = await orderOf(core, item, '30');
    expect(await work()).toEqual(['50 running']);
    expect(second.lines[0]?.workOrders).toEqual(first.lines[0]?.workOrders);
    await report(core, `${first.lines[0]?.workOrders[0]}.10`, 'complete', { good: '50' });
    expect((await read(second)).lines[0]).toMatchObject({ qtyReady: '30', status: 'ready' });
  });

  it('moves a promise that cannot be kept with it, and the due date of the work follows', async () => {
    const order = await orderOf(core, item, '1', {
      requestedAt: new Date(Date.now() + 60_000).toISOString(),
    });
    const larger = await change(order, { qty: '61' });
    const [line] = larger.lines;
    expect(line?.committedAt).toBe(order.lines[0]?.committedAt);
    expect(Date.parse(line?.latestCommittedAt ?? '')).toBeGreaterThan(Date.parse(line?.committedAt ?? ''));
    expect(await announced(core, 'order.promised')).toContainEqual({
      order: order.id,
      line: 1,
      committedAt: line?.latestCommittedAt,
      previousAt: line?.committedAt,
    });
    await until(async () => {
      const { items } = await core.call(workOrderRoutes.list, { query: { filter: `item:${item}` } });
      return items.every(({ dueAt }) => dueAt === line?.latestCommittedAt);
    });
  });
});

describe('other changes', () => {
  it('move the wish, the promise and the note, and say which fields they touched', async () => {
    const order = await orderOf(core, item, '1');
    const committedAt = order.lines[0]?.committedAt;
    const requestedAt = inDays(5);
    const wished = await change(order, { requestedAt, note: 'ring twice' });
    expect(wished.lines[0]).toMatchObject({
      requestedAt,
      note: 'ring twice',
      committedAt: order.lines[0]?.committedAt,
    });
    const latestCommittedAt = inDays(6);
    const promised = await change(wished, { latestCommittedAt });
    expect(promised.lines[0]).toMatchObject({ latestCommittedAt, committedAt: order.lines[0]?.committedAt });
    expect((await announced(core, 'order.changed')).filter(({ order: id }) => id === order.id)).toEqual([
      {
        order: order.id,
        line: 1,
        fields: ['requestedAt', 'note'],
        replan: true,
        wasDue: [order.lines[0]?.requestedAt, committedAt],
      },
      {
        order: order.id,
        line: 1,
        fields: ['latestCommittedAt'],
        replan: true,
        wasDue: [requestedAt, committedAt],
      },
    ]);
    await change(promised, { note: '' });
    expect((await announced(core, 'order.changed')).at(-1)).toMatchObject({
      fields: ['note'],
      replan: false,
    });
  });

  it('name something to change, and dates that can be meant', async () => {
    const order = await orderOf(core, item, '10');
    expect(await send(order, {})).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    for (const field of ['requestedAt', 'latestCommittedAt'] as const)
      expect(await send(order, { [field]: '2000-01-01T00:00:00Z' })).toMatchObject({
        status: 422,
        body: { code: 'order.date', facts: { field, value: '2000-01-01T00:00:00.000Z' } },
      });
    expect((await read(order)).revision).toBe(order.revision);
  });

  it('need the newest revision, and a line that is open', async () => {
    const order = await orderOf(core, item, '1');
    await change(order, { qty: '2' });
    expect(await send(order, { qty: '3' })).toMatchObject({
      status: 412,
      body: { code: 'revision.stale', facts: { yours: '1', current: 2 } },
    });
    const cancelled = await cancel({ ...order, revision: 2 });
    expect(cancelled.status).toBe(200);
    expect(await send({ ...order, revision: 3 }, { note: 'late' })).toMatchObject({
      status: 409,
      body: { code: 'order.closed', facts: { order: order.id, line: 1, status: 'cancelled' } },
    });
    const body = { note: 'soon' };
    const blind = await core.send(orderRoutes.changeLine, { params: { order: order.id, line: 1 }, body });
    expect(blind).toMatchObject({
      status: 428,
      body: { code: 'revision.missing', facts: { thing: `order ${order.id}` } },
    });
    const unknown = await core.send(
      orderRoutes.changeLine,
      { params: { order: order.id, line: 7 }, body },
      { ifMatch: 3 },
    );
    expect(unknown).toMatchObject({ status: 404, body: { facts: { kind: 'order line' } } });
  });
});

describe('a cancellation', () => {
  it('cancels work that has not begun, with what feeds it, and gives material back', async () => {
    await stocked(core, 'flour', '20');
    const order = await orderOf(core, 'cake', '5');
    expect(await stockOf(core, 'flour', 'raw')).toMatchObject({ reserved: '10' });
    const cancelled = await cancel(order);
    expect(cancelled.body).toMatchObject({ lines: [{ status: 'cancelled', risk: 'done', note: 'gone' }] });
    const { items } = await core.call(workOrderRoutes.list, { query: { filter: 'item:cake|dough' } });
    expect(items.map(({ status }) => status)).toEqual(['cancelled', 'cancelled']);
    expect(await stockOf(core, 'flour', 'raw')).toMatchObject({ reserved: '0', available: '20' });
    expect(await announced(core, 'order.cancelled')).toContainEqual({ order: order.id, line: 1 });
    expect(await cancel({ ...order, revision: 2 })).toMatchObject({
      status: 409,
      body: { code: 'order.closed' },
    });
  });

  it('lets begun work go on to stock', async () => {
    const order = await orderOf(core, item, '10');
    const [workOrder = ''] = order.lines[0]?.workOrders ?? [];
    await report(core, `${workOrder}.10`, 'start');
    await cancel(order);
    expect(await core.call(workOrderRoutes.get, { params: { workOrder } })).toMatchObject({
      status: 'running',
      order: null,
      orderLine: null,
    });
    await report(core, `${workOrder}.10`, 'complete', { good: '10' });
    expect(await stockOf(core, item, 'finished')).toMatchObject({ onHand: '10', available: '10' });
    expect((await read(order)).lines[0]).toMatchObject({ status: 'cancelled', qtyReady: '0' });
  });

  it('after a shipment keeps what is shipped as all there is', async () => {
    await stocked(core, item, '4');
    const order = await orderOf(core, item, '10');
    const shipped = await core.call(orderRoutes.ship, {
      params: { order: order.id, line: 1 },
      body: { commandId: crypto.randomUUID() },
    });
    expect(shipped.lines[0]).toMatchObject({ status: 'part-shipped', qtyShipped: '4' });
    const cancelled = await cancel(shipped);
    expect(cancelled.body).toMatchObject({ lines: [{ status: 'shipped', qty: '4', qtyShipped: '4' }] });
    expect(await work()).toEqual(['6 cancelled']);
  });
});

it('work for a line that is made elsewhere meanwhile shows on the line', async () => {
  const order = await orderOf(core, item, '10');
  const [workOrder = ''] = order.lines[0]?.workOrders ?? [];
  await make(core, workOrder);
  await settled(core);
  expect((await announced(core, 'order.changed')).filter(({ order: id }) => id === order.id)).toEqual([
    { order: order.id, line: 1, fields: ['status'], replan: false },
    { order: order.id, line: 1, fields: ['status', 'risk'], replan: false },
  ]);
});
