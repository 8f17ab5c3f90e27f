import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { VERSION } from '../src/version';

const OLDER_VERSION = '0.0.1';
/** A script of the app, whose name changes with its content and that of what it imports. */
const SCRIPT = /(-[\w-]{8})\.js\b/g;
const OLDER_SCRIPT = '.older.js';

/**
 * The way to a core that is upgraded beneath its screens: until then it gives out the floor app of an older release, which is the one
 * under test with the names of its files and its version as they might have been.
 */
export class CoreUpgrade {
  private done = false;
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    private readonly core: URL,
  ) {
    server.on('request', (from, to) => this.answer(from, to));
    server.on('upgrade', (from: IncomingMessage, near: Socket, head: Buffer) => this.join(from, near, head));
  }

  /** @param coreUrl where the core under test is */
  static async of(coreUrl: string): Promise<CoreUpgrade> {
    const server = createServer();
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    return new CoreUpgrade(server, new URL(coreUrl));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** From here on core gives out the app under test. */
  upgrade(): void {
    this.done = true;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }

  private answer(from: IncomingMessage, to: ServerResponse): void {
    const { method, url = '/' } = from;
    const aged = !this.done && url.startsWith('/floor');
    const { 'if-none-match': _, 'if-modified-since': __, ...headers } = from.headers;
    const asked = request({
      ...{ host: this.core.hostname, port: this.core.port, method },
      path: aged ? url.replace(OLDER_SCRIPT, '.js') : url,
      headers: aged ? headers : from.headers,
    });
    asked.on('response', (reply) => (aged ? this.age(reply, to) : relay(reply, to)));
    asked.on('error', () => to.destroy());
    from.pipe(asked);
  }

  /** Gives a file out as the older release had it. */
  private age(reply: IncomingMessage, to: ServerResponse): void {
    if (!/javascript|html/.test(reply.headers['content-type'] ?? '')) return relay(reply, to);
    let text = '';
    reply.setEncoding('utf8').on('data', (part: string) => (text += part));
    reply.on('end', () => {
      const { 'content-length': _, etag: __, 'last-modified': ___, ...headers } = reply.headers;
      const version = new RegExp(`(["'\`])${VERSION.replaceAll('.', '\\.')}\\1`, 'g');
      to.writeHead(reply.statusCode ?? 500, headers).end(
        text
          .replaceAll(SCRIPT, `$1${OLDER_SCRIPT}`)
          .replaceAll(version, `$1${OLDER_VERSION}$1`)
          .replaceAll('revision:"', 'revision:"older-'),
      );
    });
  }

  private join(from: IncomingMessage, near: Socket, head: Buffer): void {
    const far = connect(Number(this.core.port), this.core.hostname);
    const lines = from.rawHeaders.flatMap((name, i, all) => (i % 2 === 0 ? [`${name}: ${all[i + 1]}`] : []));
    far.write([`GET ${from.url} HTTP/1.1`, ...lines, '', ''].join('\r\n'));
    far.write(head);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.sockets.add(one);
      one.on('error', () => undefined);
      one.once('close', () => {
        this.sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  }
}

function relay(reply: IncomingMessage, to: ServerResponse): void {
  to.writeHead(reply.statusCode ?? 500, reply.headers);
  reply.pipe(to);
}
