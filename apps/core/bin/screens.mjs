/**
 * `npm run screens`: takes a picture of every screen of the office and the terminal in English and Chinese, from a simulated
 * factory that is running (`npm start` in another window), into docs/screens, with a page that shows them.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { format, resolveConfig } from 'prettier';
import { findChromium } from './chromium.mjs';
import { officeScreens, terminalScreens } from './screen-list.mjs';
import { root } from './prepare.mjs';

const USAGE = `usage: npm run screens -- [--out FOLDER] [--only NAME,NAME] [--size 1280x800]
  --out FOLDER   where the pictures go; docs/screens unless told
  --only NAMES   only these pictures
  --size WxH     px of the screens; 1280x800 unless told
The running factory is found in DATA_DIR (.takt unless told).`;
const LANGUAGES = ['en', 'zh-CN'];
const SIZE = '1280x800';
const QUALITY = 70;
const SETTLE_MS = 700;
const PATIENCE = 30;
/** px per mm: a tablet, and the board in the hall */
const DOTS = { tablet: 6, board: 1.6 };

/** Reads `1280x800`. */
function sizeOf(text) {
  const [, width, height] = /^(\d{2,4})x(\d{2,4})$/.exec(text) ?? [];
  if (width === undefined) throw new Error(`${text} is no size. Maybe 1920x1080.`);
  return { width: Number(width), height: Number(height) };
}

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** The factory as its data folder tells: address, administrator, PINs. */
function factoryIn(dataDir) {
  const { url } = readJson(join(dataDir, 'address.json'));
  const { login, password } = readJson(join(dataDir, 'log-in.json'));
  const { pins } = readJson(join(dataDir, 'factory.json'));
  return { url, login, password, pins };
}

