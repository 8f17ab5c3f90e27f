import { randomUUID } from 'node:crypto';
import readWorkbook from 'read-excel-file/node';
import {
  API_PREFIX,
  operationRoutes,
  orderRoutes,
  qualityRoutes,
  reportRoutes,
  traceRoutes,
  workOrderRoutes,
  type Order,
  type TraceLink,
} from '@takt/contracts';
import { startCore, type TestCore } from '../../../test/core';
import { makeDevice, TestDevice } from '../../../test/device';
import { otherPlant } from '../../../test/other-plant';
import {
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

let core: TestCore;
let first: Order;
let second: Order;
const command = () => ({ commandId: randomUUID() });
const flour = [{ component: 'flour', qtyPer: '1', operationNo: null }];

/** Ships an order of some loaves, made for it of the flour that is there. Returns it with its work order. */
async function sold(customer: string, qty: string): Promise<Order> {
  const order = await orderOf(core, 'loaf', qty, { customer });
  await make(core, order.lines[0]?.workOrders[0] ?? '');
  return core.call(orderRoutes.ship, { params: { order: order.id, line: 1 }, body: command() });
}
const workOrderOf = (order: Order): string => order.lines[0]?.workOrders[0] ?? '';
const trace = (kind: 'lot' | 'work-order' | 'order-line', id: string) =>
  core.call(traceRoutes.trace, { params: { kind, id } });
const arrows = (links: readonly TraceLink[], direction: TraceLink['direction']) =>
  links
    .filter((link) => link.direction === direction)
    .map(({ from, to, qty, unit }) => `${from.id} → ${to.id} ${qty} ${unit}`);

beforeAll(async () => {
  core = await startCore();
  await bakery(core);
  const limits = [{ parameter: 'oven_c', min: 180, max: 205 }];
  await putItem(core, 'loaf', {
    item: { name: '=HYPERLINK("x")' },
    routing: [step(10, ['oven-1'], { limits })],
    bom: flour,
  });
  await stocked(core, 'flour', '15', { lot: 'F1', expiresAt: inDays(20) });
  await stocked(core, 'flour', '50', { lot: 'F2', expiresAt: inDays(30) });
  first = await sold('acme', '10');
  second = await sold('fussy', '8');
});
afterAll(() => core.stop());

describe('a trace', () => {
  it('leads from a shipped line back to its lots, work, and material', async () => {
    const { start, things, links, operations, complete } = await trace('order-line', `${second.id}:1`);
    const work = workOrderOf(second);
    expect(start).toMatchObject({ id: `${second.id}/1`, item: 'loaf', customer: 'fussy' });
    expect(arrows(links, 'back')).toEqual([
      `${work} → ${second.id}/1 8 pcs`,
      `${work} → ${work} 8 pcs`,
      `F1 → ${work} 5 kg`,
      `F2 → ${work} 3 kg`,
    ]);
    expect(things.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'lot F1',
      'lot F2',
      `lot ${work}`,
      `work-order ${work}`,
    ]);
    expect(operations).toMatchObject([
      { operation: `${work}.10`, good: '8', runs: [{ station: 'oven-1', workers: [] }], holds: [] },
    ]);
    expect(complete).toBe(true);
  });

  it('leads from a bad lot forward to every order that got any of it, and to no other', async () => {
    const { links } = await trace('lot', 'F1');
    expect(arrows(links, 'forward').filter((arrow) => arrow.includes('/1'))).toEqual([
      `${workOrderOf(first)} → ${first.id}/1 10 pcs`,
      `${workOrderOf(second)} → ${second.id}/1 8 pcs`,
    ]);
    const younger = await trace('lot', 'F2');
    expect(arrows(younger.links, 'forward').filter((arrow) => arrow.includes('/1'))).toEqual([
      `${workOrderOf(second)} → ${second.id}/1 8 pcs`,
    ]);
  });

  it('of what there is not, here or in another plant, is refused', async () => {
    const token = await otherPlant(core);
    for (const [kind, id, options] of [
      ['lot', 'ghost', {}],
      ['order-line', `${first.id}:2`, {}],
      ['work-order', 'WO-0', {}],
      ['lot', 'F1', { token }],
    ] as const) {
      const { status, body } = await core.send(traceRoutes.trace, { params: { kind, id } }, options);
      expect([id, status, body.code]).toEqual([id, 404, 'thing.unknown']);
    }
  });
});

