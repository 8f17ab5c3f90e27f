/** What an instruction shows and asks, and a break, at a terminal whose network is gone: all of it is there, and reaches core later. */
import { attendanceRoutes, operationRoutes, qualityRoutes } from '@takt/contracts';
import type { Page } from 'playwright-core';
import { startCore, type TestCore } from './core';
import { FloorScreens, key, person, signIn, visit } from './floor-screens';
import { planned } from './floor-story';
import { chromiumPath, inBrowser } from './in-browser';
import { askedSteps } from './instruction-steps';
import { bakery, putItem, report, step } from './shop';
import { until } from './until';

let core: TestCore;
let screens: FloorScreens;
let page: Page;
let operation: string;

/** How many pictures, videos and PDFs the device keeps; 0 as well before it keeps any. */
const keptMedia = `new Promise((done) => {
  const request = indexedDB.open('takt-media');
  request.onupgradeneeded = () => request.transaction.abort();
  request.onerror = () => done(0);
  request.onsuccess = () => {
    const db = request.result;
    const count = db.transaction('kept').objectStore('kept').count();
    count.onsuccess = () => { db.close(); done(count.result); };
  };
})`;

/** How wide the picture is by itself; 0 until it is drawn. */
const pictureWidth = `document.querySelector('img[alt="takt.png"]')?.naturalWidth ?? 0`;

/** Is anything dark on the page of the PDF? */
const inked = `(() => {
  const canvas = document.querySelector('canvas[data-drawn=true]');
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  return data.some((value, i) => i % 4 !== 3 && value < 128);
})()`;

inBrowser('an instruction at a terminal', () => {
  beforeAll(async () => {
    core = await startCore({ SOLVE_MS: '100' });
    await bakery(core);
    await putItem(core, 'tack', {
      routing: [step(10, ['packer'], { crew: 0, steps: await askedSteps(core) })],
    });
    const ann = await person(core, 'Ann', { line: 'bakery' });
    operation = (await planned(core, 'tack', '60')).id;
    await report(core, operation, 'start', { station: 'packer' });
    screens = await FloorScreens.start(core, chromiumPath);
    page = await screens.open('operator', 'bakery', ['packer']);
    await signIn(page, ann);
  }, 180_000);
  afterAll(async () => {
    await screens?.stop();
    await core?.stop();
  });

  const press = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();

  /** A page of the PDF stands on the screen. */
  const drawn = (name: string) =>
    page.getByRole('img', { name }).and(page.locator('[data-drawn=true]')).waitFor();

  it('shows its picture and its PDF, and takes its answers without the network; core has them with it', async () => {
    await visit(page, 'operator');
    await page.getByText('Running').first().waitFor();
    await until(async () => (await page.evaluate<number>(keptMedia)) === 2, 30_000);
    await page.context().setOffline(true);
    await press('More');
    await press('Instruction');
    await page.getByRole('img', { name: 'takt.png' }).waitFor();
    await until(async () => (await page.evaluate<number>(pictureWidth)) === 512, 30_000);
    await press('Next step');
    await key(page, '97');
    await page.getByRole('alert').filter({ hasText: 'Outside the limits' }).waitFor();
    await press('Record 97 °C');
    await page.getByRole('listitem').filter({ hasText: '97 °C' }).filter({ hasText: 'Queued' }).waitFor();
    await press('Next step');
    await drawn('Page 1 of 2');
    await press('Smaller'); // the whole page: the next one is one tap away
    await press('On');
    await drawn('Page 2 of 2');
    await press('Larger');
    await drawn('Page 2 of 2');
    expect(await page.evaluate<boolean>(inked)).toBe(true);
    await press('Back');
    await page.getByRole('button', { name: 'On hold' }).waitFor();

    await page.context().setOffline(false);
    const checks = () => core.call(qualityRoutes.checks, { query: { filter: `operation:${operation}` } });
    await until(async () => (await checks()).items.length > 0, 60_000);
    expect((await checks()).items).toMatchObject([
      { name: 'core_c', value: '97', step: 2, within: false, worker: 'Ann', station: 'packer' },
    ]);
    const { status, holdReason } = await core.call(operationRoutes.get, { params: { operation } });
    expect([status, holdReason]).toEqual(['held', 'core_c 97 ∉ -4–96']);
  }, 120_000);

  it('takes a break without the network; it is not attended', async () => {
    await page.getByRole('link', { name: 'Ann' }).click();
    await press('Clock in');
    await until(async () => (await core.call(attendanceRoutes.present)).length === 1, 30_000);
    await page.getByRole('button', { name: 'Break', exact: true }).waitFor(); // the screen has heard of it
    await page.context().setOffline(true);
    await press('Break');
    await page.getByText('on a break since').waitFor();
    await page.getByRole('button', { name: 'Back at work' }).waitFor();
    await page.context().setOffline(false);
    const standing = async () => (await core.call(attendanceRoutes.present)).map(({ closedBy }) => closedBy);
    await until(async () => (await standing())[0] === 'break', 60_000);
  }, 120_000);
});
