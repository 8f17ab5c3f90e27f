import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** The way to a server, which can be cut and mended: what is away for core goes on for everybody else. */
export class SeveredLink {
  private readonly sockets = new Set<Socket>();
  private cut = false;

  private constructor(
    private readonly server: Server,
    private readonly target: URL,
  ) {
    server.on('connection', (socket) => this.take(socket));
  }

  /** @param url address of the server behind it */
  static async to(url: string): Promise<SeveredLink> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return new SeveredLink(server, new URL(url));
  }

  /** The server's address by this way. */
  get url(): string {
    const address = new URL(this.target);
    address.host = `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return address.toString();
  }

  /** Breaks every connection and refuses new ones. */
  sever(): void {
    this.cut = true;
    for (const socket of this.sockets) socket.destroy();
  }

  /** Lets connections through again. */
  mend(): void {
    this.cut = false;
  }

  async close(): Promise<void> {
    this.sever();
    await new Promise((done) => this.server.close(done));
  }

  private take(near: Socket): void {
    if (this.cut) return void near.destroy();
    const far = connect(Number(this.target.port || 5432), this.target.hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      this.sockets.add(from);
      from.on('error', () => undefined);
      from.once('close', () => {
        this.sockets.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
  }
}
