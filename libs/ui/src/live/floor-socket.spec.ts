import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server, type Socket } from 'socket.io';
import { FactoryClock } from '../clock/factory-clock';
import { FloorSocket } from './floor-socket';

const room = 'line:p:l';
const http: HttpServer = createServer();
const core = new Server(http);
const floor = core.of('/floor');
const joined: Socket[] = [];
const heartbeats: unknown[] = [];
const versions = { [room]: 3 };
const log: string[] = [];
const clock = new FactoryClock(() => performance.now(), 0);
let client: FloorSocket;
let told = '';

const until = async (happened: () => boolean) => {
  while (!happened()) await new Promise((wait) => setTimeout(wait, 5));
};
const stop = { stop: '0', station: 'oven-1', open: true, explained: false };

floor.use((socket, next) => {
  const refused = Object.assign(new Error('refused'), { data: { code: 'auth.invalid' } });
  next(socket.handshake.auth.token === 'good' ? undefined : refused);
});
floor.on('connection', (socket) => {
  joined.push(socket);
  socket.on('heartbeat', (payload, answer) => {
    heartbeats.push(payload);
    answer({ ok: true });
  });
  socket.emit('welcome', { rooms: versions, now: '2026-03-11T14:00:00Z', rate: 60, coreVersion: '1.3.0' });
});

beforeAll(() => new Promise<void>((ready) => http.listen(0, '127.0.0.1', ready)));
beforeEach(async () => {
  log.length = joined.length = heartbeats.length = 0;
  client = new FloorSocket(
    {
      origin: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
      clock,
      steady: () => performance.now(),
      clientVersion: '1.2.3',
      queued: () => 4,
    },
    {
      event: (name, payload) => log.push(`${name} ${(payload as { version: number }).version}`),
      missed: () => log.push('missed'),
      coreVersion: (version) => (told = version),
      logInEnded: (code) => log.push(code),
    },
  );
});
afterEach(() => client.stop());
afterAll(() => core.close());

const connect = async () => {
  client.start('good');
  await until(() => heartbeats.length > 0);
  log.length = 0;
  return joined[0] as Socket;
};

it('has nothing to say before it has heard of core', () => {
  expect(client.facts()).toEqual({ connected: false, silentMs: undefined });
});
it('takes the clock over, asks for a fetch, and says who it is', async () => {
  client.start('good');
  await until(() => heartbeats.length > 0);
  expect(clock.rate).toBe(60);
  expect(clock.now()).toBeGreaterThanOrEqual(Date.parse('2026-03-11T14:00:00Z'));
  expect(log).toEqual(['missed']);
  expect(told).toBe('1.3.0');
  expect(heartbeats[0]).toMatchObject({ queued: 4, clientVersion: '1.2.3' });
  expect(client.facts().connected).toBe(true);
});
it('hands events on, once each, and sees a gap', async () => {
  const socket = await connect();
  for (const version of [4, 5, 5, 8]) socket.emit('stop.changed', { room, version, ...stop });
  await until(() => log.includes('missed'));
  expect(log).toEqual(['stop.changed 4', 'stop.changed 5', 'stop.changed 8', 'missed']);
});
it('fetches after a reconnection that missed something, and not after one that did not', async () => {
  const socket = await connect();
  socket.conn.close();
  await until(() => joined.length === 2 && heartbeats.length === 2);
  expect(log).toEqual([]);
  versions[room] = 9;
  joined[1]?.conn.close();
  await until(() => log.length > 0);
  versions[room] = 3;
  expect(log).toEqual(['missed']);
});
it('says when the log-in has ended', async () => {
  const socket = await connect();
  socket.emit('goodbye', { code: 'auth.invalid' });
  await until(() => log.length > 0);
  expect(log).toEqual(['auth.invalid']);
});
it('says when the log-in is refused', async () => {
  client.start('bad');
  await until(() => log.length > 0);
  expect(log[0]).toBe('auth.invalid');
});
it('comes back when core cut it while it was starting again', async () => {
  const socket = await connect();
  socket.disconnect();
  await until(() => joined.length === 2 && heartbeats.length === 2);
  expect(client.facts().connected).toBe(true);
});
it('has no answer without a connection', async () => {
  expect(await client.send('heartbeat', { sentAt: 0, queued: 0, clientVersion: '' })).toBeUndefined();
});
