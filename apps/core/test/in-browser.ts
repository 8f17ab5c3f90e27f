/** Path of the Chromium that tests drive; empty where there is none. */
export const chromiumPath = process.env.TAKT_CHROMIUM ?? '';

/** Describes what is seen in a real browser; where there is none it counts as skipped. */
export const inBrowser = chromiumPath === '' ? describe.skip : describe;
