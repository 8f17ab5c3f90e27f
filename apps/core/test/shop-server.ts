import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WebhookMessage } from '@takt/contracts';

/** A webhook as it arrived. */
export interface Arrived {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly message: WebhookMessage;
}

/** The web server of a shop. */
export interface ShopServer {
  readonly url: string;
  readonly arrived: Arrived[];
  /** what it answers the next requests with; afterwards 204 */
  readonly answers: (number | 'hang' | 'cut')[];
  close(): Promise<void>;
}

/** Starts the web server of a shop on a free port of the loopback. */
export async function shopServer(): Promise<ShopServer> {
  const arrived: Arrived[] = [];
  const answers: ShopServer['answers'] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (part: string) => (text += part));
    request.on('end', () => {
      const { url: path = '', headers } = request;
      arrived.push({ path, headers, text, message: JSON.parse(text) as WebhookMessage });
      const answer = answers.shift() ?? 204;
      if (answer === 'cut') request.socket.destroy();
      else if (answer !== 'hang') response.writeHead(answer, { location: `${path}/elsewhere` }).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrived,
    answers,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
