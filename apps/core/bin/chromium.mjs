/** Where the browser of the browser tests is. */
import { existsSync } from 'node:fs';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * The path of a Chromium: `TAKT_CHROMIUM` when set, else the first of the usual places.
 * @returns {string | undefined} undefined when there is none
 * @throws {Error} when `TAKT_CHROMIUM` names a file that does not exist
 */
export function findChromium() {
  const named = process.env.TAKT_CHROMIUM;
  if (named && !existsSync(named))
    throw new Error(`TAKT_CHROMIUM is "${named}", which does not exist. Maybe a typing error.`);
  return named || places.find((path) => existsSync(path));
}
