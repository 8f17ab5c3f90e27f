/**
 * `npm run soak`: one terminal in a real browser on a factory that lives at a rate, for hours of factory time: what the page holds
 * after each of them, and whether it grows. Options: `--hours 8 --rate 60 --seed 1 --line bakery --station packer-1`.
 */
import { parseArgs } from 'node:util';
import type { CDPSession, Page } from 'playwright-core';
import { FloorScreens } from '../test/floor-screens';
import { entriesByStage } from '../test/in-page';
import { Api } from './api';
import { benchmark, say } from './benchmark';
import { livingFactory } from './living-factory';
import { quantile } from './machine';

const { values: options } = parseArgs({
  options: {
    hours: { type: 'string', default: '8' },
    rate: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    line: { type: 'string', default: 'bakery' },
    station: { type: 'string', default: 'packer-1' },
  },
});
const { line, station, seed } = options;
const [hours, rate] = [Number(options.hours), Number(options.rate)];
const HOUR_MS = 3_600_000 / rate;
/** The last hours may hold so many times of what the first did. */
const GROWTH_MOST = 1.1;
/** Hours that a verdict needs: the first one warms up. */
const HOURS_LEAST = 4;

/** What a page holds after a collection of garbage. */
interface Held {
  readonly heapKb: number;
  readonly nodes: number;
  readonly listeners: number;
}

async function heldBy(session: CDPSession): Promise<Held> {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? NaN;
  return { heapKb: of('JSHeapUsedSize') / 1000, nodes: of('Nodes'), listeners: of('JSEventListeners') };
}

const VIEWS = ['Planned here', 'Instruction', 'Stops without a reason', 'Entries', 'This screen'];
const TAP_MS = 3000;

/** Somebody looks at everything that is one tap away, and calls for help. What goes away under a finger is left. */
async function lookAround(page: Page): Promise<void> {
  const button = (name: string) => page.getByRole('button', { name, exact: true }).first();
  const tap = (name: string) =>
    button(name)
      .click({ timeout: TAP_MS })
      .catch(() => undefined);
  const home = async (): Promise<void> => {
    while (!(await button('More').isVisible())) await tap('Back');
  };
  for (const view of VIEWS) {
    await tap('More');
    await tap(view);
    await home();
  }
  await page.locator('footer button').nth(-2).click(); // help, or the call that is open
  for (const name of ['Material', 'Solved'])
    if (
      await button(name)
        .isEnabled({ timeout: TAP_MS })
        .catch(() => false)
    )
      await tap(name);
  await home();
}

/** Does it grow? Compares the middle of the first half with that of the second; the first hour warms up. */
function growthOf(values: readonly number[]): number {
  const [, ...warm] = values;
  const half = Math.floor(warm.length / 2);
  const middle = (list: readonly number[]): number =>
    quantile(
      [...list].sort((a, b) => a - b),
      0.5,
    );
  return middle(warm.slice(-half)) / middle(warm.slice(0, half));
}

function judge(all: readonly Held[]): void {
  if (all.length < HOURS_LEAST) return say(`no verdict: it takes ${HOURS_LEAST} hours`);
  const names = ['heapKb', 'nodes', 'listeners'] as const;
  const growth = names.map((name) => [name, growthOf(all.map((held) => held[name]))] as const);
  say(`growth     ${growth.map(([name, times]) => `${name} × ${times.toFixed(3)}`).join(', ')}`);
  const grows = growth.filter(([, times]) => times > GROWTH_MOST).map(([name]) => name);
  if (grows.length > 0) throw new Error(`it grows: ${grows.join(', ')}`);
  say('verdict    it does not grow');
}

async function soak(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const all: Held[] = [];
  let rounds = 0;
  for (let hour = 1, since = performance.now(); hour <= hours; hour++) {
    while (performance.now() < since + hour * HOUR_MS) {
      await lookAround(page);
      rounds += 1;
    }
    const held = await heldBy(session);
    const entries = await page.evaluate<Record<string, number>>(entriesByStage);
    all.push(held);
    say(
      `hour ${String(hour).padStart(3)}   heap ${held.heapKb.toFixed(0).padStart(6)} kB  nodes ${String(held.nodes).padStart(6)}  ` +
        `listeners ${String(held.listeners).padStart(5)}  entries ${JSON.stringify(entries)}  rounds ${rounds}`,
    );
  }
  judge(all);
}

benchmark(
  `load       one terminal at ${station}, ${hours} factory hours at ${rate} ×, seed ${seed}; core, database, factory and browser on the same machine`,
  async (ground) => {
    const { url, password } = await livingFactory(ground, { rate, seed });
    const api = await Api.logIn(url, password);
    const screens = await FloorScreens.start(api, process.env['TAKT_CHROMIUM'] ?? '/usr/bin/chromium');
    ground.atEnd(() => screens.stop());
    const page = await screens.open('operator', line, [station]);
    await page.getByRole('button', { name: 'More', exact: true }).waitFor();
    await soak(page);
  },
);
