import { randomUUID } from 'node:crypto';
import {
  inventoryRoutes,
  orderRoutes,
  reportRoutes,
  workOrderRoutes,
  type NewReport,
  type Report,
} from '@takt/contracts';
import { startCore, type TestCore } from '../../../test/core';
import { announced, bakery, orderOf, putItem, settled, step, stocked, stockOf } from '../../../test/shop';

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
    routing: [step(10, ['oven-1']), step(20, ['packer'])],
    bom: [{ component: 'flour', qtyPer: '1', operationNo: 10 }],
  });
  await core.database.query(`update operation set status = 'paused' where status = 'running'`);
});
afterAll(() => core.stop());

const tell = async (
  operation: string,
  type: NewReport['type'],
  more: Partial<NewReport> = {},
): Promise<Report> => {
  const body = { commandId: randomUUID(), operation, type, at: new Date().toISOString(), ...more };
  return (await core.call(reportRoutes.create, { body })).report;
};
const reverse = (report: Report, commandId: string = randomUUID()) =>
  core.send(reportRoutes.reverse, { params: { report: report.id }, body: { commandId, reason: 'mistyped' } });
const operationsOf = async (workOrder: string): Promise<string[]> => {
  const { operations } = await core.call(workOrderRoutes.get, { params: { workOrder } });
  return operations.map(({ status, qtyGood, qtyTarget }) => `${status} ${qtyGood}/${qtyTarget}`);
};

it('a quantity that was mistyped is taken back: stock, target and line are as if it had not been told', async () => {
  await stocked(core, 'flour', '20');
  const order = await orderOf(core, item, '10');
  const id = order.lines[0]?.workOrders[0] ?? '';
  await tell(`${id}.10`, 'start');
  const before = await stockOf(core, 'flour', 'raw');
  const wrong = await tell(`${id}.10`, 'quantity', { good: '9', scrap: '1', scrapReason: 'burnt' });
  expect(await stockOf(core, 'flour', 'raw')).toMatchObject({ onHand: '10', reserved: '0' });
  const { status, body } = await reverse(wrong);
  expect(status).toBe(201);
  expect(body.report).toMatchObject({
    reverses: wrong.id,
    reversedBy: null,
    good: '9',
    note: 'mistyped',
    at: wrong.at,
  });
  expect(body.operation).toMatchObject({ status: 'running', qtyGood: '0', qtyScrap: '0' });
  expect(await stockOf(core, 'flour', 'raw')).toEqual(before);
  expect(await stockOf(core, item, 'wip')).toMatchObject({ onHand: '0', value: '0' });
  const { items } = await core.call(reportRoutes.list, { query: { filter: `operation:${id}.10` } });
  expect(
    items.map(({ type, reversedBy, reverses }) => [type, reversedBy !== null, reverses !== null]),
  ).toEqual([
    ['start', false, false],
    ['quantity', true, false],
    ['quantity', false, true],
  ]);
  expect((await announced(core, 'report.reversed')).at(-1)).toMatchObject({
    reverses: wrong.id,
    operation: `${id}.10`,
    station: 'oven-1',
    line: 'bakery',
  });
});

it('a completion that is taken back leaves the operation paused and the next waiting', async () => {
  await stocked(core, 'flour', '100');
  const order = await orderOf(core, item, '10');
  const id = order.lines[0]?.workOrders[0] ?? '';
  await tell(`${id}.10`, 'start');
  const wrong = await tell(`${id}.10`, 'complete', { good: '8', scrap: '2', scrapReason: 'burnt' });
  expect(await operationsOf(id)).toEqual(['done 8/10', 'ready 0/8']);
  expect((await reverse(wrong)).status).toBe(201);
  expect(await operationsOf(id)).toEqual(['paused 0/10', 'waiting 0/10']);
});

it('finished pieces that were told by mistake are taken from the line, which waits for them again', async () => {
  await stocked(core, 'flour', '100');
  const order = await orderOf(core, item, '10');
  const id = order.lines[0]?.workOrders[0] ?? '';
  await tell(`${id}.10`, 'start');
  await tell(`${id}.10`, 'complete', { good: '10' });
  await tell(`${id}.20`, 'start');
  await tell(`${id}.20`, 'quantity', { good: '4' });
  const wrong = await tell(`${id}.20`, 'complete', { good: '6' });
  const line = async () => (await core.call(orderRoutes.get, { params: { order: order.id } })).lines[0];
  expect(await line()).toMatchObject({ qtyReady: '10', status: 'ready' });
  await reverse(wrong);
  await settled(core);
  expect(await line()).toMatchObject({ qtyReady: '4', status: 'in-production', workOrders: [id] });
  expect(await stockOf(core, item, 'finished')).toMatchObject({ onHand: '4', reserved: '4' });
  await tell(`${id}.20`, 'complete', { good: '6' });
  expect(await line()).toMatchObject({ qtyReady: '10', status: 'ready' });
  const { items } = await core.call(workOrderRoutes.list, { query: { filter: `item:${item}` } });
  expect(items.map(({ status }) => status)).toEqual(['done']);
});

