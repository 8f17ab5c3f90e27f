/** The floor screens in a real browser against the real product: what people tap is what the ledger says. */
import { andonRoutes, operationRoutes, reportRoutes, type Operation } from '@takt/contracts';
import type { Page } from 'playwright-core';
import { startCore, type TestCore } from './core';
import { FloorScreens, key, person, scan, signIn, visit } from './floor-screens';
import { planned } from './floor-story';
import { chromiumPath, inBrowser } from './in-browser';
import {
  ageEntries,
  doneJustNow,
  keepReplies,
  keptReplies,
  notedWords,
  noteWords,
  readyForOffline,
  sendingTabs,
} from './in-page';
import { bakery, putItem, step, stocked, stockOf } from './shop';
import { until } from './until';

let core: TestCore;
let screens: FloorScreens;
let ann: { worker: string; name: string; pin: string };
let bob: { worker: string; name: string; pin: string };
let page: Page;

const ordered = (item: string, qty: string): Promise<Operation> => planned(core, item, qty);
const reportsOf = async (operation: string) =>
  (await core.call(reportRoutes.list, { query: { filter: `operation:${operation}`, sort: 'recordedAt' } }))
    .items;
const operationNow = (operation: string) => core.call(operationRoutes.get, { params: { operation } });
/** Ends what runs at a station, so that the next test begins with a free one. */
async function finishAll(station: string): Promise<void> {
  const { items } = await core.call(operationRoutes.list, {
    query: { filter: `station:${station},status:running|paused` },
  });
  for (const { id } of items)
    await core.call(reportRoutes.create, { body: report(id, 'complete', { good: '1' }) });
}
const take = (operation: Operation) =>
  visit(page, `operator?station=packer&operation=${operation.id}`).then(() =>
    page.getByText(operation.workOrder, { exact: true }).first().waitFor(),
  );