describe('a recall', () => {
  it('names every delivery and what is still here', async () => {
    const made = await core.call(workOrderRoutes.create, {
      body: { item: 'loaf', qty: '2', dueAt: inDays(1) },
    });
    await make(core, made.id);
    const recall = await core.call(traceRoutes.recall, { query: { lots: 'F2' } as never });
    expect(recall.deliveries).toMatchObject([
      { order: second.id, line: 1, customer: 'fussy', lot: workOrderOf(second), qty: '8', unit: 'pcs' },
    ]);
    expect(recall.stock).toEqual([
      expect.objectContaining({ lot: 'F2', place: 'raw', qty: '45' }),
      expect.objectContaining({ lot: made.id, place: 'finished', qty: '2' }),
    ]);
  });

  it.each([
    ['en', 'Deliveries', 'Order'],
    ['zh-CN', '发货', '订单'],
  ])('is an Excel file in %s, in which names stay text', async (language, sheet, title) => {
    const reply = await fetch(`${core.url}${API_PREFIX}/recalls/excel?lots=F1`, {
      headers: { authorization: `Bearer ${core.admin}`, 'accept-language': language },
    });
    expect(reply.headers.get('content-type')).toContain('spreadsheetml');
    const [deliveries] = await readWorkbook(Buffer.from(await reply.arrayBuffer()));
    expect(deliveries?.sheet).toBe(sheet);
    expect(deliveries?.data[0]?.[0]).toBe(title);
    expect(deliveries?.data.slice(1).map((row) => [row[0], row[5], row[7]])).toEqual([
      [first.id, '=HYPERLINK("x")', 10],
      [second.id, '=HYPERLINK("x")', 8],
    ]);
  });

  it('of a lot that there never was is refused', async () => {
    expect((await core.send(traceRoutes.recall, { query: { lots: 'F1,ghost' } as never })).body.code).toBe(
      'thing.unknown',
    );
  });
});

describe('a check', () => {
  const check = (operation: string, body: object) =>
    core.send(qualityRoutes.check, { params: { operation }, body: { ...command(), ...body } as never });
  const begun = async (): Promise<string> => {
    await core.database.query(`update operation set status = 'paused' where status = 'running'`);
    const { id } = await core.call(workOrderRoutes.create, {
      body: { item: 'loaf', qty: '3', dueAt: inDays(1) },
    });
    await report(core, `${id}.10`, 'start', { station: 'oven-1' });
    return `${id}.10`;
  };
  const status = async (operation: string) =>
    (await core.call(operationRoutes.get, { params: { operation } })).status;

  it('within its limits is kept with the lot, once', async () => {
    const operation = await begun();
    const body = { ...command(), name: 'oven_c', value: '190' };
    const answers = await Promise.all([check(operation, body), check(operation, body)]);
    expect(answers.map((answer) => answer.status)).toEqual([201, 201]);
    expect(answers[0]?.body).toMatchObject({ min: 180, max: 205, within: true });
    expect((await check(operation, { ...body, value: '191' })).body.code).toBe('idempotency.mismatch');
    expect(await status(operation)).toBe('running');
    const { operations } = await trace('work-order', operation.slice(0, -3));
    expect(operations[0]?.checks).toMatchObject([{ name: 'oven_c', value: '190' }]);
  });

  it('outside them holds the operation until it is released, and the hold stays in the trace', async () => {
    const operation = await begun();
    expect((await check(operation, { name: 'oven_c', value: '12,5' })).body.code).toBe('check.invalid');
    expect((await check(operation, { name: 'oven_c', value: '212' })).body).toMatchObject({ within: false });
    expect(await status(operation)).toBe('held');
    const held = await core.call(qualityRoutes.holds, {
      query: { filter: `open:yes,operation:${operation}` },
    });
    expect(held.items).toMatchObject([{ kind: 'operation', reason: 'oven_c 212 ∉ 180–205', item: 'loaf' }]);
    const { revision } = await core.call(operationRoutes.get, { params: { operation } });
    await core.call(
      operationRoutes.release,
      { params: { operation }, body: { note: 'door was open' } },
      { ifMatch: revision },
    );
    const { operations } = await trace('work-order', operation.slice(0, -3));
    expect(operations[0]?.holds).toMatchObject([{ note: 'door was open', releasedAt: expect.any(String) }]);
    const { items } = await core.call(qualityRoutes.checks, { query: { filter: 'within:no' } });
    expect(items).toMatchObject([{ operation, value: '212' }]);
  });

  it('by eye: anybody on the floor may stop an operation', async () => {
    const operation = await begun();
    const hold = () =>
      core.send(qualityRoutes.holdOperation, { params: { operation }, body: { reason: 'smoke' } });
    expect((await hold()).body).toMatchObject({
      kind: 'operation',
      operation,
      reason: 'smoke',
      releasedAt: null,
    });
    expect((await hold()).body.code).toBe('operation.illegal-step');
  });
});

