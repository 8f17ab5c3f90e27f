/** Load generator in a process of its own: MQTT clients that publish with QoS 1 and time each PUBACK. */
import { connect, type Socket } from 'node:net';
import { quantile } from './machine';
import { ackReader, connectPacket, publishPacket } from './mqtt-wire';
import { random } from './random';

/** A client of the load. */
export interface LoadClient {
  readonly username: string;
  readonly password: string;
  /** topic up to the station */
  readonly root: string;
}

/** What the generator is asked to do. */
export interface LoadTask {
  readonly port: number;
  readonly clients: readonly LoadClient[];
  /** messages per second over all clients; 0: flat out, each client with a window of its own */
  readonly rate: number;
  readonly window: number;
  readonly seconds: number;
  readonly seed: number;
  /** begins the names of boots: each run has boots of its own */
  readonly run: string;
}

/** What it found. */
export interface LoadResult {
  readonly sent: number;
  readonly acknowledged: number;
  readonly perSec: number;
  /** publish → PUBACK, in ms */
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

const IDS = 65_536;
const WARM_UP_SHARE = 0.2;

/** What a machine says: mostly counts, some values, seldom a state. */
class Machine {
  private seq = 0;
  private good = 0;
  private running = true;

  constructor(
    private readonly root: string,
    private readonly boot: string,
    private readonly draw: () => number,
  ) {}

  next(): { topic: string; payload: string } {
    const stamp = `"boot":"${this.boot}","seq":${this.seq++},"at":${Date.now()}`;
    const kind = this.draw();
    if (kind < 0.75) {
      this.good += 1;
      return this.say(
        'count',
        `{${stamp},"good":${this.good},"scrap":0,"model":"bench","order":"WO-2026-000123","shift":"early"}`,
      );
    }
    if (kind < 0.98) {
      const c = (180 + this.draw() * 10).toFixed(2);
      return this.say(
        'measure',
        `{${stamp},"values":{"oven_c":${c},"speed_rpm":1450,"load_pct":71.5,"hum_pct":40.1}}`,
      );
    }
    this.running = !this.running;
    return this.say(
      'state',
      `{${stamp},"state":"${this.running ? 'running' : 'idle'}","reason":"bench","operation":"WO-2026-000123-10"}`,
    );
  }

  private say(channel: string, payload: string): { topic: string; payload: string } {
    return { topic: `${this.root}/${channel}`, payload };
  }
}

class Publisher {
  private readonly sentAt = new Float64Array(IDS);
  private id = 0;
  inFlight = 0;
  sent = 0;

  private constructor(
    private readonly socket: Socket,
    private readonly machine: Machine,
    private readonly onAck: (ms: number, publisher: Publisher) => void,
  ) {}

  static open(
    task: LoadTask,
    client: LoadClient,
    machine: Machine,
    onAck: (ms: number, publisher: Publisher) => void,
  ): Promise<Publisher> {
    return new Promise((done, fail) => {
      const socket = connect({ port: task.port, host: '127.0.0.1', noDelay: true });
      const publisher = new Publisher(socket, machine, onAck);
      const read = ackReader(
        (code) => (code === 0 ? done(publisher) : fail(new Error(`refused with ${code}`))),
        (id) => publisher.acknowledged(id),
      );
      socket.on('data', read);
      socket.on('error', fail);
      socket.write(connectPacket(client.username, client.username, client.password));
    });
  }

  publish(): void {
    this.id = this.id === IDS - 1 ? 1 : this.id + 1;
    const { topic, payload } = this.machine.next();
    this.sentAt[this.id] = performance.now();
    this.inFlight += 1;
    this.sent += 1;
    this.socket.write(publishPacket(topic, this.id, payload));
  }

  fill(window: number): void {
    if (this.inFlight >= window) return;
    this.socket.cork();
    while (this.inFlight < window) this.publish();
    this.socket.uncork();
  }

  close(): void {
    this.socket.destroy();
  }

  private acknowledged(id: number): void {
    this.inFlight -= 1;
    this.onAck(performance.now() - (this.sentAt[id] ?? 0), this);
  }
}

async function run(task: LoadTask): Promise<LoadResult> {
  const draw = random(task.seed);
  const times: number[] = [];
  let measuring = false;
  let [open, acknowledged] = [true, 0];
  const refill = new Set<Publisher>();
  const onAck = (ms: number, publisher: Publisher): void => {
    if (measuring) times.push(ms);
    acknowledged += 1;
    if (!open || task.rate > 0) return;
    if (refill.size === 0)
      setImmediate(() => {
        for (const one of refill) if (open) one.fill(task.window);
        refill.clear();
      });
    refill.add(publisher);
  };
  const publishers = await Promise.all(
    task.clients.map((client, i) =>
      Publisher.open(task, client, new Machine(client.root, `${task.run}-${i}`, draw), onAck),
    ),
  );
  const begin = performance.now();
  const warmUpMs = task.seconds * 1000 * WARM_UP_SHARE;
  let timer: NodeJS.Timeout | undefined;
  if (task.rate === 0) for (const publisher of publishers) publisher.fill(task.window);
  else {
    let sent = 0;
    timer = setInterval(() => {
      const due = ((performance.now() - begin) / 1000) * task.rate;
      for (; sent < due; sent++) publishers[sent % publishers.length]?.publish();
    }, 1);
  }
  await new Promise((done) => setTimeout(done, warmUpMs));
  measuring = true;
  const [from, ackedFrom] = [performance.now(), acknowledged];
  await new Promise((done) => setTimeout(done, task.seconds * 1000 - warmUpMs));
  const perSec = ((acknowledged - ackedFrom) / (performance.now() - from)) * 1000;
  open = false;
  clearInterval(timer);
  const deadline = performance.now() + 10_000;
  while (publishers.some(({ inFlight }) => inFlight > 0) && performance.now() < deadline)
    await new Promise((done) => setTimeout(done, 5));
  const sent = publishers.reduce((sum, publisher) => sum + publisher.sent, 0);
  for (const publisher of publishers) publisher.close();
  times.sort((a, b) => a - b);
  return {
    sent,
    acknowledged,
    perSec,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    max: times.at(-1) ?? NaN,
  };
}

process.on('message', (task: LoadTask) => {
  run(task).then(
    (result) => process.send?.({ result }),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
