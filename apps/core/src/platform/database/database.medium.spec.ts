import { Client } from 'pg';
import { entities } from '../../app.module';
import { freshDatabase, type TestDatabase } from '../../../test/database';
import { entityDiff } from './entity-diff';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const asApp = async <T>(plant: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: database.url, options: '-c role=takt_app' });
  await client.connect();
  try {
    await client.query(`set takt.plant = '${plant}'`);
    return await work(client);
  } finally {
    await client.end();
  }
};

it('entities describe exactly what the migrations made', async () => {
  expect(await entityDiff(database.url, entities)).toEqual([]);
});

it('every table with a plant is under row-level security, forced', async () => {
  const rows = await database.query<{ relname: string }>(`
    select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'plant'
    where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition and not (c.relrowsecurity and c.relforcerowsecurity)`);
  expect(rows).toEqual([]);
});

it('a plant sees and writes its own rows only', async () => {
  const insert = `insert into plant (plant, name, time_zone, currency, language, frozen_sec, tolerance_sec, ack_within_sec, costing, revision) values ($1, 'P', 'UTC', 'EUR', 'en', 0, 0, 60, 'standard', 1)`;
  await asApp('a', (client) => client.query(insert, ['a']));
  await asApp('b', (client) => client.query(insert, ['b']));
  await expect(asApp('a', (client) => client.query(insert, ['c']))).rejects.toThrow(/row-level security/);
  expect((await asApp('a', (client) => client.query('select plant from plant'))).rows).toEqual([
    { plant: 'a' },
  ]);
  expect(
    (await asApp('a', (client) => client.query(`update plant set name = 'X' where plant = 'b'`))).rowCount,
  ).toBe(0);
});

it('the audit cannot be changed by the application', async () => {
  await asApp('a', (client) =>
    client.query(
      `insert into audit (id, plant, at, actor, actor_kind, actor_id, action, detail, outcome) values (gen_random_uuid(), 'a', now(), 'x', 'user', 'x', 'y', '{}', 'done')`,
    ),
  );
  await expect(asApp('a', (client) => client.query(`update audit set actor = 'z'`))).rejects.toThrow(
    /permission denied/,
  );
  await expect(asApp('a', (client) => client.query('delete from audit'))).rejects.toThrow(
    /permission denied/,
  );
});
