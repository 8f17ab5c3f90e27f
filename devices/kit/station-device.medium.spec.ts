import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { BackOff } from './back-off';
import { FileOutbox } from './file-outbox';
import { StationDevice, type StationDeviceOptions } from './station-device';
import { startBroker, until, type StageBroker } from './test/broker';

const ROOT = 'takt/v1/main/bakery/oven-1';
let broker: StageBroker;
let devices: StationDevice[] = [];

beforeEach(async () => {
  broker = await startBroker();
});
afterEach(async () => {
  for (const device of devices.splice(0)) await device.close();
  await broker.stop();
});

function device(more: Partial<StationDeviceOptions> = {}): StationDevice {
  const made = new StationDevice({
    url: broker.url,
    username: 'main/oven-1',
    password: 'right',
    address: { plant: 'main', line: 'bakery', station: 'oven-1' },
    model: 'deck-oven',
    firmware: '1.0',
    now: () => 1000,
    backOff: new BackOff(() => 1),
    ...more,
  });
  devices.push(made);
  made.open();
  return made;
}

const channelOf = (topic: string): string => topic.slice(ROOT.length + 1);
/** Each message once, as core keeps them. */
function stored(boot?: string) {
  const kept = new Map<string, { channel: string; seq: number; message: Record<string, unknown> }>();
  for (const { topic, message } of broker.heard)
    if (boot === undefined || message['boot'] === boot)
      kept.set(`${String(message['boot'])} ${String(message['seq'])}`, {
        channel: channelOf(topic),
        seq: Number(message['seq']),
        message,
      });
  return [...kept.values()].sort((a, b) => a.seq - b.seq);
}
const goods = (boot?: string) =>
  stored(boot)
    .filter(({ channel }) => channel === 'count')
    .map(({ message }) => message['good']);
const seqs = (boot?: string) => stored(boot).map(({ seq }) => seq);
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i);

describe('a station on MQTT', () => {
  it('is born, speaks, and says goodbye under the number of its will', async () => {
    const oven = device();
    oven.say('state', { state: 'running', reason: 'batch' });
    oven.count(3);
    oven.count(2, 1);
    expect(await oven.drained(10_000)).toBe(true);
    await oven.close();
    expect(
      stored().map(({ channel, seq, message }) => [
        seq,
        channel,
        message['good'] ?? message['online'] ?? message['state'],
      ]),
    ).toEqual([
      [0, 'status', false],
      [1, 'state', 'running'],
      [2, 'count', 3],
      [3, 'count', 5],
      [4, 'status', true],
    ]);
    const statuses = broker.heard.filter(({ topic }) => topic === `${ROOT}/status`);
    expect(statuses.map(({ retain, message }) => [retain, message['online']])).toEqual([
      [true, true],
      [true, false],
    ]);
    expect(statuses[0]?.message).toMatchObject({ model: 'deck-oven', firmware: '1.0', at: 1000 });
  });

  it('is missed when its connection breaks, and comes back', async () => {
    const oven = device();
    await until(() => oven.online);
    expect(await oven.drained(10_000)).toBe(true);
    broker.cut();
    await until(() => broker.heard.filter(({ message }) => message['online'] === true).length === 2);
    expect(broker.heard.map(({ message }) => message['online'])).toContain(false);
    await oven.drained(10_000);
    await oven.close();
    expect(seqs()).toEqual(upTo(4));
  });

  it('keeps what is not acknowledged, through cuts and a broker that is away, each number once', async () => {
    const oven = device({ window: 10 });
    await until(() => oven.online);
    for (let round = 0; round < 5; round++) {
      broker.storing = round % 2 === 0;
      for (let i = 0; i < 100; i++) oven.count(1);
      await new Promise((done) => setTimeout(done, 20));
      if (round === 3) {
        await broker.stop();
        oven.count(1);
        broker.storing = true;
        await broker.restart();
      } else broker.cut();
    }
    broker.storing = true;
    expect(await oven.drained(20_000)).toBe(true);
    await oven.close();
    expect(goods()).toEqual(upTo(502).slice(1));
    expect(seqs()).toEqual(upTo(seqs().length));
  });

  it('takes up after its own restart what was left in the file, under the old boot', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'takt-device-'));
    const path = join(folder, 'oven-1');
    broker.storing = false;
    const before = device({ outbox: new FileOutbox(path) });
    for (let i = 0; i < 5; i++) before.count(1);
    const { boot } = before;
    devices = []; // its plug is pulled: neither closed nor drained
    const after = device({ outbox: new FileOutbox(path) });
    broker.storing = true;
    expect(await after.drained(10_000)).toBe(true);
    await before.close();
    expect(goods(boot)).toEqual([1, 2, 3, 4, 5]);
    expect(after.boot).not.toBe(boot);
    rmSync(folder, { recursive: true });
  });

  it('behind a foreign broker keeps what lies above the watermark, and sends it again', async () => {
    const oven = device({ confirmation: 'watermark' });
    for (let i = 0; i < 4; i++) oven.count(1);
    await until(() => goods().length === 4);
    oven.confirm(oven.boot, { seq: 2, above: [] });
    expect(oven.waiting).toBe(stored().filter(({ seq }) => seq > 2).length);
    broker.heard.length = 0;
    broker.cut();
    await until(() => goods().length === 2);
    expect(goods()).toEqual([3, 4]);
    oven.confirm(oven.boot, { seq: -1, above: [[0, 99]] });
    expect(oven.waiting).toBe(0);
  });

  it('behind a foreign broker sends again what it took and core never got', async () => {
    const oven = device({ confirmation: 'watermark', resendSec: 0.2 });
    for (let i = 0; i < 3; i++) oven.count(1);
    await until(() => goods().length === 3);
    oven.confirm(oven.boot, { seq: 1, above: [] }); // the first piece; 0 is the last will
    broker.heard.length = 0;
    await until(() => goods().length >= 2);
    expect(goods().slice(0, 2)).toEqual([2, 3]);
    oven.confirm(oven.boot, { seq: 99, above: [] });
    expect(oven.waiting).toBe(0);
  });

  it('carries commands out once and answers each', async () => {
    const done: string[] = [];
    const oven = device({
      onCommand: (command) => {
        if (command.type === 'andon-light') throw new Error('no light here');
        done.push(command.id);
      },
    });
    await until(() => oven.online);
    const message = { id: randomUUID(), type: 'message', text: 'hello' };
    const light = { id: randomUUID(), type: 'andon-light', light: 'red', flash: true };
    for (const command of [message, message, light, { type: 'nonsense' }])
      await broker.publish(`${ROOT}/command`, JSON.stringify(command));
    await until(() => broker.heard.filter(({ topic }) => topic === `${ROOT}/ack`).length === 3);
    expect(
      stored()
        .filter(({ channel }) => channel === 'ack')
        .map(({ message: { id, ok, error } }) => [id, ok, error]),
    ).toEqual([
      [message.id, true, undefined],
      [message.id, true, undefined],
      [light.id, false, 'no light here'],
    ]);
    expect(done).toEqual([message.id]);
  });

  it('is told when it is refused, and tries again', async () => {
    const changes: string[] = [];
    const oven = device({ password: 'wrong', onChange: (change) => changes.push(change) });
    await until(() => changes.length >= 2);
    expect(new Set(changes)).toEqual(new Set(['refused']));
    expect(oven.online).toBe(false);
  });
});
