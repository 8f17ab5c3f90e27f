/** What went otherwise than planned is put right on the pages of the office: reports, materials, goods that come back. */
import {
  inventoryRoutes,
  materialRoutes,
  movementRoutes,
  operationRoutes,
  orderRoutes,
  reportRoutes,
} from '@takt/contracts';
import { randomUUID } from 'node:crypto';
import type { Locator } from 'playwright-core';
import { startCore, type TestCore } from './core';
import { chromiumPath, inBrowser } from './in-browser';
import { OfficeScreen, press } from './office-screen';
import { bakery, make, orderOf, report, settled, stocked, stockOf } from './shop';
import { until } from './until';

let core: TestCore;
let office: OfficeScreen;

/** The sheet of the only work order of an order. */
async function openWork(order: string): Promise<{ sheet: Locator; workOrder: string }> {
  const { lines } = await core.call(orderRoutes.get, { params: { order } });
  const workOrder = lines[0]?.workOrders[0] ?? '';
  await settled(core);
  await office.visit(`/work?work-order=${workOrder}`);
  return { workOrder, sheet: office.page.getByRole('dialog', { name: workOrder, exact: true }) };
}

inBrowser('in the office', () => {
  beforeAll(async () => {
    core = await startCore({ SOLVE_MS: '100' });
    await bakery(core);
    office = await OfficeScreen.start(core, chromiumPath, 'admin');
  }, 180_000);
  afterAll(async () => {
    await office?.stop();
    await core?.stop();
  });
  afterEach(() => expect(office.complaints.splice(0)).toEqual([]));

  it('goods that a customer sends back lie in quarantine', async () => {
    const { id: order } = await orderOf(core, 'pin', '3');
    const { lines } = await core.call(orderRoutes.get, { params: { order } });
    await make(core, lines[0]?.workOrders[0] ?? '');
    const ready = async () =>
      Number((await core.call(orderRoutes.get, { params: { order } })).lines[0]?.qtyReady) === 3;
    await until(ready);
    await core.call(orderRoutes.ship, { params: { order, line: 1 }, body: { commandId: randomUUID() } });
    await settled(core);
    await office.visit(`/orders/${order}?line=1`);
    await press(office.page.locator('main'), 'Goods returned');
    const back = office.page.getByRole('dialog', { name: `Goods returned from ${order}.1` });
    await back.getByLabel('Quantity').fill('2');
    await back.getByLabel('Reason').fill('scratched');
    await press(back, 'Take into quarantine');
    await office.said('Returned goods are in quarantine');
    expect((await stockOf(core, 'pin', 'quarantine')).onHand).toBe('2');
    await office.page.getByRole('row', { name: /Return/ }).waitFor();
    const { items } = await core.call(inventoryRoutes.movements, {
      query: { filter: `order:${order},kind:return` },
    });
    expect(items).toMatchObject([{ item: 'pin', qty: '2', place: 'quarantine' }]);
  }, 60_000);

  it('a wrong report is taken back: it stays visible, and pieces and stock follow', async () => {
    const { id } = await orderOf(core, 'pin', '7');
    const { sheet, workOrder } = await openWork(id);
    const { items } = await core.call(operationRoutes.list, { query: { filter: `workOrder:${workOrder}` } });
    const operation = items[0]?.id ?? '';
    await report(core, operation, 'start', { station: 'packer' });
    await report(core, operation, 'quantity', { good: '4' });
    const row = sheet.getByRole('row', { name: /Pieces/ });
    await press(row, 'Take back');
    const sure = office.page.getByRole('dialog', { name: 'Take back', exact: true });
    await sure.getByLabel('Reason').fill('of another order');
    await press(sure, 'Take back');
    await office.said('Taken back; stock, plan and figures follow');
    await sheet.getByRole('row', { name: /Pieces · taken back/ }).waitFor();
    await sheet.getByRole('row', { name: /Counter-entry/ }).waitFor();
    expect(await core.call(operationRoutes.get, { params: { operation } })).toMatchObject({ qtyGood: '0' });
    expect(await office.audited(reportRoutes.reverse)).toMatchObject([
      { body: { reason: 'of another order' } },
    ]);
  }, 60_000);

  it('a work order consumes something else than its bill of materials says, and more of it', async () => {
    await stocked(core, 'flour', '30', { lot: 'F1' });
    const { id } = await orderOf(core, 'dough', '5');
    const { sheet, workOrder } = await openWork(id);
    await press(sheet, 'Change materials');
    const change = office.page.getByRole('dialog', { name: `What ${workOrder} consumes` });
    await change.getByLabel('Per piece').fill('3');
    await change.getByLabel('Reason').fill('wet flour');
    await press(change, 'Save');
    await office.said(`${workOrder} consumes this from now on`);
    expect(await core.call(materialRoutes.get, { params: { workOrder } })).toMatchObject({
      materials: [{ component: 'flour', qtyPer: '3', qty: '15' }],
    });
    expect(await office.audited(materialRoutes.put)).toMatchObject([
      { workOrder, body: { reason: 'wet flour' } },
    ]);

    await press(sheet, 'Book material');
    const use = office.page.getByRole('dialog', { name: `Material used by ${workOrder}` });
    await use.getByLabel('Component').fill('flour');
    await use.getByRole('option', { name: /flour/ }).first().click();
    await use.getByLabel('Quantity').fill('2.5');
    await use.getByLabel('Reason').fill('spilt');
    await press(use, 'Book');
    await office.said('Booked');
    expect((await stockOf(core, 'flour', 'raw')).onHand).toBe('27.5');
    expect(await office.audited(movementRoutes.issue)).toMatchObject([
      { body: { workOrder, item: 'flour', qty: '2.5', reason: 'spilt' } },
    ]);
  }, 60_000);
});