describe('a lot on hold', () => {
  it('is taken by nobody until it is released, and goes back to where it lay', async () => {
    await putItem(core, 'bun', { routing: [step(10, ['packer'])] });
    await stocked(core, 'bun', '10', { lot: 'B1' });
    const body = { ...command(), reason: 'hair found' };
    const hold = () => core.send(qualityRoutes.holdLot, { params: { lot: 'B1' }, body });
    expect((await hold()).body).toMatchObject({ kind: 'lot', lot: 'B1', qty: '10' });
    expect((await hold()).status).toBe(201);
    expect(await stockOf(core, 'bun', 'quarantine')).toMatchObject({ onHand: '10' });
    expect((await orderOf(core, 'bun', '10')).lines[0]).toMatchObject({ qtyFromStock: '0' });
    const release = () =>
      core.send(qualityRoutes.releaseLot, {
        params: { lot: 'B1' },
        body: { ...command(), note: 'only flour' },
      });
    expect((await release()).body).toMatchObject([{ releasedAt: expect.any(String), note: 'only flour' }]);
    expect(await stockOf(core, 'bun', 'finished')).toMatchObject({ onHand: '10' });
    expect((await release()).body.code).toBe('hold.none');
  });
});

describe('measurements', () => {
  it('are kept with the operation that ran then, and with no other', async () => {
    const login = await makeDevice(core, 'oven', ['oven-1']);
    const device = await TestDevice.connect(core.running.ports?.mqtt ?? 0, login, 'bakery');
    await core.database.query(`update operation set status = 'paused' where status = 'running'`);
    const { id } = await core.call(workOrderRoutes.create, {
      body: { item: 'loaf', qty: '2', dueAt: inDays(1) },
    });
    const begin = Date.now();
    await report(core, `${id}.10`, 'start', { station: 'oven-1', at: new Date(begin).toISOString() });
    for (const oven_c of [190, 200]) await device.send('oven-1', 'measure', { values: { oven_c } });
    await device.send('oven-1', 'measure', { values: { oven_c: 20 } }, { at: begin - 60_000 });
    await core.call(reportRoutes.create, {
      body: {
        ...command(),
        operation: `${id}.10`,
        type: 'complete',
        good: '2',
        at: new Date(Date.now() + 1).toISOString(),
      },
    });
    await settled(core);
    const measures = async () => (await trace('lot', id)).operations[0]?.measures ?? [];
    await until(async () => (await measures()).length > 0);
    expect(await measures()).toMatchObject([
      { parameter: 'oven_c', count: 2, min: 190, mean: 195, max: 200, limitMax: 205, outside: 0 },
    ]);
    await device.client.endAsync(true);
  });
});
