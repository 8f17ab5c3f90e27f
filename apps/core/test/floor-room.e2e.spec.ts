/** Whatever lies over the work at a station, all of it is seen: a change, old data, stops without a reason, what can be undone. */
import { noticeRoutes, operationRoutes, telemetryRoutes } from '@takt/contracts';
import type { Page } from 'playwright-core';
import { startCore, type TestCore } from './core';
import { makeDevice, TestDevice } from './device';
import { FloorScreens, key, person, scan, signIn, visit } from './floor-screens';
import { patient, planned } from './floor-story';
import { chromiumPath, inBrowser } from './in-browser';
import { coveredTargets, keepSettings, misfits, speak, unseenParts } from './in-page';
import { bakery, putItem, report, step } from './shop';
import { until } from './until';

const HOUR_MS = 3_600_000;
const WORDS = {
  en: { made: 'Good + scrap', send: /^Report/ },
  'zh-CN': { made: '合格+报废', send: /^报工/ },
} as const;
type Language = keyof typeof WORDS;
const LOOKS = (['en', 'zh-CN'] as const).flatMap((language) =>
  [false, true].map((largeIcons) => [language, largeIcons] as const),
);

let core: TestCore;
let screens: FloorScreens;
let ann: { worker: string; name: string; pin: string };
let running: string;
let next: string;

const openNotices = async () =>
  (await core.call(noticeRoutes.list, { query: { filter: 'open:yes,station:packer', limit: 200 } })).items;

/** A stop of the packer that nobody has explained. */
async function stopped(): Promise<void> {
  const device = await TestDevice.connect(
    core.mqttPort,
    await makeDevice(core, 'machine-packer', ['packer']),
    'bakery',
  );
  const ago = (minutes: number) => Date.now() - minutes * 60_000;
  await device.send('packer', 'state', { state: 'running' }, { at: ago(120) });
  await device.send('packer', 'state', { state: 'stopped' }, { at: ago(100) });
  await device.send('packer', 'state', { state: 'running' }, { at: ago(80) });
  await until(async () => {
    const query = { filter: 'station:packer,explained:no' };
    return (await core.call(telemetryRoutes.stops, { query })).items.length > 0;
  }, 30_000);
  await device.client.endAsync();
}

/** A station's screen on which something was just reported, while what it shows gets old. */
async function crowded(stations: string[], language: Language, largeIcons: boolean): Promise<Page> {
  const page = await screens.open('operator', 'bakery', stations, { language });
  await page.evaluate(keepSettings({ idleMin: 0, largeIcons }));
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await signIn(page, ann);
  await page.evaluate(speak(language));
  await visit(page, 'operator');
  await page
    .getByText(running.replace(/\.\d+$/, ''), { exact: true })
    .first()
    .waitFor();
  await page.getByRole('button', { name: /without a reason|停机未说明/ }).waitFor();
  await page.route(/api\/v1\/operations\?/, (route) => route.abort());
  await page.getByRole('button', { name: WORDS[language].made }).click();
  await key(page, '1');
  await page.getByRole('button', { name: WORDS[language].send }).click();
  await page.getByRole('button', { name: /^Undo|^撤销/ }).waitFor();
  await report(core, running, 'quantity', { station: 'packer', good: '1' });
  await page.locator('main p[role=status]').waitFor({ timeout: 30_000 });
  return page;
}

async function faults(page: Page): Promise<string[]> {
  // The third one, what comes next, gives way where there is no room.
  await page.locator('main section').nth(1).waitFor();
  const found = [
    ...(await page.evaluate<string[]>(unseenParts)),
    ...(await page.evaluate<string[]>(misfits)),
  ];
  await page.context().close();
  return found;
}

inBrowser('the room of a station', () => {
  beforeAll(async () => {
    core = await startCore({ SOLVE_MS: '100' });
    await bakery(core);
    await patient(core, 'packer');
    await putItem(core, 'tack', {
      item: {
        name: 'Ginger slab with dark chocolate and candied orange peel, cut and packed for the web shop',
        nameZh: '黑巧克力糖渍橙皮姜饼大板（切块，独立包装，网店专供，节日礼盒装，附手写贺卡与丝带）',
      },
      routing: [step(10, ['packer'], { crew: 0, name: 'Cut and pack', nameZh: '切块与包装' })],
    });
    ann = await person(core, 'Ann', { line: 'bakery' });
    running = (await planned(core, 'tack', '100')).id;
    next = (await planned(core, 'tack', '80')).id;
    await report(core, running, 'start', { station: 'packer' });
    await stopped();
    screens = await FloorScreens.start(core, chromiumPath);
  }, 180_000);
  afterAll(async () => {
    await screens?.stop();
    await core?.stop();
  });

  it.each(LOOKS)(
    'with the strip of several stations, in %s, large icons: %s',
    async (language, largeIcons) => {
      for (const { id } of await openNotices())
        await core.call(noticeRoutes.acknowledge, {
          params: { notice: id },
          body: { commandId: crypto.randomUUID() },
        });
      expect(await faults(await crowded(['packer', 'oven-1'], language, largeIcons))).toEqual([]);
    },
    120_000,
  );

  it('with messages: they lie over no key, no figure and no button', async () => {
    const page = await screens.open('operator', 'bakery', ['packer']);
    await signIn(page, ann);
    for (const path of ['operator', `operator/made?station=packer&operation=${running}`]) {
      await visit(page, path);
      await page.getByText(/good/i).first().waitFor();
      for (const code of ['NONE-1', 'NONE-2', 'NONE-3']) {
        await scan(page, code);
        await page.getByText(`Nothing is known by the code ${code}`).waitFor();
      }
      expect(await page.evaluate<string[]>(coveredTargets)).toEqual([]);
      expect(await page.evaluate<string[]>(unseenParts)).toEqual([]);
    }
    await page.context().close();
  }, 60_000);

  it.each(LOOKS)(
    'with a change to acknowledge, in %s, large icons: %s',
    async (language, largeIcons) => {
      const { revision } = await core.call(operationRoutes.get, { params: { operation: next } });
      const later = (LOOKS.findIndex(([a, b]) => a === language && b === largeIcons) + 3) * HOUR_MS;
      const startAt = new Date(Date.now() + later).toISOString();
      await core.call(
        operationRoutes.move,
        { params: { operation: next }, body: { station: 'packer', startAt, evenFrozen: true } },
        { ifMatch: revision },
      );
      await until(
        async () => (await openNotices()).some(({ operation, by }) => operation === next && by !== 'takt'),
        30_000,
      );
      const page = await crowded(['packer'], language, largeIcons);
      await page.locator('[data-part="change-banner"]').waitFor();
      expect(await faults(page)).toEqual([]);
    },
    120_000,
  );
});
