import { createServer, type AddressInfo, type Socket } from 'node:net';
import { Aedes, type AedesPublishPacket } from 'aedes';

/** What the broker was told, as devices said it. */
export interface Heard {
  readonly topic: string;
  readonly message: Record<string, unknown>;
  readonly retain: boolean;
}

/** A real broker that acknowledges when it is told to, and can be cut. */
export interface StageBroker {
  readonly url: string;
  readonly heard: Heard[];
  /** while false, nothing is acknowledged (and so not stored) */
  storing: boolean;
  /** Breaks every connection. */
  cut(): void;
  /** Ends the broker; devices find nobody. */
  stop(): Promise<void>;
  /** Starts another broker on the same port; what this one heard is kept. */
  restart(): Promise<void>;
  publish(topic: string, payload: string): Promise<void>;
}

/** Starts the broker. @param password the only one it lets in */
export async function startBroker(password = 'right'): Promise<StageBroker> {
  const heard: Heard[] = [];
  let port = 0;
  let running = await begin();

  async function begin() {
    const sockets = new Set<Socket>();
    const broker = await Aedes.createBroker({
      authenticate: (_client, _user, given, done) => done(null, given?.toString() === password),
      authorizePublish: (_client, packet, done) => {
        if (!stage.storing) return; // no PUBACK
        heard.push(read(packet as AedesPublishPacket));
        done(null);
      },
    });
    const server = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
      broker.handle(socket);
    });
    await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
    port = (server.address() as AddressInfo).port;
    return { broker, server, sockets };
  }

  const stage: StageBroker = {
    url: `mqtt://127.0.0.1:${port}`,
    heard,
    storing: true,
    cut: () => running.sockets.forEach((socket) => socket.destroy()),
    stop: async () => {
      stage.cut();
      await new Promise<void>((done) => running.broker.close(() => done()));
      await new Promise<void>((done) => running.server.close(() => done()));
    },
    restart: async () => {
      running = await begin();
    },
    publish: (topic, payload) =>
      new Promise((done, fail) =>
        running.broker.publish(
          { cmd: 'publish', topic, payload, qos: 1, retain: false, dup: false },
          (error) => (error ? fail(error) : done()),
        ),
      ),
  };
  return stage;
}

function read({ topic, payload, retain }: AedesPublishPacket): Heard {
  return { topic, message: JSON.parse(payload.toString()) as Record<string, unknown>, retain };
}

/** Waits until something holds. @throws Error when it does not within 10 s */
export async function until(holds: () => boolean): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!holds()) {
    if (performance.now() > deadline) throw new Error(`still not so after 10 s: ${holds.toString()}`);
    await new Promise((done) => setTimeout(done, 5));
  }
}
