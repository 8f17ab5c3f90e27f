import { randomUUID } from 'node:crypto';
import { authRoutes, lineRoutes, userRoutes, workerRoutes, type RequestOf } from '@takt/contracts';
import { startCore, type TestCore } from '../../../test/core';
import { otherPlant } from '../../../test/other-plant';
import { staffedLine, workerBody } from '../../../test/people';

let core: TestCore;
beforeAll(async () => {
  core = await startCore();
  await staffedLine(core, 'bakery');
  for (const skill of ['bake', 'pack'])
    await core.call(workerRoutes.putSkill, { params: { skill }, body: { name: skill } });
});
afterAll(() => core.stop());

type Body = Parameters<typeof workerBody>[0];
const put = (worker: string, change: Body = {}, options: { ifMatch?: number; token?: string } = {}) =>
  core.send(workerRoutes.put, { params: { worker }, body: workerBody(change) }, options);

const login = async (role: 'operator' | 'lead' | 'planner'): Promise<string> => {
  const name = `u${randomUUID().slice(0, 8)}`;
  const password = randomUUID();
  await core.call(userRoutes.create, {
    body: { login: name, name, language: 'en', role, worker: null, active: true, password },
  });
  return (await core.call(authRoutes.login, { body: { login: name, password } }, { token: null })).token;
};

it('workers are created, changed with the revision that was read, and come back as they were sent', async () => {
  const body = workerBody({
    nameZh: '安',
    line: 'bakery',
    crew: 'early',
    badge: 'B-1',
    skills: [{ skill: 'bake', expiresOn: '2026-12-31' }],
    ratePerHour: 20.5,
  });
  expect((await put('ANN', body)).body).toEqual({ id: 'ANN', ...body, revision: 1 });
  expect((await put('ANN', body)).body.code).toBe('revision.missing');
  expect((await put('ANN', body, { ifMatch: 1 })).body.revision).toBe(2);
});

it.each<[string, Body, string, object]>([
  ['an unknown line', { line: 'moon' }, 'reference.unknown', { field: 'line', kind: 'line', id: 'moon' }],
  [
    'an unknown skill',
    {
      skills: [
        { skill: 'bake', expiresOn: null },
        { skill: 'fly', expiresOn: null },
      ],
    },
    'reference.unknown',
    { field: 'skills.1.skill', kind: 'skill', id: 'fly' },
  ],
])('refuses %s', async (_, change, code, facts) => {
  const { status, body } = await put('BAD', change);
  expect([status, body.code, body.facts]).toEqual([422, code, facts]);
});

it('gives a badge to one person only', async () => {
  await put('BEN', { badge: 'B-2' });
  const { status, body } = await put('CAT', { badge: 'B-2' });
  expect([status, body.code, body.facts]).toEqual([
    409,
    'thing.exists',
    { kind: 'badge', id: 'B-2', holder: 'BEN' },
  ]);
  expect((await put('BEN', { badge: 'B-2', name: 'Benny' }, { ifMatch: 1 })).status).toBe(200);
});

it('refuses a skill that stands there twice, and a day that does not exist', async () => {
  const twice = await put('BAD', {
    skills: [
      { skill: 'bake', expiresOn: null },
      { skill: 'bake', expiresOn: '2026-01-01' },
    ],
  });
  expect(twice.body.faults?.[0]?.path).toBe('body.skills.1.skill');
  const noDay = await put('BAD', { skills: [{ skill: 'bake', expiresOn: '2026-02-30' }] });
  expect(noDay.body.faults?.[0]?.path).toBe('body.skills.0.expiresOn');
});

it('lists by line, crew, skill and text', async () => {
  await put('DAN', {
    name: 'Dan',
    line: 'bakery',
    crew: 'late',
    skills: [{ skill: 'pack', expiresOn: null }],
  });
  await put('EVE', { name: 'Eve', line: 'bakery', crew: 'late', active: false });
  const ids = async (query: RequestOf<typeof workerRoutes.list>['query']) =>
    (await core.call(workerRoutes.list, { query })).items.map(({ id }) => id);
  expect(await ids({ filter: 'crew:late', sort: '-name' })).toEqual(['EVE', 'DAN']);
  expect(await ids({ filter: 'crew:late,active:true' })).toEqual(['DAN']);
  expect(await ids({ filter: 'skill:pack|fly' })).toEqual(['DAN']);
  expect(await ids({ q: '安' })).toEqual(['ANN']);
});

it('shows badges and pay only to those who look after people, and keeps the pay when a lead edits', async () => {
  await put('FAY', { badge: 'B-9', ratePerHour: 31 });
  const seen = async (token: string) => {
    const { items } = await core.call(workerRoutes.list, { query: { q: 'FAY' } }, { token });
    return items.map(({ badge, ratePerHour }) => [badge, ratePerHour]);
  };
  const [operator, lead, planner] = [await login('operator'), await login('lead'), await login('planner')];
  expect(await seen(operator)).toEqual([[null, 0]]);
  expect(await seen(lead)).toEqual([['B-9', 0]]);
  expect(await seen(planner)).toEqual([['B-9', 31]]);
  await put('FAY', { name: 'Fay', badge: 'B-9', ratePerHour: 0 }, { token: lead, ifMatch: 1 });
  expect(await seen(planner)).toEqual([['B-9', 31]]);
  expect((await put('FAY', {}, { token: operator, ifMatch: 2 })).status).toBe(403);
});

it('keeps plants apart', async () => {
  const token = await otherPlant(core);
  expect((await core.call(workerRoutes.list, {}, { token })).items).toEqual([]);
  expect(await core.call(workerRoutes.skills, {}, { token })).toEqual([]);
  const theirs = await put('ANN', { badge: 'B-1' }, { token });
  expect([theirs.status, theirs.body.revision]).toEqual([200, 1]);
  expect((await put('GUS', { line: 'bakery' }, { token })).body.code).toBe('reference.unknown');
});

it('a line with people cannot be deleted', async () => {
  await core.call(lineRoutes.put, {
    params: { line: 'lone' },
    body: { name: 'Lone', position: 9, shiftPattern: null },
  });
  await put('HAL', { line: 'lone' });
  const { body } = await core.send(lineRoutes.remove, { params: { line: 'lone' } });
  expect([body.code, body.facts?.['user']]).toEqual(['thing.in-use', 'worker']);
});
