/** What is entered on the pages of the office is what core has, and the audit says who entered it. */
import {
  andonRoutes,
  channelRoutes,
  inventoryRoutes,
  qualityRoutes,
  scheduleRoutes,
  workOrderRoutes,
} from '@takt/contracts';
import { randomUUID } from 'node:crypto';
import { startCore, type TestCore } from './core';
import { chromiumPath, inBrowser } from './in-browser';
import { OfficeScreen, press } from './office-screen';
import { bakery, inDays, orderOf, stocked, stockOf } from './shop';
import { until } from './until';

let core: TestCore;
let office: OfficeScreen;

/** Nobody replans, and everything has been told. */
const quiet = () =>
  until(async () => {
    const waiting = await core.database.query(
      `select 1 from replan_request where taken_at is null union all select 1 from outbox where dispatched_at is null`,
    );
    return waiting.length === 0;
  });

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

  it('a lot on hold is released, with the reason', async () => {
    await stocked(core, 'flour', '50', { lot: 'F1' });
    const body = { commandId: randomUUID(), reason: 'smells of oil' };
    await core.call(qualityRoutes.holdLot, { params: { lot: 'F1' }, body });
    expect((await stockOf(core, 'flour', 'raw')).onHand).toBe('0');
    await office.visit('/quality?view=holds');
    const sheet = await office.openRow(/F1.*smells of oil/);
    await sheet.getByLabel('Why it may go on').fill('another sack');
    await press(sheet, 'Release');
    await office.said('Released; the plan follows');
    const { items } = await core.call(qualityRoutes.holds, { query: { filter: 'lot:F1' } });
    expect(items).toMatchObject([{ releasedBy: expect.any(String) as string, note: 'another sack' }]);
    expect((await stockOf(core, 'flour', 'raw')).onHand).toBe('50');
    expect(await office.audited(qualityRoutes.releaseLot)).toMatchObject([
      { lot: 'F1', body: { note: 'another sack' } },
    ]);
  }, 60_000);

  it('a call for help is answered, and solved', async () => {
    const call = randomUUID();
    await core.call(andonRoutes.raise, { body: { id: call, station: 'packer', kind: 'material' } });
    await office.visit('/now?view=calls');
    const row = office.page.getByRole('row', { name: /packer/ });
    for (const [button, status, route] of [
      ['I am coming', 'answered', andonRoutes.answer],
      ['Solved', 'resolved', andonRoutes.resolve],
    ] as const) {
      await press(row, button);
      await until(async () => (await core.call(andonRoutes.list)).items[0]?.status === status);
      expect(await office.audited(route)).toMatchObject([{ call }]);
    }
  }, 60_000);

  it('a count is booked as the difference to the books', async () => {
    await office.visit('/stock');
    const sheet = await office.openRow(/flour.*Raw material/);
    await sheet.getByText('50 kg').waitFor();
    await sheet.getByLabel('Counted').fill('47.5');
    await sheet.getByLabel('Reason').fill('a sack was torn');
    await press(sheet, 'Book the count');
    await office.said('Booked');
    expect((await stockOf(core, 'flour', 'raw')).onHand).toBe('47.5');
    expect(await office.audited(inventoryRoutes.adjust)).toMatchObject([
      { body: { item: 'flour', place: 'raw', qty: '-2.5', reason: 'a sack was torn' } },
    ]);
  }, 60_000);

  it('what was announced is received, into a lot of its own', async () => {
    const supply = await core.call(inventoryRoutes.expect, {
      body: { item: 'flour', qty: '20', expectedAt: inDays(1), note: '' },
    });
    await office.visit('/stock?view=supplies');
    await press(office.page.getByRole('row', { name: /flour/ }), 'Receive');
    const sheet = office.page.getByRole('dialog');
    await sheet.getByLabel('Lot', { exact: true }).fill('F2');
    await press(sheet, 'Receive');
    await office.said('Received into lot F2');
    const { items } = await core.call(inventoryRoutes.supplies, { query: { filter: 'item:flour' } });
    expect(items).toMatchObject([{ id: supply.id, receivedAt: expect.any(String) as string }]);
    const lots = await core.call(inventoryRoutes.lots, { query: { filter: 'item:flour' } });
    expect(lots.items.find(({ id }) => id === 'F2')).toMatchObject({ onHand: '20' });
    expect(await office.audited(inventoryRoutes.receive)).toMatchObject([
      { body: { supply: supply.id, qty: '20', lot: 'F2' } },
    ]);
  }, 60_000);

  it('work for stock is released, and cancelled', async () => {
    const { page } = office;
    await office.visit('/work');
    await press(page.locator('main'), 'Make to stock');
    const form = page.getByRole('dialog', { name: 'Make to stock' });
    await form.getByLabel('Item').fill('pin');
    await form.getByRole('option', { name: /pin/ }).first().click();
    await form.getByLabel('Quantity').fill('25');
    await press(form, 'Release');
    await office.said(/is released; the plan follows/);
    const [made] = await office.audited(workOrderRoutes.create);
    expect(made).toMatchObject({ body: { item: 'pin', qty: '25' } });
    const { items } = await core.call(workOrderRoutes.list, { query: {} });
    expect(items).toMatchObject([{ item: 'pin', qty: '25', kind: 'make-to-stock', status: 'released' }]);
    const workOrder = items[0]?.id ?? '';
    await quiet(); // a plan that comes meanwhile would be another revision of the work order
    await page.reload();
    await press(page.getByRole('dialog', { name: workOrder, exact: true }), 'Cancel the work order');
    const sure = page.getByRole('dialog', { name: `Cancel ${workOrder}` });
    await sure.getByLabel('Reason').fill('too many');
    await press(sure, 'Cancel the work order');
    await office.said(`${workOrder} is cancelled`);
    expect(await core.call(workOrderRoutes.get, { params: { workOrder } })).toMatchObject({
      status: 'cancelled',
    });
    expect(await office.audited(workOrderRoutes.cancel)).toMatchObject([
      { workOrder, body: { reason: 'too many' } },
    ]);
  }, 60_000);

  it('a shop is changed', async () => {
    const body = { name: 'Gifts', customer: null, webhook: null, active: true };
    await core.call(channelRoutes.put, { params: { channel: 'gifts' }, body });
    await office.visit('/set-up?of=shops');
    const sheet = await office.openRow(/gifts/);
    await sheet.getByLabel('Name').fill('Gifts and more');
    await press(sheet, 'Save');
    await office.said('gifts is saved');
    expect(await core.call(channelRoutes.list)).toMatchObject([{ id: 'gifts', name: 'Gifts and more' }]);
    expect(await office.audited(channelRoutes.put)).toMatchObject([
      { channel: 'gifts', body: { name: 'Gifts and more' } },
    ]);
  }, 60_000);

  it('an earlier plan is put in force again', async () => {
    const version = async () => (await core.call(scheduleRoutes.current)).schedule?.version ?? 0;
    await orderOf(core, 'pin', '5');
    await quiet();
    const earlier = await version();
    await orderOf(core, 'pin', '6');
    await quiet();
    expect(await version()).toBeGreaterThan(earlier);
    await office.visit(`/schedule?view=versions&version=${earlier}`);
    await press(office.page.locator('main'), 'Back to this version');
    await office.said(/^Version \d+ is published/);
    const { items } = await core.call(scheduleRoutes.list, { query: { filter: 'trigger:revert' } });
    expect(items).toMatchObject([
      { publishedBy: office.login, triggers: [{ kind: 'revert', subject: String(earlier) }] },
    ]);
    expect(await office.audited(scheduleRoutes.revert)).toMatchObject([{ version: earlier }]);
  }, 60_000);
});
