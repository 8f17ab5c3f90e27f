import { connect as connectSocket, type Socket } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import mqtt, { type IClientOptions, type MqttClient } from 'mqtt';
import { connectClient } from '../../../test/brokers';
import { until } from '../../../test/until';
import { DeviceAuth, type DeviceIdentity } from './device-auth';
import { EmbeddedSource } from './embedded-source';
import type { Envelope } from './message-source';

const OVEN = 'takt/v1/main/baking/oven-1';
const PACKER = 'takt/v1/main/packing/packer-1';
const MIB = 1024 * 1024;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
/** Bytes in buffers that somebody still holds. */
function heldBytes(): number {
  collectGarbage();
  const { arrayBuffers, external } = process.memoryUsage();
  return arrayBuffers + external;
}

/** Two devices that know their passwords, one station each. */
class TwoDevices extends DeviceAuth {
  private listener: (plant: string, device: string) => void = () => undefined;
  away = false;

  override authenticate(username: string, password: string): Promise<DeviceIdentity | null> {
    if (this.away) return Promise.reject(new Error('the database is away'));
    const root = { 'main/oven': OVEN, 'main/packer': PACKER }[username];
    if (root === undefined || password !== 'right') return Promise.resolve(null);
    return Promise.resolve({ plant: 'main', device: username.slice(5), roots: new Set([root]) });
  }
  override onRevoked(listener: (plant: string, device: string) => void): void {
    this.listener = listener;
  }
  revoke(device: string): void {
    this.listener('main', device);
  }
}

let source: EmbeddedSource;
let auth: TwoDevices;
let taken: Envelope[];
let commit: Promise<void>;
const clients: { end(force: boolean): unknown }[] = [];

beforeEach(async () => {
  taken = [];
  commit = Promise.resolve();
  auth = new TwoDevices();
  const limits = { messages: 2000, bytes: 8 * MIB };
  source = new EmbeddedSource({ host: '127.0.0.1', port: 0, wsPort: 0 }, auth, { now: () => 5 }, limits);
  await source.open((envelope, settle) => {
    taken.push(envelope);
    void commit.then(() => settle(null));
  });
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.end(true);
  await source.close();
});

const url = (): string => `mqtt://127.0.0.1:${source.ports?.mqtt}`;
async function device(name: string, options: IClientOptions = {}): Promise<MqttClient> {
  const client = await connectClient(url(), { username: `main/${name}`, password: 'right', ...options });
  clients.push(client);
  return client;
}
const refused = (options: IClientOptions): Promise<number> =>
  device('oven', { reconnectPeriod: 0, ...options }).then(
    () => 0,
    (error: { code: number }) => error.code,
  );
const faults = (): (string | null)[] => taken.map(({ foreign }) => foreign);

