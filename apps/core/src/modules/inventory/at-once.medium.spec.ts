import { randomUUID } from 'node:crypto';
import {
  inventoryRoutes,
  movementRoutes,
  operationRoutes,
  orderRoutes,
  reportRoutes,
  workOrderRoutes,
  type WorkOrder,
} from '@takt/contracts';
import { startCore, type TestCore } from '../../../test/core';
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
import { Database } from '../../platform/database';
import { StockRepository } from './stock.repository';

let core: TestCore;
let count = 0;
let item = '';
let salt = '';
const command = () => ({ commandId: randomUUID() });
const now = () => new Date().toISOString();

beforeAll(async () => {
  core = await startCore();
  await bakery(core);
});
afterAll(() => core.stop());
beforeEach(async () => {
  await core.database.query(`update operation set status = 'paused' where status = 'running'`);
  item = `bun-${(count += 1)}`;
  salt = `salt-${count}`;
  await putItem(core, salt, { item: { kind: 'raw', unit: 'kg', replenishment: 'buy', standardCost: '1' } });
  const bom = [{ component: salt, qtyPer: '1', operationNo: null }];
  await putItem(core, item, { routing: [step(10, ['oven-1']), step(20, ['packer'])], bom });
});
afterEach(async () => {
  await settled(core);
  const drift = await core.running.app
    .get(Database)
    .read('main', (tx) => core.running.app.get(StockRepository).drift(tx));
  expect(drift).toEqual([]);
});

const release = (qty = '5'): Promise<WorkOrder> =>
  core.call(workOrderRoutes.create, { body: { item, qty, dueAt: inDays(1) } });
const says = (operation: string, type: 'start' | 'complete', more: object = {}) =>
  core.send(reportRoutes.create, { body: { ...command(), operation, type, at: now(), ...more } });
const statuses = (answers: readonly { status: number }[]) => answers.map(({ status }) => status).sort();
const statusOf = async (operation: string) =>
  (await core.call(operationRoutes.get, { params: { operation } })).status;

it('of two who complete one operation, one is counted; the other sees that it is done', async () => {
  await stocked(core, salt, '5');
  const { id } = await release();
  await report(core, `${id}.10`, 'start');
  const answers = await Promise.all([
    says(`${id}.10`, 'complete', { good: '5' }),
    says(`${id}.10`, 'complete', { good: '4', scrap: '1', scrapReason: 'burnt' }),
  ]);
  expect(statuses(answers)).toEqual([201, 409]);
  expect(answers.find(({ status }) => status === 409)?.body.code).toBe('operation.illegal-step');
  const { items } = await core.call(reportRoutes.list, { query: { filter: `operation:${id}.10` } });
  expect(items.filter(({ type }) => type === 'complete')).toHaveLength(1);
  expect(await stockOf(core, salt, 'raw')).toMatchObject({ onHand: '0', reserved: '0' });
});

it('a start that meets a cancellation never leaves an operation running, nor material kept', async () => {
  await stocked(core, salt, '50');
  for (let round = 0; round < 3; round += 1) {
    const { id } = await release();
    const [start, cancel] = await Promise.all([
      says(`${id}.10`, 'start'),
      core.send(workOrderRoutes.cancel, { params: { workOrder: id }, body: {} }, { ifMatch: '*' }),
    ]);
    expect(cancel.status).toBe(200);
    expect([201, 409]).toContain(start.status);
    expect(await statusOf(`${id}.10`)).toBe('cancelled');
    const open = await core.database.query(
      'select 1 from operation_run where work_order = $1 and end_at is null',
      [id],
    );
    expect(open).toEqual([]);
  }
  expect(await stockOf(core, salt, 'raw')).toMatchObject({ onHand: '50', reserved: '0', available: '50' });
});

it('of two work orders for the last material, one is ready and the other waits for it by name', async () => {
  await stocked(core, salt, '5');
  const released = await Promise.all([release(), release()]);
  const firsts = await Promise.all(released.map(({ id }) => statusOf(`${id}.10`)));
  expect(firsts.sort()).toEqual(['ready', 'waiting']);
  expect(await stockOf(core, salt, 'raw')).toMatchObject({ onHand: '5', reserved: '5', available: '0' });
  const lacking = released[firsts[0] === (await statusOf(`${released[0]?.id}.10`)) ? 1 : 0];
  const refused = await says(`${lacking?.id}.10`, 'start');
  expect(refused.body).toMatchObject({ code: 'operation.waiting', facts: { missing: salt } });
});

