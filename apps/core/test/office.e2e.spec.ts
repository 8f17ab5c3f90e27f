/** The office in a real browser against the real product: what is entered there is what is planned, shipped and counted. */
import { inventoryRoutes, orderRoutes, scheduleRoutes } from '@takt/contracts';
import { randomUUID } from 'node:crypto';
import { startCore, type TestCore } from './core';
import { chromiumPath, inBrowser } from './in-browser';
import { OfficeScreen } from './office-screen';
import { bakery, make, orderOf, putItem, step } from './shop';
import { shopServer, type ShopServer } from './shop-server';
import { until } from './until';

let core: TestCore;
let office: OfficeScreen;
let receiver: ShopServer;

const orders = async () => (await core.call(orderRoutes.list, { query: { limit: 500 } })).items;
const version = async () => (await core.call(scheduleRoutes.current)).schedule?.version ?? 0;
const button = (name: string) => office.page.getByRole('button', { name, exact: true });

inBrowser('the office', () => {
  beforeAll(async () => {
    receiver = await shopServer();
    core = await startCore({ SOLVE_MS: '100', WEBHOOK_PRIVATE: '127.0.0.1' });
    await bakery(core);
    await putItem(core, 'tack', { routing: [step(10, ['packer'], { crew: 0 })] });
    office = await OfficeScreen.start(core, chromiumPath, 'admin');
  }, 180_000);
  afterAll(async () => {
    await office?.stop();
    await core?.stop();
    await receiver.close();
  });
  afterEach(() => expect(office.complaints.splice(0)).toEqual([]));

  it('promises while an order is typed, enters it, and shows the plan that follows', async () => {
    const before = await version();
    const { page } = office;
    await office.visit('/orders/new');
    await office.find('Customer', 'acme');
    await office.find('Item', 'tack');
    await page.getByLabel('Quantity').fill('7');
    await page.getByText(/^Can be promised for/).waitFor();
    expect(await orders()).toEqual([]);
    await button('Enter the order').click();
    await page.getByRole('heading', { name: /^Order O-/ }).waitFor();
    const [line] = await orders();
    expect(line).toMatchObject({ customer: 'acme', item: 'tack', qty: '7' });
    await until(async () => (await version()) > before);
    const workOrder = (await orders())[0]?.workOrders[0];
    await page.getByText(`${workOrder}.10`).waitFor();
    await office.visit('/schedule');
    await button('As a table').click();
    await page.getByText(`${workOrder}.10`, { exact: true }).waitFor();
    await office.visit('/schedule?view=versions');
    await page.getByText(`New order ${line?.order}`).first().waitFor();
  }, 60_000);

  it('changes a line and cancels it; the row says so', async () => {
    const { id } = await orderOf(core, 'tack', '5');
    const { page } = office;
    await office.visit(`/orders/${id}`);
    await button('Change').click();
    await page.getByRole('dialog').getByLabel('Quantity').fill('9');
    await button('Save').click();
    await page.getByText('Changed; the plan follows').waitFor();
    expect((await core.call(orderRoutes.get, { params: { order: id } })).lines[0]?.qty).toBe('9');
    await button('Cancel the line').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel the line' }).click();
    await page.getByText('Cancelled; the plan follows').waitFor();
    await office.visit('/orders?show=cancelled');
    await page.getByText(`${id}.1`).waitFor();
  }, 60_000);

  it('sets a report up that is sent by itself, tries it, switches it off', async () => {
    const { page } = office;
    const form = page.getByRole('dialog');
    await office.visit('/set-up?of=reports');
    await button('Add a report').click();
    await form.getByLabel('Id').fill('daily');
    await form.getByLabel('Name').fill('Day report');
    await form.getByLabel('Address').fill(`${receiver.url}/daily`);
    await form.getByRole('button', { name: 'Add a report' }).click();
    await form.getByText('Note it now: the secret is shown once.').waitFor();
    await form.getByRole('button', { name: 'I have noted it' }).click();
    await page.getByRole('row', { name: /Day report/ }).click();
    await form.getByRole('button', { name: 'Try it now' }).click();
    await page.getByText(/^The report of .* is on its way$/).waitFor();
    await until(() => receiver.arrived.some(({ path }) => path === '/daily'), 60_000);
    await form.getByLabel('Send it').uncheck();
    await form.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('row', { name: /Day report .*off Delivered/ }).waitFor();
  }, 120_000);

  it('tells what would happen, and publishes nothing', async () => {
    const { page } = office;
    await office.visit('/schedule?view=what-if');
    await office.find('Item', 'tack');
    await page.getByLabel('Quantity').fill('400');
    const before = await version();
    await button('What would happen?').click();
    await page.getByText(/^The order would be finished/).waitFor();
    expect(await version()).toBe(before);
  }, 60_000);

  it('leads from the turnover to the very movement in two clicks', async () => {
    const { id } = await orderOf(core, 'tack', '3');
    const workOrder = (await core.call(orderRoutes.get, { params: { order: id } })).lines[0]?.workOrders[0];
    await make(core, workOrder as string);
    await core.call(orderRoutes.ship, {
      params: { order: id, line: 1 },
      body: { commandId: randomUUID() },
    });
    const { items } = await core.call(inventoryRoutes.movements, {
      query: { filter: `order:${id},kind:shipment` },
    });
    expect(items).toHaveLength(1);
    await office.visit('/figures?period=today');
    await office.page.getByRole('link', { name: /Inventory turns/ }).click();
    await office.page.getByRole('row', { name: new RegExp(`Shipment.*${id}`) }).click();
    await office.page.getByRole('heading', { name: `Order ${id}` }).waitFor();
    await office.page
      .getByRole('region', { name: 'Shipments' })
      .getByText('Shipment', { exact: true })
      .waitFor();
  }, 60_000);

  it('shows where a shipped line came from, and whom to call when the lot is bad', async () => {
    const { id } = await orderOf(core, 'tack', '2');
    const workOrder = (await core.call(orderRoutes.get, { params: { order: id } })).lines[0]?.workOrders[0];
    await make(core, workOrder as string);
    await core.call(orderRoutes.ship, {
      params: { order: id, line: 1 },
      body: { commandId: randomUUID() },
    });
    const { page } = office;
    await office.visit(`/trace/order-line/${id}:1`);
    const picture = page.getByRole('group', { name: 'The way of the material' });
    await picture.getByRole('link', { name: new RegExp(`Lot.*${workOrder}`) }).click();
    await page.getByRole('heading', { name: `Lot ${workOrder}` }).waitFor();
    const calls = page.getByRole('region', { name: 'If this lot is bad' });
    await calls.getByText(`${id}/1`).waitFor();
    const file = page.waitForEvent('download');
    await button('Recall list as Excel').click();
    expect((await file).suggestedFilename()).toBe(`recall-${workOrder}.xlsx`);
    expect(await office.findings()).toEqual([]);
  }, 60_000);

  const paths = [
    '/orders',
    '/orders/new',
    '/schedule',
    '/schedule?view=what-if',
    '/work',
    '/now',
    '/now?view=people',
    '/quality',
    '/stock',
    '/stock?view=movements',
    '/shifts',
    '/figures?part=heat',
    '/figures/otd',
    '/trace',
    '/set-up?of=items',
    '/set-up?of=shops',
    '/devices',
    '/access?view=audit',
  ];
  it('axe finds nothing, and every page fits', async () => {
    const found: string[] = [];
    for (const path of paths) {
      await office.visit(path);
      await office.loaded();
      found.push(...(await office.findings()).map((finding) => `${path} ${finding}`));
      if (await office.isWide()) found.push(`${path} is wider than the screen`);
    }
    expect(found).toEqual([]);
  }, 120_000);

  it('fits in Chinese as well', async () => {
    await office.speak('zh-CN');
    const wide: string[] = [];
    for (const path of paths) {
      await office.visit(path);
      await office.loaded();
      expect(await office.page.locator('html').getAttribute('lang')).toBe('zh-CN');
      if (await office.isWide()) wide.push(path);
    }
    expect(wide).toEqual([]);
  }, 120_000);

  it('shows the four figures on a phone', async () => {
    await office.speak('en');
    await office.page.setViewportSize({ width: 390, height: 844 });
    await office.visit('/figures');
    const tiles = office.page.getByRole('link', { name: /turns|delivery|OEE|employee/i });
    await tiles.nth(3).waitFor();
    expect(await tiles.count()).toBe(4);
    expect(await office.isWide()).toBe(false);
  }, 60_000);

  it('scrolls lists in themselves on a phone, so that no page is wider than it', async () => {
    const wide: string[] = [];
    for (const path of paths) {
      await office.visit(path);
      await office.loaded();
      if (await office.isWide()) wide.push(path);
    }
    expect(wide).toEqual([]);
  }, 120_000);

  it('fills a television with the figure, what it is made of, and its trend', async () => {
    await office.page.setViewportSize({ width: 1920, height: 1080 });
    await office.visit('/figures/tv');
    const box = await office.page.locator('h1').first().boundingBox();
    const value = await office.page.locator('h1 + p').first().boundingBox();
    expect(value?.height ?? 0).toBeGreaterThan(140);
    expect(box?.y ?? 0).toBeLessThan(540);
    expect(await office.isWide()).toBe(false);
  }, 60_000);
});
