import { randomUUID } from 'node:crypto';
import { reportRoutes, workOrderRoutes } from '@takt/contracts';
import { StationDevice } from '../../../devices/kit';
import type { TestCore } from './core';
import { makeDevice } from './device';
import { Installation } from './installation';
import { bakery, inDays, putItem, step } from './shop';
import { until } from './until';

/** how often core is killed in one run */
const KILLS = Number(process.env['TAKT_KILLS'] ?? 2);
/** pieces that are reported on a screen, and by the buttons of a station, one by one */
const [ON_SCREEN, BY_BUTTON] = [45, 150];
const LIMIT_MS = 180_000;

type Api = Pick<TestCore, 'call'>;

const opened: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

/** An operation that runs at the packer. */
async function running(api: Api): Promise<string> {
  await bakery(api);
  await putItem(api, 'nail', { item: { lotSize: '100000' }, routing: [step(10, ['packer'])] });
  const body = { item: 'nail', qty: '5000', dueAt: inDays(3) };
  const operation = `${(await api.call(workOrderRoutes.create, { body })).id}.10`;
  await api.call(reportRoutes.create, {
    body: { commandId: randomUUID(), operation, type: 'start', at: new Date().toISOString() },
  });
  return operation;
}

it(
  'reports of screens and buttons are there, each once, in work and in stock, after kill -9 of core while they flow',
  async () => {
    const installation = await Installation.make();
    opened.push(() => installation.remove());
    let core = await installation.start();
    let api: Api = await core.api();
    const operation = await running(api);
    const device = new StationDevice({
      ...(await makeDevice(api, 'packer', ['packer'])),
      ...{ url: core.mqttUrl, address: { plant: 'main', line: 'bakery', station: 'packer' } },
      ...{ model: 'bench', firmware: '1.0', now: Date.now, resendSec: 3, onChange: () => undefined },
    });
    opened.push(() => device.close());
    device.open();

    let answered = 0;
    /** Until it is answered, under the same command. */
    const tell = async (commandId: string): Promise<void> => {
      const body = {
        commandId,
        operation,
        type: 'quantity',
        good: '1',
        at: new Date().toISOString(),
      } as const;
      for (;;) {
        const reply = await api.call(reportRoutes.create, { body }).catch(() => null);
        if (reply) break;
        await new Promise((done) => setTimeout(done, 50));
      }
      answered += 1;
    };
    const onScreen = (async () => {
      for (let i = 0; i < ON_SCREEN; i++) await tell(randomUUID());
    })();
    for (let i = 0; i < BY_BUTTON; i++)
      device.say('report', { operation, type: 'quantity', good: 1, commandId: randomUUID() });
    for (let kill = 1; kill <= KILLS; kill++) {
      await until(() => answered >= (kill * ON_SCREEN) / (KILLS + 1), LIMIT_MS);
      await core.end('SIGKILL');
      core = await installation.start();
      api = await core.api();
    }
    await onScreen;
    await until(() => device.waiting === 0, LIMIT_MS);
    const { database } = installation;
    const isIdle = async (): Promise<boolean> => {
      const [row] = await database.query<{ waiting: boolean }>(
        `select exists (select from ingest_batch) or exists (select from outbox where dispatched_at is null) as waiting`,
      );
      return row?.waiting === false;
    };
    await until(isIdle, LIMIT_MS);
    const [row] = await database.query(
      `select (select count(*) from report where type = 'quantity')::int as reports,
         (select qty_good from operation where id = $1)::int as good,
         (select sum(qty) from stock_movement where kind = 'completion')::int as made,
         (select count(*) from quarantine)::int as quarantined`,
      [operation],
    );
    const all = ON_SCREEN + BY_BUTTON;
    expect(row).toEqual({ reports: all, good: all, made: all, quarantined: 0 });
  },
  LIMIT_MS,
);
