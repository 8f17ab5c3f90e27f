import { createHmac, randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import {
  auditRoutes,
  authRoutes,
  deviceRoutes,
  lineRoutes,
  plantRoutes,
  stationRoutes,
  terminalRoutes,
  userRoutes,
} from '@takt/contracts';
import { otherPlant } from '../../../test/other-plant';
import { startCore, type TestCore } from '../../../test/core';

let core: TestCore;
beforeAll(async () => {
  core = await startCore();
  await core.call(lineRoutes.put, {
    params: { line: 'pack' },
    body: { name: 'Packing', position: 1, shiftPattern: null },
  });
  for (const station of ['pack-1', 'pack-2']) {
    await core.call(stationRoutes.put, {
      params: { station },
      body: {
        line: 'pack',
        name: station,
        position: 1,
        capabilities: [],
        changeover: null,
        countSource: 'terminal',
        microstopSec: 60,
        silentSec: 60,
        costPerHour: 0,
        active: true,
      },
    });
  }
  await core.database.query(
    `insert into worker (plant, id, name, badge, language, skills, rate_per_hour, active, revision) values ('main', 'W1', 'Ann', 'B-1', 'en', '[]', 0, true, 1), ('main', 'W2', 'Bo', 'B-2', 'zh-CN', '[]', 0, true, 1)`,
  );
});
afterAll(() => core.stop());

const pair = async (
  mode: 'operator' | 'andon' = 'operator',
): Promise<{ token: string; terminal: string }> => {
  const { terminal, code } = await core.call(terminalRoutes.create, {
    body: { name: 'T', mode, line: 'pack', stations: ['pack-1'] },
  });
  const { token } = await core.call(authRoutes.pair, { body: { code, name: 'Tablet' } }, { token: null });
  return { token, terminal: terminal.id };
};
const newUser = async (
  role: 'operator' | 'lead' | 'planner',
  worker: string | null = null,
): Promise<{ id: string; token: string; login: string }> => {
  const login = `u${randomUUID().slice(0, 8)}`;
  const { id } = await core.call(userRoutes.create, {
    body: { login, name: login, language: 'en', role, worker, active: true, password: 'long enough' },
  });
  const { token } = await core.call(
    authRoutes.login,
    { body: { login, password: 'long enough' } },
    { token: null },
  );
  return { id, token, login };
};
const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('office log-in', () => {
  it('takes no password that is guessed first, and does not repeat it', async () => {
    const { login } = await newUser('lead');
    const body = {
      login: `${login}-2`,
      name: 'x',
      language: 'en',
      role: 'lead',
      worker: null,
      active: true,
    } as const;
    const refused = await core.send(userRoutes.create, { body: { ...body, password: '12345678' } });
    expect(refused.body).toMatchObject({ code: 'request.invalid', facts: { field: 'body.password' } });
    expect(JSON.stringify(refused.body)).not.toContain('12345678');
  });

  it('refuses a wrong password and an unknown name alike, and locks after guessing', async () => {
    const { login } = await newUser('operator');
    const codes: unknown[] = [];
    for (let attempt = 0; attempt < 6; attempt++)
      codes.push(
        (await core.send(authRoutes.login, { body: { login, password: 'wrong' } }, { token: null })).body
          .code,
      );
    expect(codes).toEqual([
      'auth.refused',
      'auth.refused',
      'auth.refused',
      'auth.refused',
      'auth.refused',
      'auth.locked',
    ]);
    const unknown = await core.send(
      authRoutes.login,
      { body: { login: 'nobody', password: 'wrong' } },
      { token: null },
    );
    expect(unknown.body.code).toBe('auth.refused');
  });

  it('tells who is logged in, and a role opens only its routes', async () => {
    const { token } = await newUser('operator');
    expect(await core.call(authRoutes.session, {}, { token })).toMatchObject({
      kind: 'user',
      role: 'operator',
      plant: { id: 'main' },
    });
    const refused = await core.send(userRoutes.list, {}, { token });
    expect([refused.status, refused.body.code]).toEqual([403, 'auth.forbidden']);
  });

  it('tells everybody who stands behind a login, and nothing else of them', async () => {
    const { id, login, token } = await newUser('operator');
    const names = await core.call(userRoutes.names, {}, { token });
    const name = expect.any(String) as string;
    expect(names.find((each) => each.login === login)).toStrictEqual({ id, login, name, worker: null });
  });

  it('ends with log-out, and with a changed role', async () => {
    const leaving = await newUser('lead');
    await core.call(authRoutes.logout, {}, { token: leaving.token });
    expect((await core.send(authRoutes.session, {}, { token: leaving.token })).body.code).toBe(
      'auth.invalid',
    );
    const promoted = await newUser('operator');
    await core.call(
      userRoutes.update,
      {
        params: { user: promoted.id },
        body: {
          login: promoted.login,
          name: 'P',
          language: 'en',
          role: 'planner',
          worker: null,
          active: true,
        },
      },
      { ifMatch: 1 },
    );
    expect((await core.send(authRoutes.session, {}, { token: promoted.token })).status).toBe(401);
  });

  it('refuses forged tokens: no algorithm, a foreign key, a changed claim', async () => {
    const [head = '', claims = '', signature = ''] = core.admin.split('.');
    const decoded = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>;
    const none = `${base64({ alg: 'none', typ: 'JWT' })}.${claims}.`;
    const foreign = `${head}.${claims}.${createHmac('sha256', 'foreign').update(`${head}.${claims}`).digest('base64url')}`;
    const changed = `${head}.${base64({ ...decoded, plant: 'other' })}.${signature}`;
    for (const token of [none, foreign, changed, 'x', 'a.b.c'])
      expect((await core.send(plantRoutes.current, {}, { token })).body.code).toBe('auth.invalid');
  });

  it('keeps secrets out of the audit', async () => {
    const { items } = await core.call(auditRoutes.list, { query: { limit: 500 } });
    expect(items.length).toBeGreaterThan(3);
    expect(JSON.stringify(items)).not.toContain('long enough');
  });
});

describe('floor screens', () => {
  it('are paired once by code, sign people in by badge and PIN, and are bound to their stations', async () => {
    const { token } = await pair();
    expect(await core.call(authRoutes.session, {}, { token })).toMatchObject({
      kind: 'terminal',
      role: null,
      terminal: { stations: ['pack-1'] },
    });
    const badge = await core.call(authRoutes.badge, { body: { badge: 'B-1' } }, { token });
    expect(badge.session).toMatchObject({ kind: 'worker', worker: 'W1', role: 'operator', name: 'Ann' });
    await core.call(userRoutes.setPin, { params: { worker: 'W2' }, body: { pin: '4711' } });
    const pin = await core.call(authRoutes.pin, { body: { worker: 'W2', pin: '4711' } }, { token });
    expect(pin.session).toMatchObject({ worker: 'W2', language: 'zh-CN' });
    expect(
      (await core.send(authRoutes.pin, { body: { worker: 'W2', pin: '0000' } }, { token })).body.code,
    ).toBe('auth.refused');
  });

  it('give a signed-in lead the rights of a lead', async () => {
    await core.call(userRoutes.create, {
      body: { login: 'ann', name: 'Ann', language: 'en', role: 'lead', worker: 'W1', active: true },
    });
    const { token } = await pair();
    expect((await core.call(authRoutes.badge, { body: { badge: 'B-1' } }, { token })).session.role).toBe(
      'lead',
    );
  });

  it('guessing PINs locks the person out of PINs, not of the badge, and not the others', async () => {
    const { token } = await pair();
    await core.call(userRoutes.setPin, { params: { worker: 'W1' }, body: { pin: '1234' } });
    for (let attempt = 0; attempt < 5; attempt++)
      await core.send(authRoutes.pin, { body: { worker: 'W1', pin: '9999' } }, { token });
    expect(
      (await core.send(authRoutes.pin, { body: { worker: 'W1', pin: '1234' } }, { token })).body.code,
    ).toBe('auth.locked');
    expect((await core.send(authRoutes.badge, { body: { badge: 'B-1' } }, { token })).status).toBe(200);
    expect((await core.send(authRoutes.pin, { body: { worker: 'W2', pin: '4711' } }, { token })).status).toBe(
      200,
    );
  });

  it('hang at stations of their line; those of operators at one at least', async () => {
    const announce = async (mode: 'operator' | 'supervisor', stations: string[]) =>
      (
        await core.send(terminalRoutes.create, {
          body: { name: 'T', mode, line: 'pack', stations },
        })
      ).body as { code: string; facts: unknown };
    await core.call(lineRoutes.put, {
      params: { line: 'other' },
      body: { name: 'Other', position: 2, shiftPattern: null },
    });
    await core.database.query(`update station set line = 'other' where id = 'pack-2'`);
    expect(await announce('supervisor', ['pack-1', 'pack-2'])).toMatchObject({
      code: 'terminal.station',
      facts: { name: 'T', station: 'pack-2', owner: 'other', line: 'pack', stations: 'pack-1' },
    });
    await core.database.query(`update station set line = 'pack' where id = 'pack-2'`);
    expect(await announce('operator', ['pack-9'])).toMatchObject({ code: 'reference.unknown' });
    expect(await announce('operator', [])).toMatchObject({
      code: 'terminal.station',
      facts: { reason: 'none', name: 'T', line: 'pack', stations: 'pack-1, pack-2' },
    });
  });

  it('cannot be paired twice with one code, and a revoked one is cut', async () => {
    const { terminal, code } = await core.call(terminalRoutes.create, {
      body: { name: 'T', mode: 'andon', line: 'pack', stations: [] },
    });
    const { token } = await core.call(authRoutes.pair, { body: { code, name: 'TV' } }, { token: null });
    expect(
      (await core.send(authRoutes.pair, { body: { code, name: 'TV' } }, { token: null })).body.code,
    ).toBe('auth.pairing');
    expect((await core.send(lineRoutes.list, {}, { token })).status).toBe(200);
    expect((await core.send(lineRoutes.remove, { params: { line: 'pack' } }, { token })).status).toBe(403);
    await core.call(terminalRoutes.revoke, { params: { terminal: terminal.id } });
    expect((await core.send(lineRoutes.list, {}, { token })).status).toBe(401);
  });
});

describe('devices', () => {
  it('get a password once, log in with it, and not after they were revoked', async () => {
    const made = await core.call(deviceRoutes.create, {
      body: { id: 'press', name: 'Press', kind: 'machine', stations: ['pack-1'] },
    });
    expect(made.username).toBe('main/press');
    const { DeviceAuth } = await import('../../platform/mqtt');
    const auth = core.running.app.get(DeviceAuth);
    expect([...((await auth.authenticate(made.username, made.password))?.roots ?? [])]).toEqual([
      'takt/v1/main/pack/pack-1',
    ]);
    expect(await auth.authenticate(made.username, 'wrong')).toBeNull();
    expect((await core.call(deviceRoutes.broker)).passwords).toMatch(/^main\/press:\$7\$101\$/);
    const other = await otherPlant(core);
    expect(await core.call(deviceRoutes.broker, {}, { token: other })).toEqual({ passwords: '', acl: '\n' });
    await core.call(deviceRoutes.revoke, { params: { device: 'press' } });
    expect(await auth.authenticate(made.username, made.password)).toBeNull();
  });
});

describe('sockets', () => {
  const open = (
    token: string | undefined,
    headers: Record<string, string> = {},
  ): Promise<{ socket: Socket; welcome: unknown }> =>
    new Promise((resolve, reject) => {
      const socket = io(`${core.url}/floor`, {
        auth: { token },
        transports: ['websocket'],
        reconnection: false,
        forceNew: true,
        extraHeaders: headers,
      });
      socket.once('welcome', (welcome: unknown) => resolve({ socket, welcome }));
      socket.once('connect_error', (error) => {
        socket.close();
        reject(error);
      });
    });

  it('let a terminal into the rooms of its stations only', async () => {
    const { token } = await pair();
    const { socket, welcome } = await open(token);
    expect(Object.keys((welcome as { rooms: object }).rooms)).toEqual(['station:main:pack-1']);
    socket.close();
  });

  it('refuse without token, with a forged one, and from a foreign origin', async () => {
    await expect(open(undefined)).rejects.toThrow('auth.invalid');
    await expect(open('a.b.c')).rejects.toThrow('auth.invalid');
    await expect(open(core.admin, { origin: 'http://evil.example' })).rejects.toThrow();
  });

  it('are cut when the log-in is revoked', async () => {
    const { token } = await newUser('lead');
    const { socket } = await open(token);
    const goodbye = new Promise((resolve) => socket.once('goodbye', resolve));
    const cut = new Promise((resolve) => socket.once('disconnect', resolve));
    await core.call(authRoutes.logout, {}, { token });
    expect(await goodbye).toEqual({ code: 'auth.invalid' });
    await cut;
  });
});

it('who sets a plant up is its administrator, and still enters the old one when no plant is named', async () => {
  const login = `u${randomUUID().slice(0, 8)}`;
  const who = { login, password: 'long enough' };
  await core.call(userRoutes.create, {
    body: { ...who, name: login, language: 'en', role: 'admin', worker: null, active: true },
  });
  const { token } = await core.call(authRoutes.login, { body: who }, { token: null });
  const { revision: _, ...plant } = await core.call(plantRoutes.current);
  await core.call(plantRoutes.create, { body: { ...plant, id: 'annex', name: 'Annex' } }, { token });
  const annex = await core.call(authRoutes.login, { body: { ...who, plant: 'annex' } }, { token: null });
  expect([annex.session.plant.id, annex.session.role]).toEqual(['annex', 'admin']);
  expect(await core.call(lineRoutes.list, {}, { token: annex.token })).toEqual([]);
  const again = await core.call(authRoutes.login, { body: who }, { token: null });
  expect(again.session.plant.id).toBe('main');
});
