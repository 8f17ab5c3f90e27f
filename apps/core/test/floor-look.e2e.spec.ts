/** Every floor screen in every theme and language: axe finds nothing, gloves hit everything, every word fits. */
import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { andonRoutes, operationRoutes, stationRoutes } from '@takt/contracts';
import type { Page } from 'playwright-core';
import { startCore, type TestCore } from './core';
import { FloorScreens, person, signIn, visit } from './floor-screens';
import { chromiumPath, inBrowser } from './in-browser';
import { axeFindings, misfits, speak } from './in-page';
import { askedSteps } from './instruction-steps';
import { bakery, orderOf, putItem, report, step } from './shop';
import { until } from './until';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
let core: TestCore;
let screens: FloorScreens;

/** Two operations at a station whose counter people read, the first of them begun. */
async function countedAtOven(of: TestCore): Promise<[string, string]> {
  const params = { station: 'oven-1' };
  const { id: _, revision, ...station } = await of.call(stationRoutes.get, { params });
  await of.call(
    stationRoutes.put,
    { params, body: { ...station, reportBy: 'counter' } },
    { ifMatch: revision },
  );
  await putItem(of, 'roll', { routing: [step(10, ['oven-1'], { crew: 0 })] });
  const ids: string[] = [];
  for (const qty of ['400', '300']) {
    const { lines } = await orderOf(of, 'roll', qty);
    ids.push(`${lines[0]?.workOrders[0] ?? ''}.10`);
  }
  const [first = '', second = ''] = ids;
  await report(of, first, 'start', { station: 'oven-1', reading: { from: 120_450, to: 120_450 } });
  return [first, second];
}

const THEMES = ['light', 'dark', 'contrast'] as const;
const views = {
  operator: [
    'operator',
    'operator/made?station=packer&operation=OP',
    'operator/made?station=packer&operation=OP&finish=yes',
    'operator/made?station=oven-1&operation=READ',
    'operator/reading?station=oven-1&operation=NEXT',
    'operator/pause',
    'operator/help',
    'operator/queue',
    'operator/instruction',
    ...[2, 3, 4, 5, 6].map((no) => `operator/instruction?station=packer&step=${no}`),
    'operator/stops',
    'operator/more',
    'entries',
    'sign-in',
    'device',
  ],
  supervisor: [
    'supervisor',
    'supervisor/people',
    'supervisor/late',
    'supervisor/stops',
    'supervisor/changes',
    'supervisor/handover',
    'supervisor/station/packer',
  ],
  andon: ['andon'],
} as const;

inBrowser('floor screens', () => {
  let running: string;
  let read: string;
  let next: string;
  let people: Record<'ann' | 'bob', { worker: string; name: string; pin: string }>;
  beforeAll(async () => {
    core = await startCore({ SOLVE_MS: '100' });
    await bakery(core);
    await putItem(core, 'tack', {
      item: { name: 'Large rye loaf with walnuts, sliced and packed for the weekend' },
      routing: [
        step(10, ['packer'], {
          crew: 0,
          instruction: 'Weigh 2 kg.\nBake until brown.',
          limits: [{ parameter: 'oven_c', min: 170, max: 190 }],
          steps: await askedSteps(core),
        }),
      ],
    });
    people = {
      ann: await person(core, 'Ann', { line: 'bakery' }),
      bob: await person(core, 'Bob', { line: 'bakery', role: 'lead' }),
    };
    for (const qty of ['120', '80']) await orderOf(core, 'tack', qty);
    await until(async () => {
      const { items } = await core.call(operationRoutes.list, {
        query: { filter: 'station:packer,status:ready' },
      });
      running = items[0]?.id ?? '';
      return items.length > 0;
    }, 60_000);
    await report(core, running, 'start', { station: 'packer' });
    [read, next] = await countedAtOven(core);
    await report(core, running, 'quantity', { good: '12', scrap: '3', scrapReason: 'burnt' });
    for (const kind of ['material', 'quality'] as const)
      await core.call(andonRoutes.raise, { body: { id: randomUUID(), station: 'packer', kind } });
    screens = await FloorScreens.start(core, chromiumPath);
  }, 180_000);
  afterAll(async () => {
    await screens?.stop();
    await core?.stop();
  });

  it.each(['en', 'zh-CN'] as const)(
    "the operator's, in %s",
    (language) => judge('operator', language),
    180_000,
  );
  it.each(['en', 'zh-CN'] as const)(
    "the supervisor's, in %s",
    (language) => judge('supervisor', language),
    180_000,
  );
  it.each(['en', 'zh-CN'] as const)(
    'what lies over them, several people, and a screen that is not paired, in %s',
    async (language) => {
      const tablet = await shown('supervisor', language);
      const all: string[] = [];
      const sheets = { assign: { en: 'Assign', 'zh-CN': '派工' }, move: { en: 'Move', 'zh-CN': '调整' } };
      for (const [name, words] of Object.entries(sheets)) {
        await visit(tablet, 'supervisor/station/packer');
        const button = { name: words[language], exact: true, disabled: false };
        await tablet.getByRole('button', button).last().click();
        await tablet.getByRole('dialog').waitFor();
        all.push(...(await findings(tablet, name)));
      }
      await tablet.context().close();
      const station = await shown('operator', language);
      await signIn(station, people.bob);
      for (const view of ['operator', 'sign-in']) {
        await visit(station, view);
        await calm(station);
        all.push(...(await findings(station, `two people: ${view}`)));
      }
      await station.context().close();
      const page = await screens.unpaired({ language });
      await page.locator('main').waitFor();
      all.push(...(await findings(page, 'pairing')));
      await page.context().close();
      expect(all).toEqual([]);
    },
    180_000,
  );
  it.each(['en', 'zh-CN'] as const)('the board, in %s', (language) => judge('andon', language), 180_000);

  /** A screen of a mode, with somebody signed in where people act. */
  async function shown(mode: keyof typeof views, language: 'en' | 'zh-CN'): Promise<Page> {
    const stations = mode === 'operator' ? ['packer', 'oven-1'] : [];
    const page = await screens.open(mode, 'bakery', stations, {
      language,
      ...(mode === 'andon' && { size: { width: 1920, height: 1080 }, pxPerMm: 1.6 }),
    });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    if (mode !== 'andon') await signIn(page, mode === 'operator' ? people.ann : people.bob);
    await page.evaluate(speak(language));
    return page;
  }

  /** Waits until nothing is being loaded. */
  async function calm(page: Page): Promise<void> {
    await page.locator('main, footer').first().waitFor();
    await page
      .locator('[role=status][aria-label]')
      .first()
      .waitFor({ state: 'detached' })
      .catch(() => undefined);
  }

  async function findings(page: Page, view: string, forGloves = true): Promise<string[]> {
    await page.evaluate(axe);
    const found = (await page.evaluate<string[]>(axeFindings(THEMES))).concat(
      forGloves ? await page.evaluate<string[]>(misfits) : [],
    );
    return found.map((each) => `${view} ${each}`);
  }

  async function judge(mode: keyof typeof views, language: 'en' | 'zh-CN'): Promise<void> {
    const page = await shown(mode, language);
    const all: string[] = [];
    for (const view of views[mode]) {
      await visit(page, view.replace('OP', running).replace('READ', read).replace('NEXT', next));
      await calm(page);
      all.push(...(await findings(page, view, mode !== 'andon')));
    }
    await page.context().close();
    expect(all).toEqual([]);
  }
});
