/**
 * Terminals whose network is cut at random, in the middle of reports, which are reloaded and replayed: every entry reaches core once
 * and in the order in which it was made. `TAKT_TERMINALS=20 TAKT_CUT_MINUTES=30` (factory minutes, `TAKT_SEED`) is the whole of it.
 */
import type { Page } from 'playwright-core';
import { Clock } from '../src/platform/clock';
import { startCore, type TestCore } from './core';
import { CutTerminal } from './cut-terminal';
import { makeLine } from './device';
import { FloorScreens, person } from './floor-screens';
import { patient, planned } from './floor-story';
import { chromiumPath, inBrowser } from './in-browser';
import { bakery, putItem, step } from './shop';
import { seeded } from './seeded';

const TERMINALS = Number(process.env.TAKT_TERMINALS ?? 2);
const MINUTES = Number(process.env.TAKT_CUT_MINUTES ?? 0);
const SEED = Number(process.env.TAKT_SEED ?? 1);
/** Each terminal makes so many entries at least, however slow the machine. */
const ENTRIES = 5;
const MINUTE_MS = 60_000;
/** A terminal may take so long to be set up and to empty its outbox, however slow the machine. */
const EACH_MS = 60_000;
const stations = Array.from({ length: TERMINALS }, (_, at) => `bench-${at + 1}`);

let core: TestCore;
let screens: FloorScreens;
let terminals: CutTerminal[];

inBrowser('terminals without a steady network', () => {
  beforeAll(
    async () => {
      core = await startCore({ SOLVE_MS: '100', CLOCK_RATE: '60', CLOCK_START: '2026-03-11T05:00:00Z' });
      await bakery(core);
      await makeLine(core, 'benches', stations);
      const ann = await person(core, 'Ann', { line: 'benches' });
      // All of the work first: every plan that is published while screens are open is fetched by each of them.
      const work = [];
      for (const station of stations) {
        await patient(core, station);
        await putItem(core, `part-${station}`, { routing: [step(10, [station], { crew: 0 })] });
        const requestedAt = '2026-03-20T12:00:00Z';
        work.push({ station, operation: await planned(core, `part-${station}`, '900', { requestedAt }) });
      }
      screens = await FloorScreens.start(core, chromiumPath);
      terminals = [];
      for (const { station, operation } of work) {
        const page: Page = await screens.open('operator', 'benches', [station]);
        const terminal = new CutTerminal(page, operation, seeded(SEED * 1000 + terminals.length));
        await terminal.begin(ann);
        terminals.push(terminal);
      }
      await terminals[0]?.secondTab();
    },
    EACH_MS * (TERMINALS + 2),
  );
  afterAll(async () => {
    await screens?.stop();
    await core?.stop();
  }, 120_000);

  it(
    'enter everything once and in order',
    async () => {
      const clock = core.running.app.get(Clock);
      const until = clock.now() + MINUTES * MINUTE_MS;
      await Promise.all(
        terminals.map((terminal) => terminal.work((entries) => entries < ENTRIES || clock.now() < until)),
      );
      for (const terminal of terminals) {
        await terminal.settle(core);
        expect(await terminal.atCore(core)).toEqual(terminal.entered);
        expect(terminal.cuts).toBeGreaterThan(0);
      }
      const entries = terminals.reduce((sum, { entered }) => sum + entered.length, 0);
      const cuts = terminals.reduce((sum, terminal) => sum + terminal.cuts, 0);
      if (MINUTES > 0)
        process.stdout.write(
          `${TERMINALS} terminals, ${MINUTES} minutes, seed ${SEED}: ${entries} entries, ${cuts} cuts\n`,
        );
    },
    EACH_MS * (TERMINALS + MINUTES + 2),
  );
});
