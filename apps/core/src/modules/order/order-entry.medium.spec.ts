import { customerRoutes, orderRoutes, workOrderRoutes, type RequestOf } from '@takt/contracts';
import { startCore, type TestCore } from '../../../test/core';
import { otherPlant } from '../../../test/other-plant';
import { announced, bakery, inDays, orderOf, putItem, step, stocked, stockOf } from '../../../test/shop';

type Body = NonNullable<RequestOf<typeof orderRoutes.create>['body']>;

let core: TestCore;
beforeAll(async () => {
  core = await startCore();
  await bakery(core);
  await putItem(core, 'old', { item: { active: false }, routing: [step(10, ['packer'])] });
  await putItem(core, 'kit', {});
  await enter({ id: 'X-2' });
});
afterAll(() => core.stop());

const line = (item: string, qty: string) => ({ item, qty, requestedAt: inDays(2) });
const enter = (body: Partial<Body>) =>
  core.send(orderRoutes.create, { body: { customer: 'acme', lines: [line('pin', '1')], ...body } });

describe('an order that is entered', () => {
  it('takes what is free from stock and makes the rest; lines of one item share the stock', async () => {
    await putItem(core, 'bun', { routing: [step(10, ['packer'])] });
    await stocked(core, 'bun', '10');
    const order = await core.call(orderRoutes.create, {
      body: { id: 'X-1', customer: 'acme', lines: [line('bun', '7'), line('bun', '8')] },
    });
    expect(order).toMatchObject({
      id: 'X-1',
      customer: 'acme',
      channel: 'office',
      channelRevision: 0,
      revision: 1,
    });
    expect(order.lines.map(({ qtyFromStock, qtyReady, status }) => [qtyFromStock, qtyReady, status])).toEqual(
      [
        ['7', '7', 'ready'],
        ['3', '3', 'open'],
      ],
    );
    expect(order.lines.map(({ workOrders }) => workOrders.length)).toEqual([0, 1]);
    const [workOrder = ''] = order.lines[1]?.workOrders ?? [];
    expect(await core.call(workOrderRoutes.get, { params: { workOrder } })).toMatchObject({ qty: '5' });
    expect(await stockOf(core, 'bun', 'finished')).toMatchObject({
      onHand: '10',
      reserved: '10',
      available: '0',
    });
  });

  it('gets the next number, a promise for each line, and is announced', async () => {
    const order = await orderOf(core, 'pin', '1');
    expect(order.id).toMatch(/^O-\d+$/);
    expect(order.lines[0]?.committedAt).toBe(order.lines[0]?.requestedAt);
    expect(await announced(core, 'order.created')).toContainEqual({ order: order.id, lines: [1] });
    expect(await announced(core, 'order.promised')).toContainEqual({
      order: order.id,
      line: 1,
      committedAt: order.lines[0]?.committedAt,
      previousAt: null,
    });
  });

  it('is promised no sooner than it can be made', async () => {
    const now = Date.now();
    const order = await orderOf(core, 'pin', '100', { requestedAt: new Date(now).toISOString() });
    expect(Date.parse(order.lines[0]?.committedAt ?? '')).toBeGreaterThanOrEqual(now + 1000 * 1000);
  });

  it.each([
    ['reference.unknown', 422, { customer: 'nobody' }, { field: 'customer', kind: 'customer', id: 'nobody' }],
    ['reference.unknown', 422, { lines: [line('ghost', '1')] }, { field: 'lines.0.item', id: 'ghost' }],
    ['item.no-routing', 422, { lines: [line('kit', '1')] }, { item: 'kit' }],
    ['item.not-sold', 422, { lines: [line('flour', '1')] }, { item: 'flour' }],
    ['item.inactive', 422, { lines: [line('old', '1')] }, { item: 'old' }],
    ['order.fraction', 422, { lines: [line('pin', '1.5')] }, { item: 'pin', qty: '1.5', unit: 'pcs' }],
    ['thing.exists', 409, { id: 'X-2' }, { kind: 'order', id: 'X-2' }],
    [
      'order.date',
      422,
      { lines: [{ ...line('pin', '1'), requestedAt: '2000-01-01T00:00:00Z' }] },
      { field: 'lines.0.requestedAt', value: '2000-01-01T00:00:00.000Z' },
    ],
  ] as const)('is refused: %s', async (code, status, body, facts) => {
    const before = await core.call(orderRoutes.list, { query: { limit: 500 } });
    const refused = await enter(body as Partial<Body>);
    expect(refused).toMatchObject({ status, body: { code, facts } });
    expect((await core.call(orderRoutes.list, { query: { limit: 500 } })).items).toHaveLength(
      before.items.length,
    );
  });

  it.each([
    ['1e9 pieces', { lines: [line('pin', '1000000000')] }],
    ['no pieces', { lines: [line('pin', '0')] }],
    ['fewer than none', { lines: [line('pin', '-1')] }],
    ['a wish in 1970', { lines: [{ ...line('pin', '1'), requestedAt: '1970-01-01T00:00:00Z' }] }],
    ['no lines', { lines: [] }],
    ['an unknown field', { role: 'admin' }],
  ])('is refused with %s', async (_, body) => {
    expect(await enter(body as Partial<Body>)).toMatchObject({
      status: 400,
      body: { code: 'request.invalid' },
    });
  });

  it('is not for customers that are no longer served', async () => {
    await core.call(customerRoutes.put, {
      params: { customer: 'gone' },
      body: { name: 'Gone', weight: 1, minRemainingLifeDays: 0, priceGroup: null, active: false },
    });
    expect(await enter({ customer: 'gone' })).toMatchObject({
      status: 422,
      body: { code: 'reference.unknown' },
    });
  });

  it('leaves nothing behind when its second line is refused', async () => {
    await stocked(core, 'pin', '5');
    expect((await enter({ id: 'X-3', lines: [line('pin', '5'), line('flour', '1')] })).status).toBe(422);
    expect((await core.send(orderRoutes.get, { params: { order: 'X-3' } })).body.code).toBe('thing.unknown');
    expect((await stockOf(core, 'pin', 'finished')).available).toBe('5');
  });
});

