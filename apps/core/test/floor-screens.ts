import { execFileSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { chromium, type Browser, type Page } from 'playwright-core';
import { terminalRoutes, userRoutes, workerRoutes, type TerminalMode } from '@takt/contracts';
import { projectRoot } from '../src/version';
import type { TestCore } from './core';
import { keepLook } from './in-page';
import { workerBody } from './people';

/** What screens need of a core. */
type FloorCore = Pick<TestCore, 'call' | 'url'>;

/** Nothing leaves the machine. */
const flags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'];

/** How a screen looks. */
export interface ScreenLook {
  readonly language?: 'en' | 'zh-CN';
  readonly theme?: 'light' | 'dark' | 'contrast';
  readonly size?: { readonly width: number; readonly height: number };
  readonly pxPerMm?: number;
  /** bytes that the browser lets the screen keep */
  readonly room?: number;
}

/** Sets how many bytes the browser lets a screen keep; until the screen is closed, or set anew. */
export async function setRoom(page: Page, origin: string, bytes: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: bytes });
}

/** Floor screens of a core under test, in a real browser. */
export class FloorScreens {
  private constructor(
    private readonly core: FloorCore,
    private readonly browser: Browser,
  ) {}

  /** Builds the terminal where it is not built, and starts the browser. @param executable path of a Chromium */
  static async start(core: FloorCore, executable: string): Promise<FloorScreens> {
    const build = `import('./apps/core/bin/prepare.mjs').then((m) => m.ensureWebBuilt('terminal'))`;
    execFileSync(process.execPath, ['-e', build], {
      cwd: projectRoot(),
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, NODE_ENV: 'production' }, // the tests' own would bring React's parts for developers
    });
    return new FloorScreens(core, await chromium.launch({ executablePath: executable, args: flags }));
  }

  /** Pairs a new screen with the code that the office shows, and opens it. */
  async open(
    mode: TerminalMode,
    line: string,
    stations: readonly string[] = [],
    look: ScreenLook = {},
  ): Promise<Page> {
    const name = `${mode} ${stations.join(' ') || line}`;
    const { code } = await this.core.call(terminalRoutes.create, {
      body: { name, mode, line, stations: [...stations] },
    });
    const page = await this.blank(look);
    await page.goto(`${this.core.url}/floor/?pair=${code}`);
    await page.waitForURL(new RegExp(`/floor/${mode}`));
    return page;
  }

  /** Opens a screen that is not paired with anything. */
  async unpaired(look: ScreenLook = {}): Promise<Page> {
    const page = await this.blank(look);
    await page.goto(`${this.core.url}/floor/`);
    return page;
  }

  /** Ends the browser. */
  async stop(): Promise<void> {
    await this.browser.close();
  }

  private async blank(look: ScreenLook): Promise<Page> {
    const { language = 'en', theme = 'light', size = { width: 1280, height: 800 }, pxPerMm = 6 } = look;
    const context = await this.browser.newContext({ viewport: { ...size }, timezoneId: 'Europe/Amsterdam' });
    await context.addInitScript({ content: keepLook({ theme, pxPerMm, language, sound: false }) });
    const page = await context.newPage();
    if (look.room !== undefined) await setRoom(page, this.core.url, look.room);
    return page;
  }
}

/** A person with a PIN; with a role: one who may decide. */
export async function person(
  core: Pick<TestCore, 'call'>,
  worker: string,
  { line, role }: { readonly line: string; readonly role?: 'lead' },
): Promise<{ readonly worker: string; readonly name: string; readonly pin: string }> {
  const pin = String(randomInt(1000, 9999));
  await core.call(workerRoutes.put, {
    params: { worker },
    body: workerBody({ name: worker, line, badge: `B-${worker}` }),
  });
  await core.call(userRoutes.setPin, { params: { worker }, body: { pin } });
  if (role)
    await core.call(userRoutes.create, {
      body: { login: worker.toLowerCase(), name: worker, language: 'en', role, worker, active: true },
    });
  return { worker, name: worker, pin };
}

/**
 * Signs a person in at a screen, as they do it: name, PIN, button; then back to the work.
 * @param then the view of the operator that they come back to; the first one unless told
 */
export async function signIn(
  page: Page,
  { name, pin }: { name: string; pin: string },
  then?: string,
): Promise<void> {
  await visit(page, then === undefined ? 'sign-in' : `sign-in?then=${encodeURIComponent(`/${then}`)}`);
  await page.getByRole('button', { name, exact: true }).click();
  for (const digit of pin) await page.getByRole('button', { name: digit, exact: true }).click();
  await page.locator('footer button').last().click();
  await page.waitForURL(/\/floor\/(operator|supervisor)/);
}

/** Goes to a view of the screen by its address. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(new URL(`/floor/${path}`, page.url()).href);
}

/** Keys digits on the pad. */
export async function key(page: Page, digits: string): Promise<void> {
  for (const digit of digits) await page.getByRole('button', { name: digit, exact: true }).click();
}

/** Types as a scanner does: all keys at once, none waits for the answer to the one before. */
export async function scan(page: Page, code: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const signs = [...code].map((text) => ({ key: text, text }));
  const keys = [...signs, { key: 'Enter', code: 'Enter', text: '\r' }];
  await Promise.all(
    keys.flatMap((one) => [
      session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...one }),
      session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...one, text: undefined }),
    ]),
  );
  await session.detach();
}
