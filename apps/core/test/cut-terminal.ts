import { operationRoutes, reportRoutes, type Operation } from '@takt/contracts';
import type { Page } from 'playwright-core';
import type { TestCore } from './core';
import { key, signIn } from './floor-screens';
import { entriesByStage, readyForOffline } from './in-page';
import type { Chance } from './seeded';
import { until } from './until';

const LONGEST_CUT_MS = 1500;
/** A terminal that has nothing to ask is cut again after so long. */
const LONGEST_WAIT_MS = 5000;
const SLOW_MS = 60_000;

/** A terminal whose network comes and goes while somebody enters pieces, and the ledger of what was entered. */
export class CutTerminal {
  /** what was entered, in order, as core should have it: `quantity 4` */
  readonly entered: string[] = ['start 0'];
  /** how often the network went, and a reply was lost on its way back */
  cuts = 0;
  private good = 0;
  private over = false;
  private readonly tabs: Page[];

  /**
   * @param page its screen
   * @param operation what is made at it
   * @param chance when the network goes, what is entered
   */
  constructor(
    page: Page,
    private readonly operation: Operation,
    private readonly chance: Chance,
  ) {
    this.tabs = [page];
    page.context().setDefaultTimeout(SLOW_MS);
  }

  /** Somebody signs in and starts the operation; from then on the screen opens without the server. */
  async begin(who: { readonly name: string; readonly pin: string }): Promise<void> {
    const [page] = this.tabs as [Page];
    await signIn(page, who, this.view);
    await page.evaluate(readyForOffline);
    await page.reload(); // from here on the service worker answers for the server
    await this.shown(page);
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.getByRole('button', { name: 'Pause' }).waitFor();
  }

  /** Opens the same screen a second time on the same device. */
  async secondTab(): Promise<void> {
    const first = this.tabs[0] as Page;
    const tab = await first.context().newPage();
    await tab.goto(first.url());
    this.tabs.push(tab);
    await this.shown(tab);
  }

  /** Enters pieces while the network is cut at random. @param goesOn whether another entry is made */
  async work(goesOn: (entries: number) => boolean): Promise<void> {
    const cutting = this.cut();
    try {
      while (goesOn(this.entered.length - 1)) await this.enter();
    } finally {
      this.over = true;
      await cutting;
    }
  }

  /** Everything that was entered has been acknowledged by core. */
  async settle(core: TestCore): Promise<void> {
    const { id } = this.operation;
    await until(
      async () =>
        Number((await core.call(operationRoutes.get, { params: { operation: id } })).qtyGood) >= this.good,
      SLOW_MS,
    );
    await (this.tabs[0] as Page).getByText('queued').first().waitFor({ state: 'detached', timeout: SLOW_MS });
  }

  /** What core has, in the order in which it came; reports of one command are one. */
  async atCore(core: TestCore): Promise<string[]> {
    const query = { filter: `operation:${this.operation.id}`, sort: 'recordedAt', limit: 500 } as const;
    const { items } = await core.call(reportRoutes.list, { query });
    return items.map(({ type, good }) => `${type} ${good}`);
  }

  private get view(): string {
    return `operator?operation=${this.operation.id}`;
  }

  private async shown(page: Page): Promise<void> {
    await page.getByText(this.operation.workOrder, { exact: true }).first().waitFor();
  }

  private async enter(): Promise<void> {
    const page = this.tabs[this.chance.below(this.tabs.length)] as Page;
    const qty = 1 + this.chance.below(9);
    await page.getByRole('button', { name: 'Good + scrap' }).click();
    await key(page, String(qty));
    const send = page.getByRole('button', { name: /^Report/ });
    if (this.chance.below(3) === 0) await send.dblclick();
    else await send.click();
    this.good += qty;
    this.entered.push(`quantity ${qty}`);
    await this.counted(page);
    if (this.chance.below(4) > 0) return;
    await page.reload();
    await this.counted(page);
  }

  /** The screen counts what was entered. @throws with what it shows instead */
  private async counted(page: Page): Promise<void> {
    const sum = page.getByText(new RegExp(`^${this.good}/`)).first();
    try {
      await sum.waitFor();
    } catch (error) {
      const shown = await page.locator('body').innerText();
      const entries = JSON.stringify(await page.evaluate(entriesByStage));
      throw new Error(`${this.good} is not shown at ${page.url()}, entries ${entries}:\n${shown}`, {
        cause: error,
      });
    }
  }

  /** Cuts and mends until the work is over: no network at all, or replies that are lost on their way back. */
  private async cut(): Promise<void> {
    const context = (this.tabs[0] as Page).context();
    let losing = false;
    await context.route('**/api/v1/reports', async (route) => {
      if (!losing) return route.continue().catch(() => undefined);
      await route.fetch().catch(() => undefined);
      return route.abort().catch(() => undefined);
    });
    while (!this.over) {
      const away = this.chance.below(2) === 0;
      losing = !away;
      this.cuts += 1;
      await context.setOffline(away);
      await this.pause();
      losing = false;
      // However slow the machine is: something gets through before the network goes again.
      const heard = context
        .waitForEvent('response', {
          predicate: (one) => one.url().includes('/api/'),
          timeout: LONGEST_WAIT_MS,
        })
        .catch(() => undefined);
      await context.setOffline(false);
      await this.pause();
      await heard;
    }
    await context.unrouteAll({ behavior: 'wait' });
  }

  private pause(): Promise<void> {
    return new Promise((done) => setTimeout(done, 50 + this.chance.below(LONGEST_CUT_MS)));
  }
}
