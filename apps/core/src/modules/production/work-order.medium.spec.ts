import {
  itemRoutes,
  orderRoutes,
  reportRoutes,
  workOrderRoutes,
  type ReplyOf,
  type RequestOf,
  type WorkOrder,
} from '@takt/contracts';
import { startCore, type TestCore } from '../../../test/core';
import {
  announced,
  bakery,
  inDays,
  itemBody,
  make,
  orderOf,
  putItem,
  report,
  settled,
  step,
  stocked,
  stockOf,
} from '../../../test/shop';
import { Jobs } from '../../platform/queue';

type Body = NonNullable<RequestOf<typeof workOrderRoutes.create>['body']>;

let core: TestCore;
let item: string;
let count = 0;
beforeAll(async () => {
  core = await startCore();
  await bakery(core);
});
beforeEach(async () => {
  item = `loaf-${(count += 1)}`;
  await putItem(core, item, {
    item: { lotSize: '40' },
    routing: [step(10, ['oven-1', 'oven-2']), step(20, ['packer'])],
  });
});
afterAll(() => core.stop());

const create = (body: Partial<Body>) =>
  core.send(workOrderRoutes.create, { body: { item, qty: '10', dueAt: inDays(2), ...body } });
const get = (workOrder: string) => core.call(workOrderRoutes.get, { params: { workOrder } });
const cancel = ({ id, revision }: WorkOrder) =>
  core.send(workOrderRoutes.cancel, { params: { workOrder: id }, body: {} }, { ifMatch: revision });
const all = async (of = item) =>
  (await core.call(workOrderRoutes.list, { query: { filter: `item:${of}`, sort: 'id' } })).items;

describe('a work order for stock', () => {
  it('has the operations of the routing as it is now, whatever becomes of it', async () => {
    const { body } = await create({ weight: 3 });
    const made = body as WorkOrder;
    expect(made).toMatchObject({
      kind: 'make-to-stock',
      qty: '10',
      weight: 3,
      status: 'released',
      lot: made.id,
      order: null,
    });
    expect(made.operations.map(({ id, status, qtyTarget }) => [id, status, qtyTarget])).toEqual([
      [`${made.id}.10`, 'ready', '10'],
      [`${made.id}.20`, 'waiting', '10'],
    ]);
    expect(await announced(core, 'work-order.released')).toContainEqual({
      workOrder: made.id,
      item,
      kind: 'make-to-stock',
    });
    await make(core, made.id);
    expect(await stockOf(core, item, 'finished')).toMatchObject({
      onHand: '10',
      available: '10',
      value: '20',
    });
    expect((await announced(core, 'work-order.finished')).at(-1)).toMatchObject({
      workOrder: made.id,
      good: '10',
      lot: made.id,
    });
  });

  it('is split into lots of at most the lot size', async () => {
    const { body } = await create({ qty: '100' });
    const lots = await all();
    expect(lots.map(({ qty }) => qty)).toEqual(['40', '40', '20']);
    expect(body).toMatchObject({
      id: lots[0]?.id,
      qty: '40',
      released: {
        ...{ qtyAsked: '100', qtyReleased: '100', rounded: false },
        workOrders: lots.map(({ id, qty }) => ({ id, qty })),
      },
    });
  });

  it('of an item made to stock is full lots, and says so', async () => {
    await putItem(core, 'tin', {
      item: { replenishment: 'make-to-stock', lotSize: '40' },
      routing: [step(10, ['packer'])],
    });
    const { body } = await create({ item: 'tin', qty: '50' });
    expect((body as ReplyOf<typeof workOrderRoutes.create>).released).toEqual({
      ...{ qtyAsked: '50', qtyReleased: '80', rounded: true },
      workOrders: (await all('tin')).map(({ id }) => ({ id, qty: '40' })),
    });
  });

  it.each([
    ['reference.unknown', { item: 'ghost' }],
    ['item.no-routing', { item: 'flour' }],
  ] as const)('is refused: %s', async (code, body) => {
    expect((await create(body)).body.code).toBe(code);
  });
});