/** Calls core as the administrator. */
async function caller({ url, login, password }) {
  const call = async (method, path, body, token) => {
    const reply = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`);
    return reply.status === 204 ? undefined : reply.json();
  };
  const { token } = await call('POST', '/auth/login', { login, password });
  return (method, path, body) => call(method, path, body, token);
}

/** Nothing is on its way any more, seen twice in a row, and what moved has come to rest. */
async function settled(page) {
  const under = page.locator('[role=status][aria-label]');
  let still = 0;
  for (let times = 0; times < PATIENCE && still < 2; times += 1) {
    await page.waitForTimeout(SETTLE_MS);
    still = (await under.count()) === 0 ? still + 1 : 0;
  }
}

/** An address with its places filled in. */
const filled = (path, values) => path.replace(/\{(\w+)\}/g, (_, name) => values[name]);

/** Takes the picture: WebP, which only the browser itself writes. */
async function take(page, path) {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY });
  writeFileSync(path, Buffer.from(data, 'base64'));
  await session.detach();
}

async function contextIn({ browser, size, language }, { theme = 'light', pxPerMm = DOTS.tablet } = {}) {
  const context = await browser.newContext({ viewport: size, locale: language });
  const look = JSON.stringify(JSON.stringify({ theme, language, pxPerMm, sound: false }));
  await context.addInitScript({ content: `localStorage.setItem('takt.look', ${look})` });
  return context;
}

async function pictureOffice(given) {
  const { factory, call, wanted, fileOf } = given;
  const context = await contextIn(given);
  const page = await context.newPage();
  await page.goto(factory.url);
  await page.locator('input').first().fill(factory.login);
  await page.locator('input[type=password]').fill(factory.password);
  if (wanted('log-in')) await take(page, fileOf('log-in'));
  await page.locator('button[type=submit]').click();
  await page.locator('nav').waitFor();
  const [ready] = (await call('GET', '/operations?filter=status:ready&limit=1')).items;
  const [done] = (await call('GET', '/operations?filter=status:done&sort=-id&limit=1')).items;
  for (const { name, path, press, file } of officeScreens.filter((screen) => wanted(screen.name))) {
    await page.goto(
      factory.url + filled(path, { operation: ready?.id ?? '', workOrder: done?.workOrder ?? '' }),
    );
    await settled(page);
    if (file)
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: file.name, mimeType: 'text/csv', buffer: Buffer.from(file.text) });
    const place = press && page.locator(press).first();
    if (place && (await place.count()) > 0) await place.click();
    if (file || press) await settled(page);
    await take(page, fileOf(name));
  }
  await context.close();
}

/** Pairs a screen of a line, as the code of the office does. */
async function pair(page, { factory, call, mode, line, station }) {
  const stations = mode === 'operator' ? [station] : [];
  const { code, terminal } = await call('POST', '/terminals', {
    name: `Picture ${mode}`,
    mode,
    line,
    stations,
  });
  await page.goto(`${factory.url}/floor/?pair=${code}`);
  await page.waitForURL(new RegExp(`/floor/${mode}`));
  return terminal?.id;
}

/** Signs a person in, as they do it: name, PIN, button. */
async function signIn(page, { factory, worker, language }) {
  await page.goto(`${factory.url}/floor/sign-in`);
  const name = language === 'zh-CN' ? (worker.nameZh ?? worker.name) : worker.name;
  await page.getByRole('button', { name, exact: true }).click();
  for (const digit of factory.pins[worker.id])
    await page.getByRole('button', { name: digit, exact: true }).click();
  await page.locator('footer button').last().click();
  await page.waitForURL(/\/floor\/(operator|supervisor)/);
}

/** Whose station is pictured: one where somebody works, and somebody who may sign in there. */
async function placeOf(call, pins) {
  const { items: running } = await call('GET', '/operations?filter=status:running&limit=50');
  const { items: stations } = await call('GET', '/stations?limit=500');
  const station = stations.find(({ id }) => running.some((each) => each.station === id)) ?? stations[0];
  const { items: workers } = await call('GET', '/workers?limit=500');
  const here = workers.filter(({ id, line }) => pins[id] && (line === station.line || line === null));
  const operation = running.find((each) => each.station === station.id)?.id ?? '';
  return { line: station.line, station: station.id, operation, worker: here[0] };
}

async function pictureTerminal(given) {
  const { factory, call, language, wanted, fileOf } = given;
  const place = await placeOf(call, factory.pins);
  for (const mode of [null, 'operator', 'supervisor', 'andon']) {
    const screens = terminalScreens.filter((screen) => screen.mode === mode && wanted(screen.name));
    if (screens.length === 0) continue;
    const context = await contextIn(given, mode === 'andon' ? { theme: 'dark', pxPerMm: DOTS.board } : {});
    const page = await context.newPage();
    const paired = mode && (await pair(page, { factory, call, mode, ...place }));
    let isIn = false;
    for (const { name, path, signedIn } of screens) {
      if (signedIn && !isIn) await signIn(page, { factory, language, ...place });
      isIn ||= signedIn === true;
      await page.goto(factory.url + filled(path, place));
      await settled(page);
      await take(page, fileOf(name));
    }
    await context.close();
    if (paired) await call('DELETE', `/terminals/${paired}`);
  }
}

/** The page that shows the pictures. */
async function writePage(out, { width, height }) {
  const row = ({ name, shows }) => {
    const cells = LANGUAGES.map((language) => `![${shows}](${language}/${name}.webp)`);
    return `| ${shows} | ${cells.join(' | ')} |`;
  };
  const table = (screens) => ['| | English | 中文 |', '|---|---|---|', ...screens.map(row)].join('\n');
  const text = `# Screens

Taken by \`npm run screens\` from the simulated factory, at ${width} × ${height}.

## Office

${table([{ name: 'log-in', shows: 'Log-in' }, ...officeScreens])}

## Floor

${table(terminalScreens)}
`;
  const path = join(out, 'README.md');
  writeFileSync(path, await format(text, { ...(await resolveConfig(path)), filepath: path }));
}

async function main() {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      only: { type: 'string' },
      size: { type: 'string', default: SIZE },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return void process.stdout.write(`${USAGE}\n`);
  const out = values.out ? resolve(values.out) : join(root, 'docs/screens');
  const size = sizeOf(values.size);
  const only = values.only?.split(',');
  const wanted = (name) => only === undefined || only.includes(name);
  const factory = factoryIn(resolve(process.env.DATA_DIR || '.takt'));
  const call = await caller(factory);
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    for (const language of LANGUAGES) {
      mkdirSync(join(out, language), { recursive: true });
      const fileOf = (name) => join(out, language, `${name}.webp`);
      const given = { browser, size, factory, call, language, wanted, fileOf };
      await pictureOffice(given);
      await pictureTerminal(given);
    }
  } finally {
    await browser.close();
  }
  await writePage(out, size);
}

main().catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