describe('the embedded broker', () => {
  it('lets devices in by name and password', async () => {
    expect(await refused({ password: 'wrong' })).toBe(4);
    expect(await refused({ username: 'main/nobody' })).toBe(4);
    expect(await refused({ username: '', password: '' })).toBe(4);
    auth.away = true;
    expect(await refused({})).toBe(3);
  });

  it('says of a message under a topic that is not the sender’s why it is foreign, and acknowledges it', async () => {
    const oven = await device('oven');
    for (const topic of [
      `${OVEN}/count`,
      `${OVEN}/nonsense`,
      `${PACKER}/count`,
      `${OVEN}/command`,
      '$SYS/x/new/clients',
      'hello',
    ])
      await oven.publishAsync(topic, 'x', { qos: 1 });
    expect(faults()).toEqual([
      null,
      null,
      `main/oven may not speak under ${PACKER}`,
      'main/oven may not command',
      'main/oven spoke under $SYS/x/new/clients, which is no topic of a station',
      'main/oven spoke under hello, which is no topic of a station',
    ]);
    expect(new Set(taken.map(({ plant }) => plant))).toEqual(new Set(['main']));
  });

  it('forwards nothing that devices say, and commands only to their station', async () => {
    const [oven, packer] = [await device('oven'), await device('packer')];
    const granted = await oven
      .subscribeAsync(
        ['#', '+/#', `${OVEN}/+`, `${PACKER}/command`, `${PACKER}/count`, '$SYS/#', `${OVEN}/command`],
        { qos: 1 },
      )
      .catch((error: Error) => error);
    expect(granted).toBeInstanceOf(Error);
    const heard: string[] = [];
    oven.on('message', (topic) => heard.push(topic));
    await packer.publishAsync(`${PACKER}/count`, 'x', { qos: 1, retain: true });
    await packer.publishAsync(`${OVEN}/command`, 'x', { qos: 1 });
    await source.publish(`${PACKER}/command`, 'x');
    await source.publish(`${OVEN}/command`, 'x');
    await until(() => heard.length > 0);
    expect(heard).toEqual([`${OVEN}/command`]);
  });

  it('gives client ids of their own to every device', async () => {
    const oven = await device('oven', { clientId: 'one' });
    let closed = 0;
    oven.on('close', () => (closed += 1));
    const packer = await device('packer', { clientId: 'one' });
    await packer.publishAsync(`${PACKER}/count`, 'x', { qos: 1 });
    await oven.publishAsync(`${OVEN}/count`, 'x', { qos: 1 });
    expect([closed, faults()]).toEqual([0, [null, null]]);
  });

  it('cuts a revoked device and takes its last will no more', async () => {
    const will = { topic: `${OVEN}/status`, payload: Buffer.from('gone'), qos: 1 as const, retain: true };
    const oven = await device('oven', { will, reconnectPeriod: 0 });
    const closed = new Promise<void>((done) => oven.once('close', () => done()));
    auth.revoke('oven');
    await closed;
    expect(taken).toEqual([]);
  });

  it('takes the last will of a device whose connection breaks, under its own topic only', async () => {
    for (const topic of [`${OVEN}/status`, `${PACKER}/status`]) {
      const will = { topic, payload: Buffer.from('gone'), qos: 1 as const, retain: true };
      const oven = await device('oven', { will, reconnectPeriod: 0 });
      (oven.stream as unknown as Socket).destroy();
    }
    await until(() => taken.length === 2);
    expect(taken.map(({ topic, foreign }) => [topic, foreign])).toEqual([
      [`${OVEN}/status`, null],
      [`${PACKER}/status`, `main/oven may not speak under ${PACKER}`],
    ]);
  });

  it('says which MQTT it speaks to a client of version 5', async () => {
    expect(await refused({ protocolVersion: 5 })).toBeGreaterThan(0);
  });

  it('is not impressed by 200 MB that are announced and never finished', async () => {
    const before = heldBytes();
    const oven = await device('oven');
    const stream = oven.stream as unknown as Socket;
    const body = Buffer.concat([
      Buffer.from([0, OVEN.length + 6]),
      Buffer.from(`${OVEN}/count`),
      Buffer.from([0, 9]),
    ]);
    // 200 MiB less a little, as MQTT writes lengths
    stream.write(Buffer.concat([Buffer.from([0x32, 0xff, 0xff, 0xff, 0x63]), body]));
    const block = Buffer.alloc(MIB, 'x');
    for (let sent = 0; sent < 100; sent++) await new Promise((done) => stream.write(block, done));
    expect(heldBytes() - before).toBeLessThan(25 * MIB);
    expect(taken).toEqual([]);
    const packer = await device('packer');
    await packer.publishAsync(`${PACKER}/count`, 'heard', { qos: 1 });
    expect(taken.map(({ payload }) => payload.toString())).toEqual(['heard']);
  });

  it('keeps the beginning of 5 MB, acknowledges it and hears what follows', async () => {
    const oven = await device('oven');
    await Promise.all([
      oven.publishAsync(`${OVEN}/count`, Buffer.alloc(5 * MIB, 'x'), { qos: 1 }),
      oven.publishAsync(`${OVEN}/count`, 'after', { qos: 1 }),
    ]);
    const [long] = taken.filter(({ bytes }) => bytes > 100);
    expect([taken.length, long?.bytes, (long?.payload.length ?? 0) <= MIB + 1024]).toEqual([
      2,
      5 * MIB,
      true,
    ]);
  });

  it('cuts who sends much before logging in', async () => {
    const socket = connectSocket(source.ports?.mqtt ?? 0, '127.0.0.1');
    const closed = new Promise((done) => socket.once('close', done));
    socket.on('error', () => undefined);
    socket.write(Buffer.concat([Buffer.from([0x10, 0xff, 0xff, 0xff, 0x63]), Buffer.alloc(1000)]));
    await closed;
  });

  it('hears everything that comes while something is being stored', async () => {
    const oven = await device('oven');
    const all = Array.from({ length: 300 }, (_, i) => String(i));
    const sent: Promise<unknown>[] = [];
    for (const text of all) {
      commit = new Promise((done) => setTimeout(done, 3));
      sent.push(oven.publishAsync(`${OVEN}/count`, text, { qos: 1 }));
      await new Promise((done) => setImmediate(done));
    }
    await Promise.all(sent);
    expect(taken.map(({ payload }) => payload.toString())).toEqual(all);
  });

  it('stops reading while nothing is stored, and goes on where it stopped', async () => {
    let store: () => void = () => undefined;
    commit = new Promise((done) => (store = done));
    const names = Array.from({ length: 60 }, (_, i) => `oven-${i}`);
    const ovens = await Promise.all(names.map((clientId) => device('oven', { clientId })));
    const sent = ovens.flatMap((oven) =>
      Array.from({ length: 100 }, () => oven.publishAsync(`${OVEN}/count`, Buffer.alloc(1000), { qos: 1 })),
    );
    await until(() => taken.length >= 60);
    await new Promise((done) => setTimeout(done, 300));
    const waiting = taken.length;
    expect(waiting).toBeLessThan(2200);
    store();
    await Promise.all(sent);
    expect(taken.length).toBe(6000);
  });

  it('takes the next free port when its own is busy', async () => {
    const other = new EmbeddedSource(
      { host: '127.0.0.1', port: source.ports?.mqtt ?? 0, wsPort: source.ports?.mqttWs ?? 0 },
      auth,
      { now: () => 5 },
    );
    await other.open(() => undefined);
    expect(other.ports?.mqtt).toBeGreaterThan(source.ports?.mqtt ?? 0);
    await mqtt
      .connect(`mqtt://127.0.0.1:${other.ports?.mqtt}`, { username: 'main/oven', password: 'right' })
      .endAsync(true);
    await other.close();
  });
});
