import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  auditRoutes,
  userRoutes,
  type AuditEntry,
  type Language,
  type Role,
  type Route,
} from '@takt/contracts';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import type { TestCore } from './core';
import { until } from './until';

const root = resolve(__dirname, '../../..');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Nothing leaves the machine. */
const flags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'];

/** Presses a button by its whole name. */
export const press = (within: Locator, name: string): Promise<void> =>
  within.getByRole('button', { name, exact: true }).click();

/** The office of a core under test, in a real browser. */
export class OfficeScreen {
  /** what the pages complained of, in words */
  readonly complaints: string[] = [];
  /** as whom it is logged in */
  readonly login = `u${randomUUID().slice(0, 8)}`;

  private constructor(
    private readonly core: TestCore,
    private readonly browser: Browser,
    readonly page: Page,
  ) {}

  /**
   * Builds the office where it is not built, starts the browser, and logs a new user in as people do it.
   * @param executable path of a Chromium
   */
  static async start(core: TestCore, executable: string, role: Role): Promise<OfficeScreen> {
    const build = `import('./apps/core/bin/prepare.mjs').then((m) => m.ensureWebBuilt('office'))`;
    execFileSync(process.execPath, ['-e', build], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, NODE_ENV: 'production' }, // the tests' own would bring React's parts for developers
    });
    const browser = await chromium.launch({ executablePath: executable, args: flags });
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      timezoneId: 'Europe/Amsterdam',
      locale: 'en-GB',
    });
    const screen = new OfficeScreen(core, browser, await context.newPage());
    screen.page.on('pageerror', (error) => screen.complaints.push(error.message));
    await screen.logIn(role);
    return screen;
  }

  private async logIn(role: Role): Promise<void> {
    const { login } = this;
    const password = randomUUID();
    await this.core.call(userRoutes.create, {
      body: { login, name: login, language: 'en', role, worker: null, active: true, password },
    });
    await this.page.goto(this.core.url);
    await this.page.getByLabel('Name').fill(login);
    await this.page.getByLabel('Password').fill(password);
    await this.page.getByRole('button', { name: 'Log in' }).click();
    await this.page.getByRole('navigation', { name: 'Views' }).waitFor();
  }

  /** Goes to a view by its address. */
  async visit(path: string): Promise<void> {
    await this.page.goto(`${this.core.url}${path}`);
    await this.page.locator('main h1').waitFor();
  }

  /** Waits until nothing on the page is on its way. */
  async loaded(): Promise<void> {
    const under = this.page.locator('main [role=status][aria-label]');
    await until(async () => (await under.count()) === 0, 30_000);
  }

  /** Shows everything in a language from now on. */
  async speak(language: Language): Promise<void> {
    const look = JSON.stringify({ theme: 'light', language });
    await this.page.evaluate(`localStorage.setItem('takt.look', ${JSON.stringify(look)})`);
  }

  /** Finds one of many things by a part of its name, and takes the first. */
  async find(field: string, text: string): Promise<void> {
    await this.page.getByLabel(field).fill(text);
    await this.page.locator('main [role=option]:visible').first().click();
  }

  /** Waits until something is said anywhere on the page. */
  said(text: string | RegExp): Promise<void> {
    return this.page.getByText(text).first().waitFor();
  }

  /** Opens a row of a table by what it says. @returns the sheet over the page */
  async openRow(says: RegExp): Promise<Locator> {
    await this.page.getByRole('row', { name: says }).first().click();
    return this.page.getByRole('dialog');
  }

  /** What the office's own user has done by a route, as the audit has it, newest first. */
  async audited({ method, path }: Route): Promise<AuditEntry['detail'][]> {
    const query = { sort: '-at', filter: `actor:${this.login}`, limit: 200 } as const;
    const { items } = await this.core.call(auditRoutes.list, { query });
    return items
      .filter(({ action, outcome }) => action === `${method} ${path}` && outcome === 'done')
      .map(({ detail }) => detail);
  }

  /** Findings of axe on the page, each with the rule and the place. */
  async findings(): Promise<string[]> {
    await this.page.evaluate(axe);
    return this.page.evaluate<string[]>(
      `axe.run().then(({ violations }) =>
        violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 160))))`,
    );
  }

  /** Is the page wider than the screen? */
  isWide(): Promise<boolean> {
    return this.page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth');
  }

  /** Ends the browser. */
  async stop(): Promise<void> {
    await this.browser.close();
  }
}
