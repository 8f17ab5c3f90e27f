/** A whole shift through the terminals alone: what people tapped is what the reports, the ledger and the handover say. */
import {
  andonRoutes,
  attendanceRoutes,
  handoverRoutes,
  inventoryRoutes,
  lineRoutes,
  noticeRoutes,
  operationRoutes,
  reasonRoutes,
  reportRoutes,
  shiftRoutes,
  telemetryRoutes,
} from '@takt/contracts';
import type { Page } from 'playwright-core';
import { startCore, type TestCore } from './core';
import { makeDevice, TestDevice } from './device';
import { FloorScreens, key, person, signIn } from './floor-screens';
import { clockTo, patient, planned, setPlant, visitNow } from './floor-story';
import { chromiumPath, inBrowser } from './in-browser';
import { bakery, putItem, report, stocked, step } from './shop';
import { until } from './until';

const at = (time: string): string => `2026-03-11T${time}:00+01:00`;
const instant = (time: string): number => Date.parse(at(time));

let core: TestCore;
let screens: FloorScreens;
let station: Page;
let tablet: Page;
let machine: TestDevice;

const show = (screen: Page, path: string) => visitNow(core, screen, path);
const tap = (screen: Page, name: string | RegExp) =>
  screen.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }).click();

inBrowser('a shift', () => {
  beforeAll(async () => {
    core = await startCore({ SOLVE_MS: '100', CLOCK_START: at('05:50') });
    await bakery(core);
    await setPlant(core, { timeZone: 'Europe/Amsterdam', frozenSec: 600, toleranceSec: 60 });
    const early = { crew: 'early', name: 'Early', start: '06:00', end: '14:00', breaks: [] };
    await core.call(shiftRoutes.putPattern, {
      params: { pattern: 'day' },
      body: { name: 'Day', shifts: [{ ...early, weekdays: [1, 2, 3, 4, 5, 6, 7] }] },
    });
    const line = { name: 'Bakery', position: 1, shiftPattern: 'day' };
    await core.call(lineRoutes.put, { params: { line: 'bakery' }, body: line }, { ifMatch: '*' });
    await core.call(reasonRoutes.put, {
      params: { reason: 'jam' },
      body: { kind: 'stop', name: 'Jam', planned: false, position: 1, active: true },
    });
    await patient(core, 'packer');
    await stocked(core, 'flour', '1000');
    const routing = [
      {
        ...step(10, ['packer'], { crew: 0 }),
        stations: [{ station: 'packer', runSecPerUnit: 120, setupSec: 0 }],
      },
    ];
    for (const item of ['loaf', 'roll'])
      await putItem(core, item, { routing, bom: [{ component: 'flour', qtyPer: '1', operationNo: null }] });
    const ann = await person(core, 'Ann', { line: 'bakery' });
    const bob = await person(core, 'Bob', { line: 'bakery', role: 'lead' });
    const login = await makeDevice(core, 'machine-packer', ['packer']);
    machine = await TestDevice.connect(core.mqttPort, login, 'bakery');
    screens = await FloorScreens.start(core, chromiumPath);
    station = await screens.open('operator', 'bakery', ['packer']);
    tablet = await screens.open('supervisor', 'bakery');
    await signIn(station, ann);
    await signIn(tablet, bob);
  }, 180_000);
  afterAll(async () => {
    await machine?.client.endAsync();
    await screens?.stop();
    await core?.stop();
  });

  it('from clocking in to the handover', async () => {
    const due = { requestedAt: '2026-03-13T12:00:00Z' };
    const loaf = await planned(core, 'loaf', '100', due);
    const roll = await planned(core, 'roll', '60', due);
    const now = (operation: string) => core.call(operationRoutes.get, { params: { operation } });

    for (const screen of [station, tablet]) {
      await show(screen, 'sign-in');
      await tap(screen, 'Clock in');
    }
    await until(async () => (await core.call(attendanceRoutes.present)).length === 2);

    clockTo(core, at('06:00'));
    await machine.send('packer', 'state', { state: 'running' }, { at: instant('06:00') });
    await machine.send('packer', 'count', { good: 0, scrap: 0 }, { at: instant('06:00') });
    await show(station, `operator?station=packer&operation=${loaf.id}`);
    await tap(station, 'Start');
    await until(async () => (await now(loaf.id)).status === 'running');

    clockTo(core, at('07:15'));
    await machine.send('packer', 'state', { state: 'stopped' }, { at: instant('07:00') });
    await machine.send('packer', 'state', { state: 'running' }, { at: instant('07:12') });
    await show(station, 'operator');
    await tap(station, /1 stop without a reason/);
    await tap(station, 'Jam');
    const stops = () =>
      core.call(telemetryRoutes.stops, { query: { filter: 'station:packer,explained:yes' } });
    await until(async () => (await stops()).items.length === 1);
    expect((await stops()).items).toMatchObject([{ reason: 'jam', explainedBy: 'Ann' }]);

    clockTo(core, at('08:30'));
    await machine.send('packer', 'count', { good: 40, scrap: 2 }, { at: instant('08:29') });
    await show(station, 'operator');
    await tap(station, 'Good + scrap');
    await key(station, '40');
    await tap(station, /^scrap/);
    await key(station, '2');
    await tap(station, 'burnt');
    await tap(station, /^Report/);
    await until(async () => (await now(loaf.id)).qtyGood === '40');

    // The supervisor moves what comes next; the station says so until somebody has seen it.
    clockTo(core, at('09:00'));
    await show(tablet, 'supervisor/station/packer');
    await tablet
      .getByRole('listitem')
      .filter({ hasText: roll.workOrder })
      .getByRole('button', { name: 'Move' })
      .click();
    const sheet = tablet.getByRole('dialog');
    await sheet.getByRole('group', { name: 'Not before' }).getByRole('button').nth(4).click();
    await sheet.getByRole('button', { name: 'Move', exact: true }).click();
    const told = async () =>
      (await core.call(noticeRoutes.list, { query: { filter: `operation:${roll.id}`, sort: '-raisedAt' } }))
        .items[0];
    await until(async () => (await told())?.by !== 'takt' && (await told()) !== undefined, 30_000);
    await station.locator('[data-part="change-banner"]').first().waitFor();
    await until(async () => {
      if ((await told())?.acknowledgement != null) return true;
      const seen = station.getByRole('button', { name: 'Ann has seen it' });
      if (await seen.isVisible()) await seen.click({ timeout: 2000 }).catch(() => undefined);
      return false;
    }, 30_000);
    expect((await told())?.acknowledgement).toMatchObject({ worker: 'Ann', device: 'terminal' });

    clockTo(core, at('10:00'));
    await show(station, 'operator');
    await tap(station, 'Pause');
    await tap(station, 'break');
    await until(async () => (await now(loaf.id)).status === 'paused');
    clockTo(core, at('10:30'));
    await show(station, 'operator');
    await tap(station, 'Go on');
    await until(async () => (await now(loaf.id)).status === 'running');

    clockTo(core, at('11:00'));
    await show(station, 'operator');
    await tap(station, 'Help');
    await tap(station, 'Material');
    await show(tablet, 'supervisor/station/packer');
    await tap(tablet, 'I am coming');
    await station.getByText('Bob is coming').first().waitFor();
    await tap(tablet, 'Solved');
    const calls = () => core.call(andonRoutes.list, { query: { filter: 'station:packer' } });
    await until(async () => (await calls()).items.every(({ status }) => status === 'resolved'));
    expect((await calls()).items).toMatchObject([{ kind: 'material', raisedBy: 'Ann', answeredBy: 'Bob' }]);

    // A slip of the finger, taken back.
    clockTo(core, at('12:00'));
    await show(station, 'operator');
    await tap(station, 'Good + scrap');
    await key(station, '50');
    await tap(station, /^Report/);
    await until(async () => (await now(loaf.id)).qtyGood === '90');
    await tap(station, /^Undo/);
    await until(async () => (await now(loaf.id)).qtyGood === '40');

    clockTo(core, at('13:00'));
    await show(station, 'operator');
    await tap(station, 'Finish');
    await station.getByText('40 of 100 good so far').waitFor();
    await tap(station, 'Finish');
    await until(async () => (await now(loaf.id)).status === 'done');
    await machine.send('packer', 'count', { good: 112, scrap: 2 }, { at: instant('13:00') });

    clockTo(core, at('13:10'));
    await show(station, `operator?station=packer&operation=${roll.id}`);
    await tap(station, 'Start');
    await until(async () => (await now(roll.id)).status === 'running');
    await tap(station, 'Good + scrap');
    await key(station, '12');
    await tap(station, /^Report/);
    await until(async () => (await now(roll.id)).qtyGood === '12');

    // Nobody hands a shift over by a slip of the finger while it still runs for long.
    await show(tablet, 'supervisor/handover');
    await tap(tablet, 'Hand the shift over');
    await tablet.getByText(/^Early still runs for \d+ min/).waitFor();
    await tap(tablet, 'Not yet');

    clockTo(core, at('14:00'));
    for (const screen of [station, tablet]) {
      await show(screen, 'sign-in');
      await tap(screen, 'Clock out');
    }
    await until(async () => (await core.call(attendanceRoutes.present)).length === 0);
    await show(tablet, 'supervisor/handover');
    await tablet.getByRole('heading', { name: /^Early · .*06:00–14:00/ }).waitFor();
    await tablet.getByLabel('For the next shift').fill('Roll: 48 to go');
    await tap(tablet, 'Hand the shift over');
    await tablet.getByText(/Handed over by/).waitFor();

    const { items } = await core.call(reportRoutes.list, { query: { sort: 'recordedAt', limit: 100 } });
    const said = items.map(
      ({ operation, type, good, scrap, reverses }) =>
        `${operation} ${reverses ? 'not ' : ''}${type} ${good} ${scrap}`,
    );
    expect(said).toEqual([
      `${loaf.id} start 0 0`,
      `${loaf.id} quantity 40 2`,
      `${loaf.id} pause 0 0`,
      `${loaf.id} resume 0 0`,
      `${loaf.id} quantity 50 0`,
      `${loaf.id} not quantity 50 0`,
      `${loaf.id} complete 60 0`,
      `${roll.id} start 0 0`,
      `${roll.id} quantity 12 0`,
    ]);
    const ledger = await core.call(inventoryRoutes.movements, { query: { limit: 200 } });
    const booked = (item: string, kind: string) =>
      ledger.items
        .filter((one) => one.item === item && one.kind === kind)
        .reduce((sum, { qty }) => sum + Number(qty), 0);
    expect([booked('loaf', 'completion'), booked('loaf', 'scrap'), booked('roll', 'completion')]).toEqual([
      100, -2, 12,
    ]);
    const { closed, changedSince } = await core.call(handoverRoutes.preview, { params: { line: 'bakery' } });
    expect(changedSince).toBe(false);
    expect(closed).toMatchObject({
      note: 'Roll: 48 to go',
      worker: 'Bob',
      sheet: {
        unexplainedStops: [],
        openCalls: [],
        present: ['Ann', 'Bob'],
        openOperations: [{ operation: roll.id }],
      },
    });
    expect(closed?.sheet.stations.find((one) => one.station === 'packer')).toMatchObject({
      ...{ good: '112', scrap: '2', machineGood: '112', machineScrap: '2', differenceGood: '0' },
    });
    expect(closed?.sheet.items).toMatchObject([
      { item: 'loaf', finished: '100', scrap: '2', wip: '0', balanced: true },
      { item: 'roll', finished: '12', scrap: '0', balanced: true },
    ]);

    // What is entered after that is told, and handed over as a supplement.
    await report(core, roll.id, 'quantity', { good: '2', scrap: '0', at: at('13:59') });
    await show(tablet, 'supervisor/handover');
    await tablet.getByText('Entered after the handover').waitFor();
    await tablet.getByText(/packer: \+2 good/).waitFor();
    expect(await tablet.getByRole('button', { name: 'Hand over as a supplement' }).isDisabled()).toBe(true);
    await tablet.getByLabel('What the supplement is about').fill('Two rolls more');
    await tap(tablet, 'Hand over as a supplement');
    await tablet.getByText(/supplement 1 · Two rolls more/).waitFor();
    const after = await core.call(handoverRoutes.preview, { params: { line: 'bakery' } });
    expect(after).toMatchObject({ changedSince: false, closed: { no: 2, worker: 'Bob' } });
  }, 240_000);
});
