import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';

/** What a screen weighs and how soon it can be used. */
export interface Opening {
  /** from the navigation until work can be tapped, in ms of the page's clock */
  readonly interactiveMs: number;
  /** JavaScript that was loaded until then, compressed, in kB */
  readonly scriptKb: number;
}

/** Waits until a button at the foot can be tapped (`__interactiveMs`); runs in the page before anything else. */
export const watchInteractive = `globalThis.__interactiveMs = new Promise((done) => {
  const look = () =>
    document.querySelector('footer button:not([disabled])')
      ? done(performance.now())
      : requestAnimationFrame(look);
  requestAnimationFrame(look);
})`;

/**
 * Opens an address on a slowed-down processor.
 * @param throttle so many times slower than the machine
 */
export async function openSlowly(page: Page, address: string, throttle: number): Promise<Opening> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  const scripts: Promise<number>[] = [];
  const weigh = (reply: { url(): string; body(): Promise<Buffer> }) => {
    if (/\/assets\/.*\.js$/.test(reply.url()))
      scripts.push(
        reply.body().then(
          (body) => gzipSync(body).length / 1000,
          () => 0,
        ),
      );
  };
  page.on('response', weigh);
  await page.goto(address);
  const interactiveMs = await page.evaluate<number>('globalThis.__interactiveMs');
  page.off('response', weigh);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await session.detach();
  return { interactiveMs, scriptKb: (await Promise.all(scripts)).reduce((sum, kb) => sum + kb, 0) };
}

/**
 * Notes, of every tap, when it was made (`__tappedAt`, epoch ms) and how long it took until the screen had painted something else
 * (`__feedbackMs`); runs in the page before anything else.
 */
export const watchTaps = `(() => {
  globalThis.__feedbackMs = [];
  let downAt = 0;
  let tappedAt;
  addEventListener('pointerdown', () => { downAt = performance.now(); }, { capture: true });
  addEventListener('click', () => {
    tappedAt = downAt;
    globalThis.__tappedAt = performance.timeOrigin + downAt;
  }, { capture: true });
  new MutationObserver(() => {
    if (tappedAt === undefined) return;
    const since = tappedAt;
    tappedAt = undefined;
    requestAnimationFrame(() => setTimeout(() => globalThis.__feedbackMs.push(performance.now() - since)));
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
})()`;

/** Waits until a text stands on the page. Its value is when it was painted, epoch ms. */
export const shownAt = (text: string): string => `new Promise((done) => {
  const look = () =>
    document.body.innerText.includes(${JSON.stringify(text)}) &&
    (observer.disconnect(), requestAnimationFrame(() => setTimeout(() => done(performance.timeOrigin + performance.now()))));
  const observer = new MutationObserver(look);
  observer.observe(document, { subtree: true, childList: true, characterData: true });
  look();
})`;
