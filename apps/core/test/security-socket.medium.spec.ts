/** Sockets, tried by those who have no right to them: what they hear, and what they may say. */
import { randomUUID } from 'node:crypto';
import { authRoutes, clientEventAccess, clientEvents, noticeRoutes, SOCKET_NAMESPACE } from '@takt/contracts';
import { io, type Socket } from 'socket.io-client';
import { tokensOf, type TokenKind } from './attack/callers';
import { MARK, victim } from './attack/victim';
import { startCore, type TestCore } from './core';
import { otherPlant } from './other-plant';
import { inDays, putItem, orderOf, settled } from './shop';

interface Answer {
  readonly ok: boolean;
  readonly problem?: { readonly code: string };
}

let core: TestCore;
let tokens: Record<TokenKind, string>;
const opened: Socket[] = [];

beforeAll(async () => {
  core = await startCore({ REQUESTS_PER_MIN: '1000000', LOG_LEVEL: 'silent' });
  await victim(core);
  tokens = await tokensOf(core, { line: 'bakery', station: 'packer' });
}, 120_000);
afterEach(() => opened.splice(0).forEach((socket) => socket.disconnect()));
afterAll(() => core.stop());

/** Opens a socket. @throws Error with the code of the refusal */
function open(token: unknown, headers: Record<string, string> = {}): Promise<Socket> {
  const socket = io(`${core.url}${SOCKET_NAMESPACE}`, {
    auth: token === undefined ? {} : { token },
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: headers,
  });
  opened.push(socket);
  return new Promise((done, fail) => {
    socket.once('welcome', () => done(socket));
    socket.once('connect_error', fail);
  });
}

const ask = (socket: Socket, name: string, ...payload: unknown[]): Promise<Answer> =>
  socket.timeout(10_000).emitWithAck(name, ...payload) as Promise<Answer>;

/** A notice of the administrator's plant that nobody has acknowledged. */
async function notice(): Promise<string> {
  const id = randomUUID();
  await core.database.query(
    `insert into notice (plant, id, kind, station, line, text, by, raised_at, due_at, role, escalation)
     values ('main', $1, 'message', 'oven-1', 'bakery', $2, 'takt', now(), now() + interval '1 day', 'operator', 0)`,
    [id, MARK],
  );
  return id;
}

const acknowledged = async (id: string): Promise<boolean> =>
  (await core.call(noticeRoutes.list, { query: { filter: 'open:no', limit: 200 } })).items.some(
    (one) => one.id === id && one.acknowledgement !== null,
  );

/** A token that says of itself that it needs no signature. */
function unsigned(): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none', typ: 'JWT' })}.${core.admin.split('.')[1] ?? ''}.`;
}

describe('who connects', () => {
  it.each<[string, () => unknown]>([
    ['nobody', () => undefined],
    ['somebody with a made-up token', () => 'made.up.token'],
    ['somebody who needs no signature', unsigned],
    ['somebody whose token is none', () => ({ $ne: null })],
    ['somebody with a token of megabytes', () => 'x'.repeat(60_000)],
  ])('%s is refused', async (_, token) => {
    await expect(open(token())).rejects.toThrow('auth.invalid');
  });

  it('a token that was logged out is worth nothing', async () => {
    const spare = await tokensOf(core, { line: 'bakery', station: 'packer' });
    await core.call(authRoutes.logout, {}, { token: spare.lead });
    await expect(open(spare.lead)).rejects.toThrow('auth.invalid');
  });

  it('a page from elsewhere is refused, even with a good token', async () => {
    await expect(open(core.admin, { origin: 'https://evil.example' })).rejects.toThrow();
  });
});

describe('another plant', () => {
  it('hears nothing of this one, whatever happens here', async () => {
    const thief = await open(await otherPlant(core, 'thief'));
    const own = await open(core.admin);
    const [heard, told]: [string[], string[]] = [[], []];
    thief.onAny((name: string, payload: unknown) => heard.push(`${name} ${JSON.stringify(payload)}`));
    own.onAny((name: string) => told.push(name));
    // whoever asks to be let in stays outside
    for (const room of ['plant:main', 'line:main:bakery', 'station:main:oven-1', 'session:1'])
      thief.emit('join', room);
    thief.emit('station.changed', { room: 'plant:main', version: 1, stations: [] });
    await putItem(core, 'other-item', { item: { name: MARK } });
    await orderOf(core, 'pin', '3', { requestedAt: inDays(4) });
    await settled(core);
    // what was told before this answer has arrived before it
    await ask(thief, 'heartbeat', { sentAt: 0, queued: 0, clientVersion: '1' });
    await ask(own, 'heartbeat', { sentAt: 0, queued: 0, clientVersion: '1' });
    expect(told).toContain('order.changed');
    expect(heard.filter((line) => !line.startsWith('beat '))).toEqual([]);
  });

  it('cannot acknowledge what concerns this one', async () => {
    const id = await notice();
    const thief = await open(await otherPlant(core, 'burglar'));
    const answer = await ask(thief, 'notice.acknowledge', { notice: id, commandId: randomUUID() });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'thing.unknown' } });
    expect(await acknowledged(id)).toBe(false);
  });
});

describe('what is said', () => {
  it('needs the same right as the route that does the same', async () => {
    expect(clientEventAccess['notice.acknowledge']).toEqual(noticeRoutes.acknowledge.access);
    const id = await notice();
    for (const kind of ['board', 'manager'] as const) {
      const socket = await open(tokens[kind]);
      const answer = await ask(socket, 'notice.acknowledge', { notice: id, commandId: randomUUID() });
      expect(answer).toMatchObject({ ok: false, problem: { code: 'auth.forbidden' } });
    }
    expect(await acknowledged(id)).toBe(false);
    const answer = await ask(await open(tokens.operator), 'notice.acknowledge', {
      notice: id,
      commandId: randomUUID(),
    });
    expect(answer.ok).toBe(true);
    expect(await acknowledged(id)).toBe(true);
  });

  it('is refused when it is malformed, with or without a wish for an answer', async () => {
    const socket = await open(tokens.operator);
    let deep: unknown = 1;
    for (let i = 0; i < 1000; i++) deep = { a: deep };
    const bad = [undefined, null, 1, 'x', [], {}, { notice: `'; drop table notice; --` }, deep];
    for (const name of Object.keys(clientEvents))
      for (const payload of bad) {
        socket.emit(name, payload);
        expect(await ask(socket, name, payload)).toMatchObject({
          ok: false,
          problem: { code: 'request.invalid' },
        });
      }
    const more = { notice: randomUUID(), commandId: randomUUID(), plant: 'main', role: 'admin' };
    expect((await ask(socket, 'notice.acknowledge', more)).ok).toBe(false);
    expect((await fetch(`${core.url}/readyz`)).status).toBe(200);
  });

  it('is cut when it is longer than a socket may be', async () => {
    const socket = await open(tokens.operator);
    const cut = new Promise((done) => socket.once('disconnect', done));
    socket.emit('heartbeat', { sentAt: 0, queued: 0, clientVersion: 'x'.repeat(1_000_000) });
    await cut;
    expect((await fetch(`${core.url}/readyz`)).status).toBe(200);
  });
});
