/** What happens to the device of a floor screen: its disk is full; it comes back with an app older than core. */
import { operationRoutes, reportRoutes, type Operation } from '@takt/contracts';
import type { Page } from 'playwright-core';
import { startCore, type TestCore } from './core';
import { CoreUpgrade } from './core-upgrade';
import { FloorScreens, key, person, setRoom, signIn, visit } from './floor-screens';
import { planned } from './floor-story';
import { chromiumPath, inBrowser } from './in-browser';
import { ageEntries, askForRoom, estrangeLastEntry, keptReplies, readyForOffline } from './in-page';
import { bakery, putItem, step } from './shop';
import { until } from './until';

const MB = 1024 * 1024;
/** room for the app itself and what it shows */
const ROOM = 40 * MB;
const SLOW_MS = 30_000;
let core: TestCore;
let ann: { worker: string; name: string; pin: string };
const opened: (() => Promise<unknown>)[] = [];

inBrowser('the device of a floor screen', () => {
  beforeAll(async () => {
    core = await startCore({ SOLVE_MS: '100' });
    await bakery(core);
    for (const station of ['oven-1', 'packer'])
      await putItem(core, `part-${station}`, { routing: [step(10, [station], { crew: 0 })] });
    ann = await person(core, 'Ann', { line: 'bakery' });
  }, 180_000);
  afterAll(() => core?.stop());
  afterEach(async () => {
    for (const close of opened.splice(0).reverse()) await close();
  });

  it('whose disk is full keeps what it has kept, says what it cannot keep, and sends all the same', async () => {
    const operation = await planned(core, 'part-packer', '20');
    const page = await working(await start(core.url), operation, 'packer', ROOM);
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    await made(page, '2');
    await page.getByText('2 queued').first().waitFor();

    await setRoom(page, core.url, 1);
    expect(await page.evaluate(askForRoom(ROOM + MB))).toBe('QuotaExceededError');
    await made(page, '3');
    const told = page.getByRole('alert').filter({ hasText: 'could not keep' });
    await told.getByText(`Made · ${operation.id} · 3 good`).waitFor();
    await told.getByRole('button', { name: 'I have noted it' }).click();
    await page.getByText('2 queued').first().waitFor();
    await shows(page, '2/20');
    await page.reload();
    await page.getByText('2 queued').first().waitFor();
    await shows(page, '2/20');

    await page.context().setOffline(false);
    await until(async () => (await good(operation)) === '2', SLOW_MS);
    await page.getByText('queued').first().waitFor({ state: 'detached', timeout: SLOW_MS });
    await made(page, '4');
    await until(async () => (await good(operation)) === '6', SLOW_MS);
    await setRoom(page, core.url, ROOM);
    await made(page, '1');
    await until(async () => (await good(operation)) === '7', SLOW_MS);
    expect(await reportsOf(operation)).toEqual(['start 0', 'quantity 2', 'quantity 4', 'quantity 1']);
  }, 120_000);

  it('that comes back older than core: what it kept is taken, it is asked to take the new version, and keeps the rest over it', async () => {
    const operation = await planned(core, 'part-oven-1', '20');
    const upgrade = await CoreUpgrade.of(core.url);
    opened.push(() => upgrade.close());
    const page = await working(await start(upgrade.url), operation, 'oven-1');
    const older = page.locator('script[src$=".older.js"]');
    expect(await older.count()).toBe(1);
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    for (const qty of ['2', '3']) await made(page, qty);
    await page.getByText('3 queued').first().waitFor();
    await page.evaluate(estrangeLastEntry);
    await page.evaluate(ageEntries);

    upgrade.upgrade();
    await page.context().setOffline(false);
    await until(async () => (await good(operation)) === '2', SLOW_MS);
    await page.getByText('1 refused').first().waitFor({ timeout: SLOW_MS });

    await page.route('**/api/v1/reports', (route) => route.abort());
    await made(page, '4');
    await page.getByText('1 queued').first().waitFor();
    await page.reload();
    await page.getByText('A newer version of this screen is here').waitFor({ timeout: SLOW_MS });
    expect(await older.count()).toBe(1); // nothing is swapped under a finger
    await page.getByRole('button', { name: 'Take the new version' }).click();
    const newer = page.locator('script[type=module]:not([src$=".older.js"])');
    await newer.waitFor({ state: 'attached', timeout: SLOW_MS });
    await page.getByText('1 queued').first().waitFor();
    await page.getByText('1 refused').first().waitFor();
    await page.unrouteAll();
    await until(async () => (await good(operation)) === '6', SLOW_MS);
    await visit(page, 'entries');
    await page.locator('li[data-stage=refused]', { hasText: '3 good' }).waitFor();
    expect(await reportsOf(operation)).toEqual(['start 0', 'quantity 2', 'quantity 4']);
  }, 120_000);
});

async function start(url: string): Promise<FloorScreens> {
  const screens = await FloorScreens.start({ call: core.call, url }, chromiumPath);
  opened.push(() => screens.stop());
  return screens;
}

/** A screen on which somebody is about to start an operation, and which opens without the server. */
async function working(
  screens: FloorScreens,
  operation: Operation,
  station: string,
  room?: number,
): Promise<Page> {
  const page = await screens.open('operator', 'bakery', [station], room === undefined ? {} : { room });
  await signIn(page, ann);
  await visit(page, `operator?station=${station}&operation=${operation.id}`);
  await page.getByText(operation.workOrder, { exact: true }).first().waitFor();
  await page.evaluate(readyForOffline);
  await page.reload(); // from here on the service worker answers for the server
  await page.getByText(operation.workOrder, { exact: true }).first().waitFor();
  await until(async () => (await page.evaluate<string>(keptReplies)).includes(operation.id), SLOW_MS);
  return page;
}

async function made(page: Page, qty: string): Promise<void> {
  await page.getByRole('button', { name: 'Good + scrap' }).click();
  await key(page, qty);
  await page.getByRole('button', { name: /^Report/ }).click();
  await page.getByRole('button', { name: 'Pause' }).waitFor();
}

const shows = (page: Page, figure: string) =>
  page
    .getByText(new RegExp(`^${figure}`))
    .first()
    .waitFor();
const good = async ({ id }: Operation): Promise<string> =>
  (await core.call(operationRoutes.get, { params: { operation: id } })).qtyGood;
const reportsOf = async ({ id }: Operation): Promise<string[]> => {
  const query = { filter: `operation:${id}`, sort: 'recordedAt' } as const;
  return (await core.call(reportRoutes.list, { query })).items.map(({ type, good: qty }) => `${type} ${qty}`);
};
