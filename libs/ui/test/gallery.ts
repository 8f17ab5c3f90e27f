import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';

const root = resolve(__dirname, '../../..');
const built = join(root, 'dist/web/gallery');
const kinds: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** Nothing leaves the machine, and nothing is left behind. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

/** The gallery in a real browser. */
export interface OpenGallery {
  readonly browser: BrowserContext;
  /** address of the gallery, without the query */
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Builds the gallery, serves it on loopback and starts a browser.
 * @param executable path of a Chromium
 */
export async function openGallery(executable: string): Promise<OpenGallery> {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  execFileSync(process.execPath, [vite, 'build', 'libs/ui/gallery', '--logLevel', 'error'], { cwd: root });
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://gallery');
    const path = join(built, pathname === '/' ? 'index.html' : pathname);
    if (!existsSync(path)) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': kinds[extname(path)] ?? 'application/octet-stream' });
    return response.end(readFileSync(path));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const profile = mkdtempSync(join(tmpdir(), 'takt-gallery-'));
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: executable,
    args: flags,
    viewport: { width: 1280, height: 800 },
    timezoneId: 'Europe/Amsterdam',
  });
  return {
    browser,
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: async () => {
      await browser.close();
      server.closeAllConnections();
      server.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
