import { createServer as createHttpServer } from 'node:http';
import { createServer, type AddressInfo, type Server } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer, createWebSocketStream } from 'ws';
import { freePort } from '../embedded';
import type { BrokerPorts } from './message-source';

/** Where to listen. */
export interface ListenAddress {
  readonly host: string;
  /** TCP port, or the next free one; 0: any */
  readonly port: number;
  /** WebSocket port, or the next free one; 0: any */
  readonly wsPort: number;
}

const CONNECTIONS_MAX = 10_000;
/** A frame may hold a long message; it is collected whole before anyone sees it. */
const FRAME_MAX_BYTES = 2 * 1024 * 1024;
const LISTEN_ATTEMPTS = 5;

async function listen(server: Server, wanted: number, host: string): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    const port = wanted === 0 ? 0 : await freePort(wanted, host);
    try {
      await new Promise<void>((done, fail) => {
        server.once('error', fail);
        server.listen(port, host, () => {
          server.off('error', fail);
          done();
        });
      });
      return (server.address() as AddressInfo).port;
    } catch (error) {
      // somebody else took the port in between
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || attempt === LISTEN_ATTEMPTS) throw error;
    }
  }
}

/** The doors of the embedded broker: MQTT over TCP and over WebSocket. */
export class BrokerListener {
  private readonly connections = new Set<Duplex>();
  private readonly tcp = createServer({ noDelay: true, keepAlive: true }, (socket) => this.take(socket));
  private readonly http = createHttpServer((_request, response) => response.writeHead(426).end());
  private readonly web = new WebSocketServer({
    server: this.http,
    maxPayload: FRAME_MAX_BYTES,
    perMessageDeflate: false,
    handleProtocols: (offered) => (offered.has('mqtt') ? 'mqtt' : false),
  });

  /** @param take called with every connection */
  constructor(private readonly onConnection: (connection: Duplex) => void) {
    this.tcp.maxConnections = CONNECTIONS_MAX;
    this.http.maxConnections = CONNECTIONS_MAX;
    this.web.on('connection', (socket) => this.take(createWebSocketStream(socket)));
    this.web.on('error', () => undefined); // told by the listening server
  }

  /** @throws Error when no port is free, or the host is not one of this machine's */
  async open({ host, port, wsPort }: ListenAddress): Promise<BrokerPorts> {
    const mqtt = await listen(this.tcp, port, host);
    return { mqtt, mqttWs: await listen(this.http, wsPort, host) };
  }

  /** Lets nobody in any more and cuts those who are. */
  async close(): Promise<void> {
    const closed = [this.tcp, this.http].map(
      (server) => new Promise<void>((done) => (server.listening ? server.close(() => done()) : done())),
    );
    this.web.close();
    for (const connection of this.connections) connection.destroy();
    await Promise.all(closed);
  }

  private take(connection: Duplex): void {
    this.connections.add(connection);
    connection.once('close', () => this.connections.delete(connection));
    connection.on('error', () => undefined); // a connection that breaks is not news
    this.onConnection(connection);
  }
}