describe('a cancellation', () => {
  it('ends what is not done and tells the stations where people are at it', async () => {
    const made = (await create({})).body as WorkOrder;
    await report(core, `${made.id}.10`, 'start', { station: 'oven-1' });
    const seen = await get(made.id);
    const { body } = await cancel(seen);
    expect((body as WorkOrder).operations.map(({ status }) => status)).toEqual(['cancelled', 'cancelled']);
    expect((await announced(core, 'work-order.cancelled')).at(-1)).toEqual({
      workOrder: made.id,
      operations: [
        { operation: `${made.id}.10`, station: 'oven-1', running: true },
        { operation: `${made.id}.20`, station: 'packer', running: false },
      ],
    });
    expect(await cancel(await get(made.id))).toMatchObject({
      status: 409,
      body: { code: 'work-order.closed', facts: { workOrder: made.id, status: 'cancelled' } },
    });
    expect((await cancel(seen)).body.code).toBe('revision.stale');
    const [run] = await core.database.query<{ end_at: Date | null }>(
      'select end_at from operation_run where operation = $1',
      [`${made.id}.10`],
    );
    expect(run?.end_at).not.toBeNull();
  });

  it('while an offline terminal goes on: what it made is kept, attached and raised', async () => {
    const order = await orderOf(core, item, '10');
    const id = order.lines[0]?.workOrders[0] ?? '';
    await report(core, `${id}.10`, 'start', { station: 'oven-1' });
    await report(core, `${id}.10`, 'complete', { good: '10' });
    await report(core, `${id}.20`, 'start');
    await cancel(await get(id));
    const late = await report(core, `${id}.20`, 'complete', { good: '7' });
    expect(late).toMatchObject({ status: 'cancelled', qtyGood: '7' });
    expect((await announced(core, 'report.recorded')).at(-1)).toMatchObject({
      good: '7',
      flags: ['after-cancel'],
    });
    await settled(core);
    expect(await stockOf(core, item, 'finished')).toMatchObject({
      onHand: '7',
      reserved: '7',
      available: '0',
    });
    expect(await stockOf(core, item, 'wip')).toMatchObject({ onHand: '0', value: '0' });
    const start = await core.send(reportRoutes.create, {
      body: {
        commandId: crypto.randomUUID(),
        operation: `${id}.20`,
        type: 'start',
        at: new Date().toISOString(),
      },
    });
    expect(start.body.code).toBe('operation.illegal-step');
  });

  it('leaves the line uncovered for a person to decide; stock that comes in serves it', async () => {
    const order = await orderOf(core, item, '10');
    const line = async () => (await core.call(orderRoutes.get, { params: { order: order.id } })).lines[0];
    await cancel(await get(order.lines[0]?.workOrders[0] ?? ''));
    await settled(core);
    expect(await line()).toMatchObject({ status: 'open', risk: 'unplanned', qtyReady: '0' });
    expect((await all()).map(({ status }) => status)).toEqual(['cancelled']);
    await stocked(core, item, '4');
    await settled(core);
    expect(await line()).toMatchObject({ qtyReady: '4' });
    expect(await stockOf(core, item, 'finished')).toMatchObject({ reserved: '4', available: '0' });
  });
});

describe('an item that is kept in stock', () => {
  const tick = () => core.running.app.get(Jobs).tick('stock.replenish');
  /** It lies there before it is kept in stock: core looks for what is missing at any time. */
  const kept = async (qty: string) => {
    const body = { name: item, lotSize: '20' };
    await putItem(core, item, { item: body, routing: [step(10, ['packer'])] });
    await stocked(core, item, qty);
    const minimum = itemBody({ ...body, replenishment: 'make-to-stock', stockMin: '30' });
    await core.call(itemRoutes.put, { params: { item }, body: minimum }, { ifMatch: '*' });
  };
  beforeEach(() => {
    item = `pie-${count}`;
  });

  it('is replenished by full lots when it falls below its minimum, once', async () => {
    await kept('25');
    await tick();
    await tick();
    expect((await all()).map(({ kind, qty }) => `${kind} ${qty}`)).toEqual(['make-to-stock 20']);
    await make(core, (await all())[0]?.id ?? '');
    await tick();
    expect(await all()).toHaveLength(1);
  });

  it('counts what orders have taken; orders take from work under way', async () => {
    await kept('40');
    await tick();
    expect(await all()).toHaveLength(0);
    await orderOf(core, item, '15');
    await tick();
    expect((await all()).map(({ qty }) => qty)).toEqual(['20']);
    const order = await orderOf(core, item, '30');
    expect(order.lines[0]).toMatchObject({ qtyFromStock: '25', workOrders: [(await all())[0]?.id] });
    await tick();
    expect((await all()).map(({ qty }) => qty)).toEqual(['20', '20']);
    await settled(core);
    expect((await all())[0]?.dueAt <= (order.lines[0]?.committedAt ?? '')).toBe(true);
  });
});
