/** Every part of the library in a real browser: what people see, what they can hit, what the keyboard and a scanner do. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { openGallery, type OpenGallery } from './gallery';

const executable = process.env.TAKT_CHROMIUM;
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const inBrowser = executable ? describe : describe.skip;
let gallery: OpenGallery;
let page: Page;

const open = async (query: string) => {
  await page.goto(`${gallery.address}?${query}`);
  await page.waitForSelector('main section');
};
const textOf = (selector: string) => page.locator(selector).innerText();

/** What fades in has colours of its own: they are judged when they stand still. Countdowns go on. */
const atRest = () =>
  page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter(
          ({ playState, effect }) =>
            playState === 'running' && Number(effect?.getComputedTiming().endTime) < 1000,
        )
        .map((animation) => animation.finished),
    ).then(() => undefined),
  );

/** Findings of axe, each with the rule and the place. */
async function findings(): Promise<string[]> {
  await atRest();
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await (
      window as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      }
    ).axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  });
}

/** Types as a scanner does: all keys at once, none waits for the answer to the one before. */
async function scan(code: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const keys = [
    ...[...code].map((text) => ({ key: text, text })),
    { key: 'Enter', code: 'Enter', text: '\r' },
  ];
  await Promise.all(
    keys.flatMap((key) => [
      session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key }),
      session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key, text: undefined }),
    ]),
  );
  await session.detach();
}

/** Things to touch that are smaller than 48 px or 12 mm at 6 px/mm, as sentences. */
function smallTargets(): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, a, input, select, [role=option]')]
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.height < 71.5 || box.width < 48))
      .map(({ element, box }) => `${element.innerText} ${Math.round(box.width)} × ${Math.round(box.height)}`),
  );
}

/** Words that do not fit into what holds them, and pages wider than the screen. */
function overflow(): Promise<string[]> {
  return page.evaluate(() => {
    const wide =
      document.documentElement.scrollWidth > innerWidth ? ['the page is wider than the screen'] : [];
    const cut = [...document.querySelectorAll<HTMLElement>('button, [data-tone], label, th, output')]
      .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
      .filter((element) => getComputedStyle(element).display !== 'inline')
      .map((element) => `cut: ${element.innerText}`);
    return [...wide, ...cut];
  });
}

inBrowser('gallery', () => {
  beforeAll(async () => {
    gallery = await openGallery(executable as string);
    page = await gallery.browser.newPage();
  }, 120_000);
  afterAll(() => gallery.close());
  afterEach(() => page.setViewportSize({ width: 1280, height: 800 }));

  const looks = ['light', 'dark', 'contrast'].flatMap((theme) =>
    ['en', 'zh-CN'].flatMap((language) =>
      ['floor', 'office'].map((surface) => `surface=${surface}&theme=${theme}&language=${language}`),
    ),
  );
  it.each(looks)('axe finds nothing in %s', async (look) => {
    await open(look);
    expect(await findings()).toEqual([]);
  });
  it.each(['en', 'zh-CN'])(
    'everything on the floor can be hit with gloves, and fits, in %s',
    async (language) => {
      await open(`surface=floor&language=${language}`);
      expect(await smallTargets()).toEqual([]);
      expect(await overflow()).toEqual([]);
    },
  );
  it.each(['en', 'zh-CN'])('everything fits at a desk in %s', async (language) => {
    await open(`surface=office&language=${language}`);
    expect(await overflow()).toEqual([]);
  });

  it('keys a quantity in, and corrects it', async () => {
    await open('surface=floor&part=keypad');
    const pad = page.getByRole('group', { name: /OK/ });
    for (const key of ['Clear', '4', '8', '+10', '+1', 'Erase'])
      await pad.getByRole('button', { name: key, exact: true }).click();
    expect(await pad.locator('output').innerText()).toMatch(/^5\b/);
    await pad.getByRole('button', { name: /Rest/ }).click();
    expect(await pad.locator('output').innerText()).toMatch(/^204/);
  });
  it('shows nine tiles at most, and the others one tap away', async () => {
    await open('surface=floor&part=reason-tiles');
    const tiles = page.locator('#reason-tiles button');
    expect(await tiles.count()).toBe(9);
    expect(await tiles.first().innerText()).toBe('Wrong shape');
    await tiles.last().click();
    expect(await page.locator('#reason-tiles').innerText()).toContain('Something else');
  });
  it('hears a scanner wherever the focus is, and takes its code out of the field', async () => {
    await open('surface=floor&part=scan');
    const field = page.locator('#scan input').first();
    await field.click();
    await page.keyboard.type('hello', { delay: 90 });
    await page.waitForTimeout(100);
    await scan('WO-1017.20');
    expect(await textOf('#scan output')).toBe('WO-1017.20');
    expect(await field.inputValue()).toBe('hello');
  });
  it('goes through the plan by keyboard, says what it stands on, and shows the same as a table', async () => {
    await open('surface=office&part=gantt');
    const plan = page.getByRole('group', { name: 'Plan by station' });
    await plan.focus();
    await page.keyboard.press('ArrowRight');
    const first = await textOf('#gantt [aria-live]');
    expect(first).toMatch(/^WO-\d+\.\d+, .+, on Mixer from .+ to /);
    await page.keyboard.press('ArrowDown');
    expect(await textOf('#gantt [aria-live]')).toContain('on Forming');
    await page.getByRole('button', { name: 'As a table' }).click();
    expect(await page.getByRole('grid').getAttribute('aria-rowcount')).toBe('221');
  });
  it('goes through a list with J, K and Enter', async () => {
    await open('surface=office&part=table');
    await page.locator('#table tbody tr[tabindex="0"]').focus();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    expect(await textOf('#table tr[aria-selected="true"] td:first-child')).toBe('SO-2046.3');
  });
  it('draws a long list in part, and reaches its end', async () => {
    await open('surface=office&part=table-long');
    const rows = page.locator('#table-long tbody tr');
    expect(await rows.count()).toBeLessThan(80);
    await page.locator('#table-long tbody tr[tabindex="0"]').focus();
    await page.keyboard.press('End');
    await page.waitForFunction(() => document.activeElement?.getAttribute('data-place') === '1999');
  });
  it('finds and does by the command bar', async () => {
    await open('surface=office&part=overlays');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('whole');
    await page.keyboard.press('Enter');
    expect(await textOf('section[aria-live="polite"]')).toContain('Whole plan');
    expect(await page.locator('dialog').count()).toBe(0);
  });
  it('keeps the focus in a sheet and gives it back', async () => {
    await open('surface=office&part=overlays');
    await page.locator('#open-sheet').click();
    expect(await findings()).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('open-sheet');
  });
  it('finds one of many by typing a part of its name', async () => {
    await open('surface=office&part=form');
    const field = page.getByLabel('Search');
    await field.click();
    expect(await findings()).toEqual([]);
    await field.fill('baked');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await field.inputValue()).toBe('Not baked through');
  });
  it('shows each fault at the field that it names', async () => {
    await open('surface=office&part=form-refused');
    const field = page.getByLabel('qty');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await textOf('#form-refused [role=alert]')).toContain('lines.0.item');
    expect(await textOf('#form-refused [role=alert]')).not.toContain('20,000,000');
  });
  it('calls and flashes without motion where the reader asks for none', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open('surface=floor&part=change-banner');
    const motions = await page.evaluate(
      () => document.getAnimations().filter(({ playState }) => playState === 'running').length,
    );
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    expect(motions).toBe(0);
  });
});
