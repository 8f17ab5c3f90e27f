import { inventoryRoutes, materialRoutes, operationRoutes, workOrderRoutes } from '@takt/contracts';
import { startCore, type TestCore } from '../../../test/core';
import { announced, bakery, inDays, make, putItem, report, step, stocked, stockOf } from '../../../test/shop';

let core: TestCore;
let count = 0;
let id = '';
beforeAll(async () => {
  core = await startCore();
  await bakery(core);
});
afterAll(() => core.stop());
beforeEach(async () => {
  await core.database.query(`update operation set status = 'paused' where status = 'running'`);
  const item = `tart-${(count += 1)}`;
  const bom = [{ component: 'flour', qtyPer: '1', operationNo: null }];
  await putItem(core, item, { routing: [step(10, ['oven-1']), step(20, ['packer'])], bom });
  await putItem(core, `nuts-${count}`, { item: { kind: 'raw', unit: 'kg', replenishment: 'buy' } });
  await stocked(core, 'flour', '10', { lot: `F${count}` });
  id = (await core.call(workOrderRoutes.create, { body: { item, qty: '10', dueAt: inDays(1) } })).id;
});

const line = (component: string, qtyPer = '1', operationNo: number | null = null) => ({
  ...{ component, qtyPer, operationNo },
});
const revision = async () => (await core.call(materialRoutes.get, { params: { workOrder: id } })).revision;
const put = async (lines: object[], ifMatch?: number) =>
  core.send(
    materialRoutes.put,
    { params: { workOrder: id }, body: { lines: lines as never, reason: 'customer wants nuts' } },
    { ifMatch: ifMatch ?? (await revision()) },
  );
const consumed = async (): Promise<string[]> => {
  const { items } = await core.call(inventoryRoutes.movements, {
    query: { filter: `workOrder:${id},kind:backflush`, sort: 'recordedAt' },
  });
  return items.map(({ item, qty }) => `${item} ${qty}`);
};

it('a single work order consumes what was decided for it; what was kept for it is free again', async () => {
  await stocked(core, `nuts-${count}`, '20');
  const changed = await put([line(`nuts-${count}`, '2', 20)]);
  expect(changed.body.materials).toEqual([
    expect.objectContaining({ component: `nuts-${count}`, operationNo: 20, qty: '20', qtyShort: '0' }),
  ]);
  expect(await stockOf(core, 'flour', 'raw')).toMatchObject({ reserved: '0' });
  expect(await stockOf(core, `nuts-${count}`, 'raw')).toMatchObject({ reserved: '20' });
  await make(core, id);
  expect(await consumed()).toEqual([`nuts-${count} -20`]);
  expect((await announced(core, 'work-order.changed')).map(({ fields }) => fields)).toContainEqual([
    'materials',
  ]);
});

it('once begun, the change counts for the pieces to come; what is lacking is waited for', async () => {
  await report(core, `${id}.10`, 'start');
  await report(core, `${id}.10`, 'quantity', { good: '4' });
  await put([line('flour', '0.5'), line(`nuts-${count}`, '1', 20)]);
  await report(core, `${id}.10`, 'complete', { good: '6' });
  expect(await consumed()).toEqual(['flour -4', 'flour -3']);
  const packing = async () =>
    (await core.call(operationRoutes.get, { params: { operation: `${id}.20` } })).status;
  expect(await packing()).toBe('waiting');
});

it.each([
  ['reference.unknown', () => [line('ghost')]],
  ['routing.invalid', () => [line('flour', '1', 30)]],
  ['request.invalid', () => [line('flour', '1', 20), line('flour', '2', 20)]],
  ['routing.invalid', () => [line('flour', '1'), line('flour', '2', 10)]],
  ['bom.cycle', () => [line(`tart-${count}`)]],
] as const)('is refused: %s', async (code, lines) => {
  expect((await put(lines())).body.code).toBe(code);
  const { materials } = await core.call(materialRoutes.get, { params: { workOrder: id } });
  expect(materials).toMatchObject([{ component: 'flour', qty: '10' }]);
});

it('needs the newest revision, and a work order that is open', async () => {
  const seen = await revision();
  await put([line('flour', '2')]);
  expect((await put([line('flour', '3')], seen)).body.code).toBe('revision.stale');
  await core.call(workOrderRoutes.cancel, { params: { workOrder: id }, body: {} }, { ifMatch: '*' });
  expect((await put([line('flour')])).body.code).toBe('work-order.closed');
});
