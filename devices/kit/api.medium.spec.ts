import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { authRoutes, clockRoutes, importRoutes, lineRoutes } from '@takt/contracts';
import { Api, ApiFault } from './api';
import { readClock } from './factory-clock';

let server: Server;
let seen: { method: string; url: string; key: unknown; auth: unknown; body: string }[];
let answers: ((reply: ServerResponse) => void)[];
let api: Api;

const json = (status: number, body: unknown) => (reply: ServerResponse) => {
  reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};
const hangUp = (reply: ServerResponse) => void reply.socket?.destroy();

async function take(request: IncomingMessage, reply: ServerResponse): Promise<void> {
  let body = '';
  for await (const part of request) body += String(part);
  const { method = '', url = '', headers } = request;
  seen.push({ method, url, key: headers['idempotency-key'], auth: headers.authorization, body });
  (answers.shift() ?? hangUp)(reply);
}

beforeEach(async () => {
  seen = [];
  answers = [];
  server = createServer((request, reply) => void take(request, reply));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  api = new Api({ url, token: 't', patienceMs: 5_000 });
});
afterEach(() => new Promise<void>((done) => server.close(() => done())));

describe('the client', () => {
  it('sends what nobody answered again, under the same key', async () => {
    answers = [hangUp, json(503, { code: 'service.unavailable' }), json(201, { id: 'bakery' })];
    const sent = await api.send(lineRoutes.put, {
      params: { line: 'bakery' },
      body: { name: 'Bakery', position: 1, shiftPattern: null },
    });
    expect(sent).toEqual({ ok: true, status: 201, body: { id: 'bakery' } });
    expect(seen.map(({ method, url, auth }) => [method, url, auth])).toEqual(
      Array.from({ length: 3 }, () => ['PUT', '/api/v1/lines/bakery', 'Bearer t']),
    );
    expect(new Set(seen.map(({ key }) => key)).size).toBe(1);
    expect(JSON.parse(seen[2]?.body ?? '')).toMatchObject({ name: 'Bakery' });
  });

  it('takes a refusal as an answer', async () => {
    answers = [json(409, { code: 'operation.station-busy', detail: 'busy' })];
    expect(await api.send(lineRoutes.list)).toMatchObject({
      ok: false,
      status: 409,
      problem: { code: 'operation.station-busy' },
    });
    expect(seen.length).toBe(1);
    answers = [json(422, { code: 'x', detail: 'wrong.', hint: 'Maybe so.' })];
    await expect(api.call(lineRoutes.list)).rejects.toThrow('GET /lines: 422 x wrong. Maybe so.');
  });

  it('gives up when its patience ends', async () => {
    const hasty = new Api({ url: 'http://127.0.0.1:9', patienceMs: 0 });
    expect(await hasty.send(clockRoutes.read)).toEqual({ ok: false, status: 0, problem: null });
    await expect(hasty.call(clockRoutes.read)).rejects.toThrow(ApiFault);
  });

  it('logs in without a token and goes on with another', async () => {
    answers = [json(200, {}), json(200, [])];
    await api.send(authRoutes.login, { body: { login: 'a', password: 'b' } }, { token: null });
    await api.as('second').send(lineRoutes.list);
    expect(seen.map(({ auth }) => auth)).toEqual([undefined, 'Bearer second']);
  });

  it('uploads a file', async () => {
    answers = [json(201, {})];
    const file = { name: 'lines.csv', content: 'id,name' };
    await api.send(importRoutes.check, {}, { file });
    expect(seen[0]?.body).toMatch(/name="file"; filename="lines.csv"[^]*id,name/);
  });

  it('reads the clock in the middle of the request', async () => {
    answers = [json(200, { now: '2026-03-02T06:00:00Z', rate: 60, version: '1' })];
    const times = [1_000, 1_200];
    expect(await readClock(api, () => times.shift() ?? 0)).toEqual({
      realMs: 1_100,
      factoryMs: Date.parse('2026-03-02T06:00:00Z'),
      rate: 60,
    });
  });
});
