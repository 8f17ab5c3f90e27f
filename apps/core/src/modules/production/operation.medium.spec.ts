import {
  customerRoutes,
  operationRoutes,
  workOrderRoutes,
  workerRoutes,
  type Operation,
} from '@takt/contracts';
import { startCore, type TestCore } from '../../../test/core';
import { otherPlant } from '../../../test/other-plant';
import { workerBody } from '../../../test/people';
import { announced, bakery, inDays, orderOf, putItem, report, step } from '../../../test/shop';

let core: TestCore;
beforeAll(async () => {
  core = await startCore();
  await bakery(core);
  await core.call(workerRoutes.putSkill, { params: { skill: 'bake' }, body: { name: 'Bake' } });
  await putItem(core, 'loaf', {
    routing: [step(10, ['oven-1', 'oven-2'], { skill: 'bake' }), step(20, ['packer'])],
  });
  const skills = [{ skill: 'bake', expiresOn: null }];
  await core.call(workerRoutes.put, { params: { worker: 'W1' }, body: workerBody({ name: 'Ann', skills }) });
  const expired = [{ skill: 'bake', expiresOn: '2020-01-01' }];
  await core.call(workerRoutes.put, {
    params: { worker: 'W2' },
    body: workerBody({ name: 'Bo', skills: expired }),
  });
});
afterAll(() => core.stop());

const released = async (): Promise<Operation> => {
  const made = await core.call(workOrderRoutes.create, {
    body: { item: 'loaf', qty: '10', dueAt: inDays(2) },
  });
  return made.operations[0] as Operation;
};

it('is shown with its item, times, stations and what it is for', async () => {
  const { id } = await released();
  expect(await core.call(operationRoutes.get, { params: { operation: id } })).toMatchObject({
    id,
    no: 10,
    name: 'Step 10',
    item: 'loaf',
    itemName: 'loaf',
    unit: 'pcs',
    station: null,
    eligible: ['oven-1', 'oven-2'],
    runSecPerUnit: 10,
    customer: null,
    skill: 'bake',
    status: 'ready',
    pinned: false,
    revision: 1,
  });
});

it('names its customer, and its limits, in both languages', async () => {
  const body = { name: 'Tea house', nameZh: '老茶馆', weight: 1, minRemainingLifeDays: 0, priceGroup: null };
  await core.call(customerRoutes.put, { params: { customer: 'tea' }, body: { ...body, active: true } });
  const limit = { parameter: 'oven_c', name: 'Oven, °C', nameZh: '炉温 ℃', min: 165, max: 195 };
  await putItem(core, 'scone', { routing: [step(10, ['oven-1'], { limits: [limit] })] });
  const { lines } = await orderOf(core, 'scone', '10', { customer: 'tea' });
  const params = { operation: `${lines[0]?.workOrders[0]}.10` };
  expect(await core.call(operationRoutes.get, { params })).toMatchObject({
    customer: 'Tea house',
    customerZh: '老茶馆',
    limits: [limit],
  });
});

it('stands in the queue of its station, and of every station where it may run until it is planned', async () => {
  const planned = await released();
  const open = await released();
  await core.database.query(
    `update operation set station = 'oven-2', planned_start_at = now() where id = $1`,
    [planned.id],
  );
  const queue = async (filter: string) => {
    const { items } = await core.call(operationRoutes.list, { query: { filter, limit: 500 } });
    return items.map(({ id }) => id).filter((id) => id === planned.id || id === open.id);
  };
  expect(await queue('station:oven-2,status:ready')).toEqual([planned.id, open.id]);
  expect(await queue('station:oven-1,status:ready|running')).toEqual([open.id]);
  expect(await queue('line:bakery')).toEqual([planned.id, open.id]);
  expect(await queue('line:nowhere')).toEqual([]);
});

it('is pinned and let go by those who lead, until it has ended', async () => {
  const { id } = await released();
  const pin = (pinned: boolean, ifMatch: number) =>
    core.send(operationRoutes.pin, { params: { operation: id }, body: { pinned } }, { ifMatch });
  expect((await pin(true, 1)).body).toMatchObject({ pinned: true, revision: 2 });
  expect((await announced(core, 'operation.changed')).at(-1)).toMatchObject({
    operation: id,
    fields: ['pinned'],
  });
  expect((await pin(false, 1)).body.code).toBe('revision.stale');
  expect((await pin(false, 2)).body).toMatchObject({ pinned: false });
  await report(core, id, 'start', { station: 'oven-1' });
  const done = await report(core, id, 'complete', { good: '10' });
  expect((await pin(true, done.revision)).body).toMatchObject({
    code: 'operation.illegal-step',
    facts: { status: 'done', step: 'pin' },
  });
});

it('is assigned to people who have the skill today', async () => {
  const { id } = await released();
  const assign = (workers: string[], ifMatch: number) =>
    core.send(operationRoutes.assign, { params: { operation: id }, body: { workers } }, { ifMatch });
  expect((await assign(['W1', 'W1'], 1)).body).toMatchObject({ workers: ['W1'] });
  expect((await assign(['W1', 'W2'], 2)).body).toMatchObject({
    code: 'worker.unskilled',
    facts: { worker: 'Bo', skill: 'bake' },
  });
  expect((await assign(['W9'], 2)).body).toMatchObject({ code: 'reference.unknown', facts: { id: 'W9' } });
  expect((await assign([], 2)).body).toMatchObject({ workers: [] });
});

it('is moved only to a station where it may run, and not while it runs', async () => {
  const { id } = await released();
  const move = (station: string, ifMatch: number) =>
    core.send(
      operationRoutes.move,
      { params: { operation: id }, body: { station, startAt: inDays(1) } },
      { ifMatch },
    );
  expect((await move('packer', 1)).body).toMatchObject({ code: 'operation.wrong-station' });
  expect((await move('oven-1', 7)).body.code).toBe('revision.stale');
  const running = await report(core, id, 'start', { station: 'oven-2' });
  expect((await move('oven-1', running.revision)).body).toMatchObject({
    code: 'operation.illegal-step',
    facts: { status: 'running', step: 'move' },
  });
});

it('of another plant is neither seen nor touched', async () => {
  const { id } = await released();
  const token = await otherPlant(core);
  const seen = await core.send(operationRoutes.get, { params: { operation: id } }, { token });
  const pinned = await core.send(
    operationRoutes.pin,
    { params: { operation: id }, body: { pinned: true } },
    { token, ifMatch: '*' },
  );
  expect([seen.status, pinned.status]).toEqual([404, 404]);
});