it('a start that is taken back leaves the operation ready', async () => {
  await stocked(core, 'flour', '100');
  const order = await orderOf(core, item, '10');
  const id = order.lines[0]?.workOrders[0] ?? '';
  const start = await tell(`${id}.10`, 'start');
  await reverse(start);
  expect(await operationsOf(id)).toEqual(['ready 0/10', 'waiting 0/10']);
  expect(await core.database.query('select 1 from operation_run where operation = $1', [`${id}.10`])).toEqual(
    [],
  );
  expect(await core.call(workOrderRoutes.get, { params: { workOrder: id } })).toMatchObject({
    status: 'released',
    startedAt: null,
  });
});

it('pieces that the next operation has worked on, or that were shipped, are not taken back; nothing is half-done', async () => {
  await stocked(core, 'flour', '100');
  const order = await orderOf(core, item, '10');
  const id = order.lines[0]?.workOrders[0] ?? '';
  const whole = () =>
    Promise.all([
      core.call(workOrderRoutes.get, { params: { workOrder: id } }).then(({ operations }) => operations),
      core.call(orderRoutes.get, { params: { order: order.id } }).then(({ lines }) => lines),
      stockOf(core, item, 'finished'),
    ]);
  await tell(`${id}.10`, 'start');
  const first = await tell(`${id}.10`, 'complete', { good: '10' });
  await tell(`${id}.20`, 'start');
  const last = await tell(`${id}.20`, 'complete', { good: '10' });
  await settled(core);
  const made = await whole();
  expect(await reverse(first)).toMatchObject({
    status: 409,
    body: { code: 'report.used', facts: { operation: `${id}.10`, used: '10', left: '0' } },
  });
  expect(await whole()).toEqual(made);
  await core.call(orderRoutes.ship, {
    params: { order: order.id, line: 1 },
    body: { commandId: randomUUID() },
  });
  await settled(core);
  const shipped = await whole();
  expect(await reverse(last)).toMatchObject({
    status: 409,
    body: { code: 'report.used', facts: { operation: `${id}.20`, used: '10', left: '0' } },
  });
  expect(await whole()).toEqual(shipped);
});

it('nothing is taken back twice, by another command, and a counter-entry not at all', async () => {
  await stocked(core, 'flour', '100');
  const order = await orderOf(core, item, '10');
  const id = order.lines[0]?.workOrders[0] ?? '';
  await tell(`${id}.10`, 'start');
  const wrong = await tell(`${id}.10`, 'quantity', { good: '1' });
  const commandId = randomUUID();
  const [first, second] = [await reverse(wrong, commandId), await reverse(wrong, commandId)];
  expect(second.body.report).toEqual(first.body.report);
  expect(await reverse(wrong)).toMatchObject({ status: 409, body: { code: 'operation.illegal-step' } });
  expect((await reverse(first.body.report as Report)).body.code).toBe('operation.illegal-step');
  const other = await tell(`${id}.10`, 'quantity', { good: '1' });
  expect((await reverse(other, commandId)).body.code).toBe('report.conflict');
  expect((await reverse({ ...other, id: randomUUID() })).body.code).toBe('thing.unknown');
});

it('the ledger keeps the old lines and their counter-entries', async () => {
  await stocked(core, 'flour', '100');
  const order = await orderOf(core, item, '10');
  const id = order.lines[0]?.workOrders[0] ?? '';
  await tell(`${id}.10`, 'start');
  await reverse(await tell(`${id}.10`, 'quantity', { good: '2' }));
  const { items } = await core.call(inventoryRoutes.movements, { query: { filter: `workOrder:${id}` } });
  expect(
    items.map(({ kind, qty, value, reverses }) => `${kind} ${qty} ${value} ${reverses !== null}`),
  ).toEqual([
    'backflush -2 -2 false',
    'wip-in 0 2 false',
    'wip-in 2 0 false',
    'backflush 2 2 true',
    'wip-in 0 -2 true',
    'wip-in -2 0 true',
  ]);
});
