/**
 * `npm test`: installs and builds what is missing, then runs every tier: spec, medium, e2e. Further arguments go to jest:
 * `npm test -- apps/core/test/order-lifecycle`.
 */
import { jestTier, reactTier, runSteps } from '../../../.ci/steps.mjs';
import { findChromium } from './chromium.mjs';
import { ensureBuilt, ensureInstalled, ensureWebBuilt } from './prepare.mjs';

const rest = process.argv.slice(2);
const chromium = findChromium();
ensureInstalled();
ensureBuilt();
for (const app of ['terminal', 'office']) ensureWebBuilt(app);
if (chromium) process.env.TAKT_CHROMIUM = chromium;

const wholeRun = [
  reactTier(),
  ...(chromium
    ? []
    : [
        {
          title: 'browser tests',
          skipped: 'no Chromium found. Maybe install one, or name it in TAKT_CHROMIUM',
        },
      ]),
  ...(process.env.TAKT_DATA
    ? []
    : [{ title: 'tests on recorded data', skipped: 'TAKT_DATA names no folder with recorded data' }]),
];
runSteps(
  [jestTier('spec', rest), jestTier('medium', rest), jestTier('e2e', rest), ...(rest.length ? [] : wholeRun)],
  { stopAtFirst: false },
);
