/** Path of the Chromium that tests drive; empty where there is none. */
export const chromiumPath = process.env.TAKT_CHROMIUM ?? '';

/** Describes what is seen in a real browser; where there is none it counts as skipped, and says why. */
export function inBrowser(title: string, body: () => void): void {
  if (chromiumPath === '') describe.skip(`${title} (TAKT_CHROMIUM names no browser)`, body);
  else describe(title, body);
}
