/**
 * `npm run bench:floor`: tap → feedback, tap → committed → on the other screens with many terminals, and how soon a terminal can be used
 * on a slow tablet. Options: `--terminals 50 --seconds 30 --every 5 --taps 20 --rounds 5 --throttle 4 --seed 1`, and
 * `--profile FOLDER` for a CPU profile of core.
 */
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { projectRoot } from '../src/version';
import { FloorScreens, key, person, signIn, visit } from '../test/floor-screens';
import { Api } from './api';
import { benchmark, say, type BenchGround } from './benchmark';
import { ListeningScreen, reportAll, startAll } from './floor-load';
import { openSlowly, shownAt, watchInteractive, watchTaps } from './floor-page';
import { LINE, makeFloor } from './floor-plant';
import { quantile } from './machine';
import { Part } from './part';

const { values: options } = parseArgs({
  options: {
    terminals: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '30' },
    every: { type: 'string', default: '5' },
    taps: { type: 'string', default: '20' },
    rounds: { type: 'string', default: '5' },
    throttle: { type: 'string', default: '4' },
    seed: { type: 'string', default: '1' },
    profile: { type: 'string' },
  },
});
const [terminals, seconds, everySec, taps, rounds, throttle, seed] = (
  ['terminals', 'seconds', 'every', 'taps', 'rounds', 'throttle', 'seed'] as const
).map((name) => Number(options[name])) as [number, number, number, number, number, number, number];

function row(name: string, values: readonly number[]): void {
  const arrived = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const at = (share: number): string => quantile(arrived, share).toFixed(0).padStart(5);
  const lost = values.length - arrived.length;
  say(
    `${name.padEnd(34)} n ${String(arrived.length).padStart(4)}  p50 ${at(0.5)} ms  p99 ${at(0.99)} ms  max ${at(1)} ms${lost > 0 ? `  LOST ${lost}` : ''}`,
  );
}

/** What a fresh build weighs, compressed, in kB. */
function builtKb(): number {
  const folder = join(projectRoot(), 'dist/web/terminal/assets');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.js'))
    .reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length / 1000, 0);
}

/** Somebody reports one piece after another on a real screen, while another real screen shows it. */
async function tapThrough(
  operator: Page,
  supervisor: Page,
): Promise<{ feedback: number[]; shown: number[] }> {
  const feedback: number[] = [];
  const shown: number[] = [];
  for (let made = 1; made <= taps; made++) {
    await operator.getByRole('button', { name: 'Good + scrap' }).click();
    await key(operator, '1');
    const painted = supervisor.evaluate<number>(shownAt(`${made}/`));
    await operator.getByRole('button', { name: /^Report/ }).click();
    const tappedAt = await operator.evaluate<number>('globalThis.__tappedAt');
    shown.push((await painted) - tappedAt);
    await operator.getByRole('button', { name: 'Pause' }).waitFor();
    feedback.push(...(await operator.evaluate<number[]>('globalThis.__feedbackMs.splice(0)')));
  }
  return { feedback, shown };
}

/** Opens a paired screen several times: for the first time, and as the service worker keeps it. */
async function openings(page: Page): Promise<void> {
  const cold = [];
  const warm = [];
  const address = page.url();
  const session = await page.context().newCDPSession(page);
  await page.addInitScript({ content: watchInteractive });
  for (let round = 0; round < rounds; round++) {
    await page.evaluate(
      `navigator.serviceWorker.getRegistrations().then((all) => Promise.all(all.map((one) => one.unregister())))`,
    );
    await session.send('Network.clearBrowserCache');
    cold.push(await openSlowly(page, address, throttle));
    await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
    warm.push(await openSlowly(page, address, throttle));
  }
  say(
    `JavaScript loaded at start            ${Math.max(...cold.map(({ scriptKb }) => scriptKb)).toFixed(1)} kB gz`,
  );
  row(
    `usable at ${throttle} × slower, first time`,
    cold.map(({ interactiveMs }) => interactiveMs),
  );
  row(
    `usable at ${throttle} × slower, afterwards`,
    warm.map(({ interactiveMs }) => interactiveMs),
  );
}

async function bench(core: Part, url: string, password: string, { atEnd }: BenchGround): Promise<void> {
  const api = await Api.logIn(url, password);
  const chromium = process.env['TAKT_CHROMIUM'] ?? '/usr/bin/chromium';
  const screens = await FloorScreens.start(api, chromium);
  atEnd(() => screens.stop());
  say(`JavaScript in all                     ${builtKb().toFixed(1)} kB gz`);
  const stations = await makeFloor(api, terminals + 1);
  const operations = await startAll(api, stations);
  const ann = await person(api, 'Ann', { line: LINE });
  const [real] = stations.slice(-1) as [(typeof stations)[number]];
  const operator = await screens.open('operator', LINE, [real.station]);
  await signIn(operator, ann);
  await openings(operator);

  const supervisor = await screens.open('supervisor', LINE);
  await visit(supervisor, `supervisor/station/${real.station}`);
  await operator.addInitScript({ content: watchTaps });
  await operator.reload();
  const listening: ListeningScreen[] = [];
  for (const { station } of stations.slice(0, terminals))
    listening.push(await ListeningScreen.open(api, 'operator', LINE, [station]));
  const others = [
    await ListeningScreen.open(api, 'supervisor', LINE),
    await ListeningScreen.open(api, 'andon', LINE),
  ];
  atEnd(() => [...listening, ...others].forEach((screen) => screen.close()));
  const reporting = listening.map((screen, at) => ({ screen, operation: operations[at] ?? '' }));
  const before = core.cpuSec;
  const [journeys, tapped] = await Promise.all([
    reportAll(api, reporting, others, { seconds, everySec, seed }),
    tapThrough(operator, supervisor),
  ]);
  const perReport = ((core.cpuSec - before) * 1000) / (journeys.length + taps);
  row('tap → feedback, real screen', tapped.feedback);
  row('tap → painted on another screen', tapped.shown);
  row(
    'tap → committed',
    journeys.map(({ committedMs }) => committedMs),
  );
  row(
    'tap → told to the other screens',
    journeys.map(({ toldMs }) => toldMs),
  );
  say(
    `core's processor time per report      ${perReport.toFixed(0)} ms, with everything that follows from it`,
  );
}

benchmark(
  `load       ${terminals} terminals, each reports every ${everySec} s, ${seconds} s, seed ${seed}; core, database, browser and load on the same machine`,
  async (ground) => {
    const password = randomUUID();
    const core = Part.core({
      databaseUrl: ground.url,
      folder: ground.folder,
      password,
      profile: options.profile,
    });
    ground.atEnd(() => core.stop());
    const { url } = await core.next<{ url: string }>();
    await bench(core, url, password, ground);
  },
);