it('of two orders that ship the last pieces, each gets what was kept for it and nothing twice', async () => {
  await stocked(core, item, '7');
  const orders = [await orderOf(core, item, '5'), await orderOf(core, item, '5')];
  const answers = await Promise.all(
    orders.map(({ id }) => core.send(orderRoutes.ship, { params: { order: id, line: 1 }, body: command() })),
  );
  expect(statuses(answers)).toEqual([201, 201]);
  const shipped = answers.map(({ body }) => body.lines?.[0]?.qtyShipped).sort();
  expect(shipped).toEqual(['2', '5']);
  expect(await stockOf(core, item, 'finished')).toMatchObject({ onHand: '0' });
});

it('pieces that are thrown away while they are shipped leave once', async () => {
  await stocked(core, item, '5', { lot: `L${count}` });
  const { id } = await orderOf(core, item, '5');
  const body = {
    ...command(),
    item,
    lot: `L${count}`,
    place: 'finished' as const,
    qty: '5',
    reason: 'spoilt',
  };
  const [ship, scrap] = await Promise.all([
    core.send(orderRoutes.ship, { params: { order: id, line: 1 }, body: command() }),
    core.send(movementRoutes.scrap, { body }),
  ]);
  expect(statuses([ship, scrap])).toEqual([201, 409]);
  expect(await stockOf(core, item, 'finished')).toMatchObject({ onHand: '0' });
});

it.each([
  [
    'a receipt',
    () => core.send(inventoryRoutes.receive, { body: same({ item: salt, qty: '3', lot: `S${count}` }) }),
  ],
  [
    'a count',
    () =>
      core.send(inventoryRoutes.adjust, {
        body: same({ item: salt, lot: `S${count}`, place: 'raw', qty: '3', reason: 'found' }),
      }),
  ],
] as const)('%s that is sent four times at once under one command moves once', async (_, send) => {
  sameCommand = randomUUID();
  await stocked(core, salt, '4', { lot: `S${count}` });
  const answers = await Promise.all([send(), send(), send(), send()]);
  expect(statuses(answers)).toEqual([201, 201, 201, 201]);
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  expect(await stockOf(core, salt, 'raw')).toMatchObject({ onHand: '7', value: '7' });
});
let sameCommand = '';
const same = <const T extends object>(body: T) => ({ ...body, commandId: sameCommand });

it('a report that is taken back by two at once is taken back once', async () => {
  await stocked(core, salt, '5');
  const { id } = await release();
  await report(core, `${id}.10`, 'start');
  const { body } = await says(`${id}.10`, 'complete', { good: '5' });
  const reverse = () =>
    core.send(reportRoutes.reverse, {
      params: { report: body.report?.id ?? '' },
      body: { ...command(), reason: 'mistyped' },
    });
  expect(statuses(await Promise.all([reverse(), reverse()]))).toEqual([201, 409]);
  expect(await stockOf(core, salt, 'raw')).toMatchObject({ onHand: '5', reserved: '5' });
  expect(await stockOf(core, item, 'wip')).toMatchObject({ onHand: '0', value: '0' });
});

it('many hands on one work order leave no piece and no value behind', async () => {
  await stocked(core, salt, '15');
  const { id } = await release('15');
  await report(core, `${id}.10`, 'start');
  const pieces = Array.from({ length: 4 }, (_, i) =>
    core.send(reportRoutes.create, {
      body: { ...command(), operation: `${id}.10`, type: 'quantity', at: now(), good: String(i + 1) },
    }),
  );
  expect(statuses(await Promise.all(pieces))).toEqual([201, 201, 201, 201]);
  await report(core, `${id}.10`, 'complete', { good: '5' });
  await make(core, id);
  expect(await stockOf(core, item, 'finished')).toMatchObject({ onHand: '15', value: '30' });
  expect(await stockOf(core, item, 'wip')).toMatchObject({ onHand: '0', value: '0' });
  expect(await stockOf(core, salt, 'raw')).toMatchObject({ onHand: '0', value: '0' });
});
