import { createServer, type AddressInfo, type Socket } from 'node:net';

/** A mail as it was taken in. */
export interface TakenMail {
  readonly from: string;
  readonly to: readonly string[];
  /** head and body as they came, dots unstuffed */
  readonly text: string;
}

/** A mail server that keeps what it is given. */
export interface MailServer {
  readonly url: string;
  readonly taken: TakenMail[];
  /** what it answers the next mails with after their text; afterwards it takes them */
  readonly answers: string[];
  close(): Promise<void>;
}

/** One conversation. @see RFC 5321 */
function converse(socket: Socket, { taken, answers }: Pick<MailServer, 'taken' | 'answers'>): void {
  let [waiting, from, text]: [string, string, string[] | null] = ['', '', null];
  let to: string[] = [];
  const say = (line: string): boolean => socket.write(`${line}\r\n`);
  const address = (line: string): string => /<([^>]*)>/.exec(line)?.[1] ?? '';
  const hear = (line: string): void => {
    if (text !== null && line !== '.') return void text.push(line.replace(/^\./, ''));
    if (text !== null) {
      const answer = answers.shift() ?? '250 taken';
      if (answer.startsWith('2')) taken.push({ from, to, text: text.join('\r\n') });
      [text, to] = [null, []];
      return void say(answer);
    }
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'EHLO' || verb === 'HELO') return void say('250 mail.test');
    if (verb === 'MAIL') from = address(line);
    else if (verb === 'RCPT' && address(line).startsWith('nobody')) return void say('550 no such person');
    else if (verb === 'RCPT') to.push(address(line));
    else if (verb === 'DATA') {
      text = [];
      return void say('354 go on');
    } else if (verb === 'QUIT') return void socket.end('221 bye\r\n');
    say('250 ok');
  };
  socket.setEncoding('utf8').on('error', () => undefined);
  socket.on('data', (part: string) => {
    const lines = (waiting + part).split('\r\n');
    waiting = lines.pop() ?? '';
    for (const line of lines) hear(line);
  });
  say('220 mail.test');
}

/** Starts a mail server on a free port of the loopback. */
export async function mailServer(): Promise<MailServer> {
  const kept = { taken: [] as TakenMail[], answers: [] as string[] };
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket.on('close', () => open.delete(socket)));
    converse(socket, kept);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    ...kept,
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        for (const socket of open) socket.destroy();
      }),
  };
}
