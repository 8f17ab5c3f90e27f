import type { MqttClient } from 'mqtt';
import {
  connectClient,
  findMosquitto,
  startMosquitto,
  startPlainBroker,
  type TestBroker,
} from '../../../test/brokers';
import { until } from '../../../test/until';
import { DeviceAuth, type DeviceIdentity } from './device-auth';
import { EmbeddedSource } from './embedded-source';
import { ExternalSource } from './external-source';
import type { InFlightLimits } from './in-flight';
import type { BrokerPorts, Envelope, Intake, MessageSource } from './message-source';

const ROOT = 'takt/v1/main/baking/oven-1';
const clock = { now: () => Date.now() };
const limits: InFlightLimits = { messages: 600, bytes: 8_000_000 };

class OpenDoor extends DeviceAuth {
  override authenticate(username: string): Promise<DeviceIdentity> {
    const [plant = '', device = ''] = username.split('/');
    return Promise.resolve({ plant, device, roots: new Set([ROOT]) });
  }
  override onRevoked(): void {}
}

/** A source with what it has given, and the commit in our hands. */
class Bench {
  readonly taken: Envelope[] = [];
  readonly commits: (() => void)[] = [];
  readonly failures: (() => void)[] = [];
  automatic = false;

  constructor(
    public source: MessageSource,
    readonly url: () => string,
    /** what is not stored is given back, as when core is killed */
    readonly interrupt: (bench: Bench) => Promise<void>,
    readonly stopBroker: () => Promise<void> = async () => undefined,
  ) {}

  readonly intake: Intake = (envelope, settle) => {
    this.taken.push(envelope);
    if (this.automatic) return settle(null);
    let open = true;
    const once = (error: Error | null) => () => {
      if (open) settle(error);
      open = false;
    };
    this.commits.push(once(null));
    this.failures.push(once(new Error('not stored')));
  };

  texts(): string[] {
    return this.taken.map(({ payload }) => payload.toString());
  }
}

async function embedded(url: (ports: BrokerPorts | null) => string): Promise<Bench> {
  const source = new EmbeddedSource({ host: '127.0.0.1', port: 0, wsPort: 0 }, new OpenDoor(), clock, limits);
  const giveBack = async ({ failures }: Bench): Promise<void> => failures.forEach((fail) => fail());
  const bench = new Bench(source, () => url(source.ports), giveBack);
  await source.open(bench.intake);
  return bench;
}

async function external(start: () => Promise<TestBroker>): Promise<Bench> {
  const broker = await start();
  const address = { url: broker.url, clientId: 'takt-test', shared: false };
  const connect = async (bench: Bench): Promise<void> => {
    await bench.source.close();
    bench.source = new ExternalSource(address, clock, limits);
    await bench.source.open(bench.intake);
    await until(() => bench.source.health().ok);
  };
  const bench = new Bench(
    new ExternalSource(address, clock, limits),
    () => broker.url,
    connect,
    () => broker.stop(),
  );
  await connect(bench);
  return bench;
}

const mosquitto = findMosquitto();
const kinds: [string, () => Promise<Bench>][] = [
  ['the embedded broker over TCP', () => embedded((ports) => `mqtt://127.0.0.1:${ports?.mqtt}`)],
  ['the embedded broker over WebSocket', () => embedded((ports) => `ws://127.0.0.1:${ports?.mqttWs}`)],
  ['an external broker of MQTT 3.1.1', () => external(startPlainBroker)],
];
if (mosquitto) kinds.push(['mosquitto', () => external(() => startMosquitto(mosquitto))]);

describe.each(kinds)('messages from %s', (_name, start) => {
  let bench: Bench;
  let device: MqttClient;
  beforeEach(async () => {
    bench = await start();
    device = await connectClient(bench.url(), { username: 'main/oven', password: 'x', clientId: 'oven' });
  });
  afterEach(async () => {
    await device.endAsync(true);
    await bench.source.close();
    await bench.stopBroker();
  });

  const publish = (payload: string | Buffer, qos: 0 | 1 = 1): Promise<unknown> =>
    device.publishAsync(`${ROOT}/count`, payload, { qos });

  it('are given with topic and bytes, in order', async () => {
    bench.automatic = true;
    void publish('a');
    await publish(Buffer.from([0xff, 0]));
    await until(() => bench.taken.length === 2);
    expect(
      bench.taken.map(({ topic, payload, bytes }) => [topic, payload.toString('latin1'), bytes]),
    ).toEqual([
      [`${ROOT}/count`, 'a', 1],
      [`${ROOT}/count`, '\u00ff\u0000', 2],
    ]);
    expect(bench.taken.map(({ foreign }) => foreign)).toEqual([null, null]);
  });

  it('are given with QoS 0 too', async () => {
    await publish('perhaps', 0);
    await until(() => bench.texts()[0] === 'perhaps');
  });

  it('come again when they were not stored, and only those', async () => {
    const sent = ['a', 'b', 'c'].map((payload) => publish(payload));
    await until(() => bench.taken.length === 3);
    bench.commits[0]?.();
    await sent[0];
    await new Promise((done) => setTimeout(done, 50)); // time for the acknowledgement to reach an external broker
    bench.automatic = true;
    await bench.interrupt(bench);
    await Promise.all(sent);
    await until(() => bench.taken.length === 5);
    expect(bench.texts()).toEqual(['a', 'b', 'c', 'b', 'c']);
  });

  it('are read no faster than they are stored', async () => {
    const all = Array.from({ length: 3000 }, (_, i) => String(i));
    const sent = Promise.all(all.map((payload) => publish(payload)));
    await until(() => bench.taken.length > 0);
    await new Promise((done) => setTimeout(done, 200));
    expect(bench.taken.length).toBeLessThan(2000);
    bench.automatic = true;
    bench.commits.forEach((commit) => commit());
    await sent;
    await until(() => bench.taken.length === all.length);
    expect(bench.texts()).toEqual(all);
  }, 90_000);

  it('of a megabyte are given whole, and those behind them too', async () => {
    bench.automatic = true;
    const long = Buffer.alloc(1_048_576, 'x');
    await Promise.all([publish('before'), publish(long), publish('after')]);
    await until(() => bench.taken.length === 3);
    const lengths = bench.taken.map(({ payload, bytes }) => [payload.length, bytes]);
    expect(lengths.sort((a, b) => (a[1] ?? 0) - (b[1] ?? 0))).toEqual([
      [5, 5],
      [6, 6],
      [long.length, long.length],
    ]);
  });

  it('reach a device that listens to its commands', async () => {
    bench.automatic = true;
    const heard: string[] = [];
    device.on('message', (topic, payload) => heard.push(`${topic} ${payload.toString()}`));
    await device.subscribeAsync(`${ROOT}/command`, { qos: 1 });
    await bench.source.publish(`${ROOT}/command`, '{"id":1}');
    await until(() => heard.length === 1);
    expect(heard).toEqual([`${ROOT}/command {"id":1}`]);
    expect(bench.taken).toEqual([]);
  });

  it('are not read after a pause; those that were read are still acknowledged', async () => {
    const first = publish('read');
    await until(() => bench.taken.length === 1);
    bench.source.pause();
    bench.automatic = true;
    device.publish(`${ROOT}/count`, 'not read', { qos: 1 });
    await new Promise((done) => setTimeout(done, 100));
    bench.commits[0]?.();
    await first;
    expect(bench.texts().slice(0, 1)).toEqual(['read']);
    expect(bench.taken.length).toBeLessThanOrEqual(2);
  });
});
