import type { Page } from 'playwright-core';

/** Something that a screen has begun to show. */
export interface Shown {
  /** by the clock of this machine, epoch ms */
  readonly at: number;
  readonly value: string;
}

interface Waiting {
  readonly value: string;
  readonly since: number;
  readonly done: (at: number) => void;
}

/** Runs in the page: tells each value of a place of the document as soon as it stands there. */
const watchScript = (selector: string, attribute: string | null): string => `(() => {
  let last;
  const look = () => {
    const place = document.querySelector(${JSON.stringify(selector)});
    const value = (${attribute === null ? 'place?.textContent' : `place?.getAttribute(${JSON.stringify(attribute)})`}) ?? '';
    if (value === last) return;
    last = value;
    window.taktShown({ at: Date.now(), value });
  };
  new MutationObserver(look).observe(document.body, {
    subtree: true, childList: true, characterData: true, attributes: true,
  });
  look();
})()`;

/** A page of which one place is watched: when it showed what. */
export class WatchedScreen {
  private shown: Shown[] = [];
  private waiting: Waiting[] = [];

  private constructor(readonly name: string) {}

  /**
   * Begins to watch.
   * @param selector the place; the first that fits
   * @param attribute whose value is told; null: the text of the place
   */
  static async watch(
    name: string,
    page: Page,
    selector: string,
    attribute: string | null = null,
  ): Promise<WatchedScreen> {
    const screen = new WatchedScreen(name);
    await page.locator(selector).first().waitFor({ timeout: 60_000 });
    await page.exposeFunction('taktShown', (shown: Shown) => screen.take(shown));
    await page.evaluate(watchScript(selector, attribute));
    return screen;
  }

  /** What it shows now. */
  get value(): string {
    return this.shown.at(-1)?.value ?? '';
  }

  /** When it last changed, epoch ms; null: not since an instant. */
  changedSince(instant: number): number | null {
    const last = this.shown.at(-1);
    return last !== undefined && last.at >= instant && this.shown.length > 1 ? last.at : null;
  }

  /** When it shows a value, at or after an instant. */
  async until(value: string, since: number, limitMs: number): Promise<number | null> {
    const found = this.shown.find((one) => one.at >= since && one.value === value);
    if (found) return found.at;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((done) => {
      timer = setTimeout(() => done(null), limitMs);
    });
    const inTime = new Promise<number>((done) => this.waiting.push({ value, since, done }));
    return Promise.race([inTime, late]).finally(() => clearTimeout(timer));
  }

  private take(shown: Shown): void {
    this.shown = [...this.shown.slice(-20), shown];
    this.waiting = this.waiting.filter(({ value, since, done }) => {
      if (shown.value !== value || shown.at < since) return true;
      done(shown.at);
      return false;
    });
  }
}
