import { randomUUID } from 'node:crypto';
import {
  commandRoutes,
  operationRoutes,
  andonRoutes,
  workOrderRoutes,
  type DeviceCommand,
} from '@takt/contracts';
import { StationDevice } from '../../../../../devices/kit';
import { startCore, type TestCore } from '../../../test/core';
import { makeDevice } from '../../../test/device';
import { bakery, inDays, putItem, report, settled, step } from '../../../test/shop';
import { until as within } from '../../../test/until';

const LIMIT_MS = 40_000;
const until = (holds: () => boolean | Promise<boolean>): Promise<void> => within(holds, LIMIT_MS);
jest.setTimeout(2 * LIMIT_MS);

let core: TestCore;
const devices: StationDevice[] = [];
beforeAll(async () => {
  core = await startCore();
  await bakery(core);
  await putItem(core, 'loaf', { routing: [step(10, ['oven-1'])] });
});
afterAll(async () => {
  for (const device of devices) await device.close();
  await core.stop();
});

type Load = Extract<DeviceCommand, { type: 'load-operation' }>;

/** An oven that does what it is told, and refuses what it is told to refuse. */
async function oven(id: string, refuses: () => string | null = () => null) {
  const login = await makeDevice(core, id, ['oven-1']);
  return () => {
    const heard: DeviceCommand[] = [];
    const device = new StationDevice({
      ...login,
      url: `mqtt://127.0.0.1:${core.running.ports?.mqtt ?? 0}`,
      address: { plant: 'main', line: 'bakery', station: 'oven-1' },
      model: 'deck-oven',
      firmware: '1.0',
      now: Date.now,
      onCommand: (command) => {
        heard.push(command);
        const fault = refuses();
        if (fault !== null) throw new Error(fault);
      },
    });
    devices.push(device);
    device.open();
    const loads = () => heard.filter((command): command is Load => command.type === 'load-operation');
    return { device, heard, loads };
  };
}
const released = async (qty: string): Promise<string> =>
  (await core.call(workOrderRoutes.create, { body: { item: 'loaf', qty, dueAt: inDays(2) } })).id;
const planned = (id: string): Promise<void> =>
  until(
    async () =>
      (await core.call(operationRoutes.get, { params: { operation: `${id}.10` } })).plannedStartAt !== null,
  );
const told = () => core.call(commandRoutes.list, { params: { station: 'oven-1' } });

it('a station is told what to load and what comes next, as work begins and ends; each is answered', async () => {
  const { loads, device } = (await oven('oven-a'))();
  await until(() => device.online);
  const first = await released('10');
  await planned(first);
  await until(() => loads().at(-1)?.operation === `${first}.10`);
  expect(loads().at(-1)).toMatchObject({ item: 'loaf', qty: 10, next: null });
  const second = await released('20');
  await planned(second);
  await until(() => loads().at(-1)?.next === `${second}.10`);
  await report(core, `${first}.10`, 'start', { station: 'oven-1' });
  await report(core, `${first}.10`, 'complete', { good: '10' });
  await until(() => loads().at(-1)?.operation === `${second}.10`);
  expect(loads().at(-1)).toMatchObject({ item: 'loaf', qty: 20, next: null });
  await until(async () => (await told()).every(({ ok }) => ok === true));
  // nothing is said twice
  await settled(core);
  const said = loads().map(({ operation, next }) => `${operation} ${next}`);
  expect(said.filter((one, i) => one === said[i - 1])).toEqual([]);
});

it('a device that was away is told when it comes; what it cannot do is said', async () => {
  for (const device of devices.splice(0)) await device.close();
  const start = await oven('oven-b', () => 'the door is open');
  const id = await released('30');
  await planned(id);
  await until(async () =>
    (await told()).some(
      ({ command, answeredAt }) => command.type === 'load-operation' && answeredAt === null,
    ),
  );
  const { loads } = start();
  await until(() => loads().length > 0);
  await until(async () => (await told())[0]?.ok === false);
  expect((await told())[0]).toMatchObject({
    ok: false,
    error: 'the door is open',
    station: 'oven-1',
    line: 'bakery',
  });
});

it('the light of a station shows its calls for help', async () => {
  const { heard } = (await oven('oven-c'))();
  const lights = () =>
    heard.flatMap((command) => (command.type === 'andon-light' ? [`${command.light} ${command.flash}`] : []));
  const call = randomUUID();
  await core.call(andonRoutes.raise, { body: { id: call, station: 'oven-1', kind: 'material' } });
  await until(() => lights().at(-1) === 'red true');
  await core.call(andonRoutes.answer, { params: { call }, body: { commandId: randomUUID() } });
  await until(() => lights().at(-1) === 'yellow false');
  await core.call(andonRoutes.resolve, { params: { call }, body: { commandId: randomUUID() } });
  await until(() => lights().at(-1) === 'off false');
});

it('an answer to what was never said goes into quarantine; an unknown station is a clear problem', async () => {
  devices[0]?.say('ack', { id: randomUUID(), ok: true });
  await until(async () => {
    const rows = await core.database.query(
      `select 1 from quarantine where detail like 'thing.unknown%command%'`,
    );
    return rows.length === 1;
  });
  const unknown = await core.send(commandRoutes.list, { params: { station: 'nowhere' } });
  expect([unknown.status, unknown.body.code]).toEqual([404, 'thing.unknown']);
});