describe('a quote', () => {
  it('says when, from what, and commits nothing', async () => {
    await putItem(core, 'roll', { routing: [step(10, ['packer'])] });
    await stocked(core, 'roll', '4');
    const quote = () =>
      core.call(orderRoutes.quote, {
        body: { customer: 'acme', lines: [line('roll', '3'), line('roll', '3')] },
      });
    const first = await quote();
    expect(first.lines.map(({ qtyFromStock, onTime }) => [qtyFromStock, onTime])).toEqual([
      ['3', true],
      ['1', true],
    ]);
    expect(first.lines[0]?.binding).toBe('stock');
    expect((await quote()).lines[0]?.qtyFromStock).toBe('3');
    expect(await stockOf(core, 'roll', 'finished')).toMatchObject({ reserved: '0' });
    const unmakeable = await core.send(orderRoutes.quote, {
      body: { customer: 'acme', lines: [line('kit', '1')] },
    });
    expect(unmakeable.body.code).toBe('item.no-routing');
  });
});

describe('the list of order lines', () => {
  it('shows the urgent first, closed ones last, and filters by risk, customer and text', async () => {
    await putItem(core, 'tart', { routing: [step(10, ['packer'])] });
    const late = await orderOf(core, 'tart', '1', {
      requestedAt: new Date(Date.now() - 86_400_000).toISOString(),
    });
    const soon = await orderOf(core, 'tart', '1', { requestedAt: inDays(1) });
    const far = await orderOf(core, 'tart', '1', { requestedAt: inDays(9), customer: 'fussy' });
    const gone = await orderOf(core, 'tart', '1', { requestedAt: inDays(0.5) });
    await core.call(
      orderRoutes.cancelLine,
      { params: { order: gone.id, line: 1 }, body: {} },
      { ifMatch: 1 },
    );
    const ids = async (filter: string, q?: string) =>
      (await core.call(orderRoutes.list, { query: { filter, ...(q ? { q } : {}) } })).items.map(
        ({ order }) => order,
      );
    expect(await ids('item:tart')).toEqual([late.id, soon.id, far.id, gone.id]);
    expect(await ids('item:tart,customer:fussy')).toEqual([far.id]);
    expect(await ids('item:tart,status:cancelled')).toEqual([gone.id]);
    expect(await ids('item:tart,risk:done')).toEqual([gone.id]);
    expect(await ids('', late.id)).toEqual([late.id]);
    const page = await core.call(orderRoutes.list, { query: { filter: 'item:tart', limit: 3 } });
    const rest = await core.call(orderRoutes.list, {
      query: { filter: 'item:tart', limit: 3, cursor: page.nextCursor ?? '' },
    });
    expect(rest.items.map(({ order }) => order)).toEqual([gone.id]);
  });
});

it('another plant neither sees nor touches the orders of this one', async () => {
  const order = await orderOf(core, 'pin', '1');
  const token = await otherPlant(core);
  const foreign = { params: { order: order.id, line: 1 } };
  const seen = await core.send(orderRoutes.get, { params: { order: order.id } }, { token });
  const changed = await core.send(
    orderRoutes.changeLine,
    { ...foreign, body: { qty: '9' } },
    { token, ifMatch: 1 },
  );
  expect([seen.body.code, changed.body.code]).toEqual(['thing.unknown', 'thing.unknown']);
  expect((await core.call(orderRoutes.list, {}, { token })).items).toEqual([]);
  const borrowed = await core.send(
    orderRoutes.create,
    { body: { customer: 'acme', lines: [line('pin', '1')] } },
    { token },
  );
  expect(borrowed.body.code).toBe('reference.unknown');
});
