import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { andonRoutes, lineRoutes, operationRoutes, orderRoutes, authRoutes } from '@takt/contracts';
import { ApiClient } from './api-client';
import { NoReplyError, ProblemError } from './problem-error';

type Answer = (request: IncomingMessage & { text: string }, response: ServerResponse) => void;
const state = {
  server: undefined as unknown as Server,
  answer: (() => undefined) as Answer,
  ended: 0,
  keys: 0,
};

beforeAll(async () => {
  state.server = createServer(async (request, response) => {
    let text = '';
    for await (const part of request) text += String(part);
    state.answer(Object.assign(request, { text }), response);
  });
  await new Promise<void>((ready) => state.server.listen(0, '127.0.0.1', ready));
});
afterAll(() => new Promise((done) => state.server.close(done)));
beforeEach(() => Object.assign(state, { ended: 0, keys: 0 }));

const client = () =>
  new ApiClient({
    fetch,
    origin: `http://127.0.0.1:${(state.server.address() as AddressInfo).port}`,
    token: () => 'secret',
    language: () => 'zh-CN',
    newKey: () => `key-${(state.keys += 1)}`,
    logInEnded: () => (state.ended += 1),
  });
const json = (status: number, body: unknown): Answer => {
  return (_request, response) => response.writeHead(status).end(JSON.stringify(body));
};
const echo: Answer = (request, response) =>
  response.end(
    JSON.stringify({
      method: request.method,
      url: request.url,
      headers: request.headers,
      body: request.text,
    }),
  );
const heard = (reply: unknown) =>
  reply as { method: string; url: string; headers: Record<string, string>; body: string };

it('fills the path and the query in, and says who asks in which language', async () => {
  state.answer = echo;
  const reply = heard(
    await client().call(operationRoutes.list, {
      query: { filter: 'station:oven-1,status:ready|running', limit: 5 },
    }),
  );
  expect(reply.method).toBe('GET');
  expect(reply.url).toBe('/api/v1/operations?filter=station%3Aoven-1%2Cstatus%3Aready%7Crunning&limit=5');
  expect(reply.headers).toMatchObject({ authorization: 'Bearer secret', 'accept-language': 'zh-CN' });
  expect(reply.headers['idempotency-key']).toBeUndefined();
});
it('gives each write a key, and the revision that was read', async () => {
  state.answer = echo;
  const reply = heard(
    await client().call(
      operationRoutes.pin,
      { params: { operation: 'WO-1.10' }, body: { pinned: true } },
      { ifMatch: 4 },
    ),
  );
  expect(reply.url).toBe('/api/v1/operations/WO-1.10/pin');
  expect(reply.headers).toMatchObject({ 'idempotency-key': 'key-1', 'if-match': '"4"' });
  expect(JSON.parse(reply.body)).toEqual({ pinned: true });
});
it('keeps the key of a write that is sent again', async () => {
  state.answer = echo;
  const request = { params: { line: 'l1' } };
  const reply = heard(await client().call(lineRoutes.remove, request, { idempotencyKey: 'mine' }));
  expect(reply.headers['idempotency-key']).toBe('mine');
});
it('has no value for a reply without content', async () => {
  state.answer = (_request, response) => response.writeHead(204).end();
  expect(await client().call(lineRoutes.remove, { params: { line: 'l1' } })).toBeUndefined();
});
it('throws the problem of a refusal', async () => {
  state.answer = json(409, { code: 'order.closed', detail: 'closed', status: 409, facts: { order: 'O-1' } });
  const error = await client()
    .call(orderRoutes.get, { params: { order: 'O-1' } })
    .catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(ProblemError);
  expect((error as ProblemError).problem).toMatchObject({ code: 'order.closed', status: 409 });
  expect(state.ended).toBe(0);
});
it('ends the log-in when core does', async () => {
  state.answer = json(401, { code: 'auth.invalid' });
  await client()
    .call(andonRoutes.list)
    .catch(() => undefined);
  expect(state.ended).toBe(1);
});
it('does not end the log-in of a screen because somebody was refused at it, or a proxy answers', async () => {
  state.answer = json(401, { code: 'auth.refused' });
  const { login, badge, pin } = authRoutes;
  for (const refused of [
    client().call(login, { body: { login: 'ann', password: 'wrong' } }),
    client().call(badge, { body: { badge: 'XYZ-9999' } }),
    client().call(pin, { body: { worker: 'ann', pin: '1256' } }),
  ])
    await expect(refused).rejects.toBeInstanceOf(ProblemError);
  state.answer = json(401, 'a page of its own');
  await expect(client().call(andonRoutes.list)).rejects.toBeInstanceOf(ProblemError);
  expect(state.ended).toBe(0);
});
it('tells no reply from a refusal', async () => {
  state.answer = (request) => request.socket.destroy();
  await expect(client().call(andonRoutes.list)).rejects.toBeInstanceOf(NoReplyError);
});
it('takes half a reply for none', async () => {
  state.answer = (_request, response) => response.end('{"items": [');
  await expect(client().call(andonRoutes.list)).rejects.toBeInstanceOf(NoReplyError);
});
it('gives up after its time', async () => {
  state.answer = () => undefined;
  await expect(client().call(andonRoutes.list, {}, { timeoutMs: 30 })).rejects.toBeInstanceOf(NoReplyError);
  state.server.closeAllConnections();
});