inBrowser('the floor', () => {
  beforeAll(async () => {
    core = await startCore({ SOLVE_MS: '100' });
    await bakery(core);
    await putItem(core, 'tack', { routing: [step(10, ['packer'], { crew: 0 })] });
    ann = await person(core, 'Ann', { line: 'bakery' });
    bob = await person(core, 'Bob', { line: 'bakery', role: 'lead' });
    screens = await FloorScreens.start(core, chromiumPath);
    page = await screens.open('operator', 'bakery', ['packer']);
    await signIn(page, ann);
  }, 180_000);
  afterAll(async () => {
    await screens?.stop();
    await core?.stop();
  });

  afterEach(async () => {
    await page.context().setOffline(false);
    await page.unrouteAll();
  });

  it('a wrong PIN and an unknown badge are refused in words, and the screen stays paired', async () => {
    await visit(page, 'sign-in');
    await page.getByRole('button', { name: 'Ann', exact: true }).click();
    await key(
      page,
      ann.pin.replace(/\d/g, (digit) => String((Number(digit) % 9) + 1)),
    );
    await page.locator('footer button').last().click();
    await page.getByText('This is not the PIN of Ann').waitFor();
    await visit(page, 'operator');
    await page.getByRole('button', { name: 'More' }).waitFor();
    await scan(page, 'XYZ-9999');
    await page.getByText('Nothing is known by the code XYZ-9999').first().waitFor();
    await scan(page, 'A1');
    await page.getByText('Nothing is known by the code A1').first().waitFor();
    for (const [code, what] of [
      ['WO-9999.10', 'Operation WO-9999.10'],
      ['LOT:none', 'Lot none'],
      ['ST:attic', 'Station attic'],
    ] as const) {
      await scan(page, code);
      await page.getByText(`${what} does not exist`).waitFor();
    }
    await scan(page, 'ST:oven-1');
    await page.getByText('Station oven-1 does not belong to this screen').waitFor();
    await signIn(page, ann);
    expect(page.url()).toContain('/floor/operator');
  }, 60_000);

  it('good, scrap and the reason in one action: stock follows, and so does undo', async () => {
    const operation = await ordered('tack', '10');
    await take(operation);
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await until(async () => (await operationNow(operation.id)).status === 'running');
    await page.getByRole('button', { name: 'Good + scrap' }).click();
    await key(page, '4');
    await page.getByRole('button', { name: /^scrap/ }).click();
    await key(page, '1');
    const send = page.getByRole('button', { name: /^Report/ });
    expect(await send.isDisabled()).toBe(true); // scrap needs its reason
    await page.getByRole('button', { name: 'burnt' }).click();
    await send.click();
    await until(async () => (await operationNow(operation.id)).qtyGood === '4');
    await until(async () => (await stockOf(core, 'tack', 'finished')).onHand === '4');
    const [, made] = await reportsOf(operation.id);
    expect(made).toMatchObject({
      good: '4',
      scrap: '1',
      scrapReason: 'burnt',
      workers: ['Ann'],
      source: 'terminal',
    });

    await page.getByRole('button', { name: 'Good + scrap' }).click();
    await key(page, '3');
    await send.click();
    await until(async () => (await operationNow(operation.id)).qtyGood === '7');
    await page.addInitScript(doneJustNow);
    await page.reload();
    await page.getByRole('button', { name: /^Undo/ }).click();
    await until(async () => (await operationNow(operation.id)).qtyGood === '4');
    await until(async () => (await stockOf(core, 'tack', 'finished')).onHand === '4');

    // Who has nothing to send keeps nobody waiting: another tab, or this one after a reload, sends at once.
    await until(async () => (await page.evaluate(sendingTabs)) === 0);

    // The same ten pieces once more are warned of, not forbidden.
    await page.getByRole('button', { name: 'Good + scrap' }).click();
    await key(page, '5');
    expect(await page.getByText('over the target').count()).toBe(0);
    await key(page, '5');
    await page.getByText('With this 49 over the target').waitFor();
    // A digit too many is said while it is keyed in, and what was keyed in stays.
    await key(page, '5');
    await page.getByText('555 is too much: at most 55 more').waitFor();
    expect([await send.isDisabled(), await page.locator('output').first().textContent()]).toEqual([
      true,
      '555pcs',
    ]);
    await page.getByRole('button', { name: 'Back' }).click();

    await page.getByRole('button', { name: 'Finish' }).click();
    await page.getByText('4 of 10 good so far').waitFor();
    await page.getByRole('button', { name: 'Finish' }).click();
    await until(async () => (await operationNow(operation.id)).status === 'done');
    expect((await stockOf(core, 'tack', 'finished')).onHand).toBe('10');
  }, 60_000);

  it('keeps what is entered without the network, over a reload, and sends each entry once and in order', async () => {
    const operation = await ordered('tack', '20');
    await take(operation);
    await page.evaluate(readyForOffline);
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    for (const qty of ['2', '3', '4']) {
      await page.getByRole('button', { name: 'Good + scrap' }).click();
      await key(page, qty);
      await page.getByRole('button', { name: /^Report/ }).click();
      await page.getByRole('button', { name: 'Pause' }).waitFor();
    }
    await page.getByText('4 queued').first().waitFor();
    await page.reload();
    await page.getByText('4 queued').first().waitFor();
    await page
      .getByText(/^9\/20/)
      .first()
      .waitFor();
    expect(await reportsOf(operation.id)).toEqual([]);
    const older = await page.evaluate<string>(keptReplies);

    // The first reply is lost on its way back: core has the report, the terminal does not know.
    let lost = 0;
    await page.route('**/api/v1/reports', async (route) => {
      lost += 1;
      if (lost > 1) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await page.context().setOffline(false);
    await until(async () => (await operationNow(operation.id)).qtyGood === '9', 30_000);
    await page.getByText('queued').first().waitFor({ state: 'detached' });
    expect((await reportsOf(operation.id)).map(({ type, good }) => `${type} ${good}`)).toEqual([
      'start 0',
      'quantity 2',
      'quantity 3',
      'quantity 4',
    ]);
    expect(lost).toBeGreaterThan(4);

    // The network goes again before the screen has kept anything newer: what core has taken still counts.
    const address = page.url();
    await page.goto(`${core.url}/api/v1/stations`);
    await page.evaluate(keepReplies(older));
    await page.context().setOffline(true);
    await page.goto(address);
    await page
      .getByText(/^9\/20/)
      .first()
      .waitFor();
  }, 90_000);

  it('a lot that was scanned without its prefix is found where one is asked for, and told as a lot elsewhere', async () => {
    for (const lot of ['F-77', 'L-7001']) await stocked(core, 'flour', '10', { lot });
    await finishAll('packer');
    const operation = await ordered('tack', '5');
    await take(operation);
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await until(async () => (await operationNow(operation.id)).status === 'running');
    await scan(page, 'F-77');
    await page.getByText('Lot F-77 does not belong to this screen').waitFor();
    await page.getByRole('button', { name: 'Good + scrap' }).click();
    await page.getByText('good so far').waitFor();
    for (const lot of ['F-77', 'L-7001']) {
      await scan(page, lot);
      await page.getByRole('button', { name: `Lot ${lot}` }).waitFor();
    }
    await scan(page, 'LOT:nope-1');
    await page.getByText('Lot nope-1 does not exist').waitFor();

    // Nothing is consumed here, so core refuses the lot: what was keyed stands there, and is put right in the form it was keyed in.
    await key(page, '2');
    await page.getByRole('button', { name: /^Report/ }).click();
    await page.getByText('1 refused').first().click();
    await page.locator('li[data-stage=refused]', { hasText: '2 good' }).waitFor();
    await page.getByRole('button', { name: 'Correct' }).click();
    await page.getByRole('button', { name: 'Lot L-7001' }).click();
    await page.getByRole('button', { name: /^Report.*2 good/ }).click();
    await page.getByText('1 refused').first().waitFor({ state: 'detached' });
    await until(async () => (await operationNow(operation.id)).qtyGood === '2');
    expect((await reportsOf(operation.id)).map(({ type, good }) => `${type} ${good}`)).toEqual([
      'start 0',
      'quantity 2',
    ]);
  }, 60_000);

  it('the board asks for nothing that it may not know, and says who is coming', async () => {
    const at = new Date().toISOString();
    const call = { id: crypto.randomUUID(), station: 'oven-1', kind: 'material', at } as const;
    await core.call(andonRoutes.raise, { body: call });
    const step = () => ({ commandId: crypto.randomUUID(), worker: ann.worker, at });
    await core.call(andonRoutes.answer, { params: { call: call.id }, body: step() });
    const board = await screens.open('andon', 'bakery');
    const asked: string[] = [];
    board.on('request', (request) => asked.push(new URL(request.url()).pathname));
    // Workers and log-ins would be asked for together.
    const workers = board.waitForResponse(/\/workers\?/);
    await board.reload();
    await board.getByText(`${ann.name} is coming`).waitFor();
    await workers;
    expect(asked).not.toContain('/api/v1/users/names');
    await core.call(andonRoutes.resolve, { params: { call: call.id }, body: step() });
    await board.context().close();
  }, 60_000);

  it('what core refuses at once is never said to be done', async () => {
    await finishAll('packer');
    const operation = await ordered('tack', '5');
    const other = await ordered('tack', '6');
    await take(operation);
    await page.getByRole('button', { name: 'Start', exact: true }).waitFor();
    // Somebody starts another one at the station, and this screen does not hear of it; core takes its time to answer.
    await page.route(/api\/v1\/operations\?/, (route) => route.abort());
    await page.route('**/api/v1/reports', async (route) => {
      await new Promise((go) => setTimeout(go, 300));
      await route.continue();
    });
    await core.call(reportRoutes.create, { body: report(other.id, 'start', { station: 'packer' }) });
    await page.evaluate(noteWords);
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    const refusal = page.locator('[aria-live=polite] [data-tone=red]');
    await refusal.first().waitFor();
    expect(await refusal.innerText()).toContain(other.id);
    expect(await page.evaluate<string>(notedWords)).not.toContain(`${operation.workOrder} started`);
    await page.unrouteAll();
    await finishAll('packer');
  }, 60_000);

  it('keeps what core refuses later, calls the supervisor, who decides it at the screen', async () => {
    await finishAll('packer');
    const operation = await ordered('tack', '5');
    const other = await ordered('tack', '6');
    await take(operation);
    await page.getByRole('button', { name: 'Start', exact: true }).waitFor();
    // Somebody starts another one at the station meanwhile: the start that is entered here will be refused.
    await page.context().setOffline(true);
    await core.call(reportRoutes.create, { body: report(other.id, 'start', { station: 'packer' }) });
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.getByRole('button', { name: 'Good + scrap' }).click();
    await key(page, '5');
    await page.getByRole('button', { name: /^Report/ }).click();
    await page.getByText('2 queued').first().waitFor();
    // Whoever made the entries has left long since.
    await page.evaluate(ageEntries);
    await page.context().setOffline(false);
    await page.getByText('1 refused').first().waitFor({ timeout: 30_000 });
    let note = '';
    await until(async () => {
      const { items } = await core.call(andonRoutes.list, {
        query: { filter: 'station:packer,status:open' },
      });
      note = items[0]?.note ?? '';
      return note !== '';
    });
    expect(note).toContain(operation.id);
    expect(await reportsOf(operation.id)).toEqual([]);

    await finishAll('packer');
    await signIn(page, bob);
    await visit(page, 'entries');
    await page.getByRole('button', { name: 'Send again' }).click();
    await until(async () => (await operationNow(operation.id)).qtyGood === '5', 30_000);
    expect((await reportsOf(operation.id)).map(({ type }) => type)).toEqual(['start', 'quantity']);
  }, 120_000);
});

const report = (operation: string, type: 'start' | 'complete', more: object) => ({
  ...{ commandId: crypto.randomUUID(), operation, type, at: new Date().toISOString() },
  ...more,
});
