import { orderRoutes, reportRoutes, workOrderRoutes, type Order, type WorkOrder } from '@takt/contracts';
import { startCore, type TestCore } from '../../../test/core';
import { bakery, make, orderOf, putItem, report, settled, step, stocked, stockOf } from '../../../test/shop';

let core: TestCore;
let item: string;
let count = 0;
beforeAll(async () => {
  core = await startCore();
  await bakery(core);
});
beforeEach(async () => {
  item = `loaf-${(count += 1)}`;
  await putItem(core, item, { routing: [step(10, ['oven-1']), step(20, ['packer'])] });
});
afterAll(() => core.stop());

const read = (order: Order) => core.call(orderRoutes.get, { params: { order: order.id } });
const get = (workOrder: string) => core.call(workOrderRoutes.get, { params: { workOrder } });
/** The work orders of the item, the oldest first. */
const work = async (of = item): Promise<Omit<WorkOrder, 'operations'>[]> =>
  (await core.call(workOrderRoutes.list, { query: { filter: `item:${of}`, sort: 'id' } })).items;
const seen = (orders: readonly Omit<WorkOrder, 'operations'>[]): string[] =>
  orders.map(({ kind, qty, status }) => `${kind} ${qty} ${status}`);
const bake = async (
  workOrder: string,
  pieces: { good: string; scrap?: string; rework?: string },
): Promise<void> => {
  await report(core, `${workOrder}.10`, 'start');
  await report(core, `${workOrder}.10`, 'complete', { ...pieces, scrapReason: 'burnt' });
  await settled(core);
};

it('scrap is made anew as soon as it is certain, so that the line is covered again', async () => {
  const order = await orderOf(core, item, '10');
  const [first] = await work();
  await bake(first?.id ?? '', { good: '8', scrap: '2' });
  expect(seen(await work())).toEqual(['make-to-order 10 running', 'make-to-order 2 released']);
  expect((await read(order)).lines[0]?.workOrders).toHaveLength(2);
  const [, topUp] = await work();
  await make(core, first?.id ?? '');
  await make(core, topUp?.id ?? '');
  expect((await read(order)).lines[0]).toMatchObject({ qtyReady: '10', status: 'ready' });
});

it('what is free in stock covers scrap before anything is made', async () => {
  const order = await orderOf(core, item, '10');
  const [first] = await work();
  await stocked(core, item, '5');
  await settled(core);
  await bake(first?.id ?? '', { good: '9', scrap: '1' });
  expect(seen(await work())).toEqual(['make-to-order 10 running']);
  expect((await read(order)).lines[0]).toMatchObject({ qtyReady: '1', qtyFromStock: '1' });
});

it('pieces for rework wait in quarantine and are repaired from the operation that set them aside', async () => {
  const order = await orderOf(core, item, '10');
  const [first] = await work();
  await bake(first?.id ?? '', { good: '7', rework: '3' });
  expect(await stockOf(core, item, 'quarantine')).toMatchObject({ onHand: '3', available: '0' });
  const [, rework] = await work();
  expect(rework).toMatchObject({ kind: 'rework', qty: '3', parent: first?.id, order: order.id });
  expect((await get(rework?.id ?? '')).operations.map(({ no }) => no)).toEqual([10, 20]);
  await make(core, first?.id ?? '');
  await make(core, rework?.id ?? '');
  expect(await stockOf(core, item, 'quarantine')).toMatchObject({ onHand: '0' });
  expect((await read(order)).lines[0]).toMatchObject({ qtyReady: '10', status: 'ready' });
});

it('rework at the last operation repeats that operation alone', async () => {
  await orderOf(core, item, '4');
  const [first] = await work();
  await bake(first?.id ?? '', { good: '4' });
  await report(core, `${first?.id}.20`, 'start');
  await report(core, `${first?.id}.20`, 'complete', { good: '3', rework: '1' });
  await settled(core);
  const [, rework] = await work();
  expect((await get(rework?.id ?? '')).operations.map(({ no }) => no)).toEqual([20]);
});

it('a work order that lost everything ends, and its line is made anew', async () => {
  const order = await orderOf(core, item, '5');
  const [first] = await work();
  await bake(first?.id ?? '', { good: '0', scrap: '5' });
  expect(seen(await work())).toEqual(['make-to-order 5 done', 'make-to-order 5 released']);
  expect((await get(first?.id ?? '')).operations.map(({ status }) => status)).toEqual(['done', 'cancelled']);
  expect((await read(order)).lines[0]).toMatchObject({ status: 'in-production' });
});

it('more than was ordered goes to free stock', async () => {
  await orderOf(core, item, '10');
  const [first] = await work();
  await bake(first?.id ?? '', { good: '12' });
  await make(core, first?.id ?? '');
  expect(await stockOf(core, item, 'finished')).toMatchObject({
    onHand: '12',
    reserved: '10',
    available: '2',
  });
});

describe('what a cake needs', () => {
  it('is drawn from stock, made below, or lacking until it is received', async () => {
    await stocked(core, 'dough', '4');
    const order = await orderOf(core, 'cake', '10');
    const cake = order.lines[0]?.workOrders[0] ?? '';
    const dough = (await work('dough')).find(({ parent }) => parent === cake);
    expect(dough).toMatchObject({ qty: '6', status: 'released', order: order.id });
    expect((await get(dough?.id ?? '')).operations[0]?.status).toBe('waiting');
    const waiting = await core.send(reportRoutes.create, {
      body: {
        commandId: crypto.randomUUID(),
        operation: `${dough?.id}.10`,
        type: 'start',
        at: new Date().toISOString(),
      },
    });
    expect(waiting.body).toMatchObject({ code: 'operation.waiting', facts: { missing: 'flour' } });
    await stocked(core, 'flour', '5');
    await settled(core);
    expect((await get(dough?.id ?? '')).operations[0]?.status).toBe('waiting');
    await stocked(core, 'flour', '7');
    await settled(core);
    expect((await get(dough?.id ?? '')).operations[0]?.status).toBe('ready');
    expect(await stockOf(core, 'flour', 'raw')).toMatchObject({ onHand: '12', reserved: '12' });
    expect((await get(cake)).operations[0]?.status).toBe('waiting');
    await make(core, dough?.id ?? '');
    expect((await get(cake)).operations[0]?.status).toBe('ready');
    expect(await stockOf(core, 'dough', 'finished')).toMatchObject({ onHand: '10', reserved: '10' });
  });

  it('and what scrap below takes away is made anew below', async () => {
    await stocked(core, 'flour', '100');
    const order = await orderOf(core, 'cake', '5');
    const cake = order.lines[0]?.workOrders[0] ?? '';
    const below = async () => (await work('dough')).filter(({ parent }) => parent === cake);
    const [dough] = await below();
    await report(core, `${dough?.id}.10`, 'start');
    await report(core, `${dough?.id}.10`, 'complete', { good: '3', scrap: '2', scrapReason: 'burnt' });
    const [, again] = await below();
    expect(again).toMatchObject({ qty: '2', status: 'released' });
    expect((await get(cake)).operations[0]?.status).toBe('waiting');
    await make(core, again?.id ?? '');
    expect((await get(cake)).operations[0]?.status).toBe('ready');
  });
});
