import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** Database with every migration, from which those of the tests are copied. */
export const TEMPLATE = 'takt_template';

/** The same server, another database. */
export function databaseAt(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.toString();
}

/** A database, seen by its owner. */
export interface OwnedDatabase {
  readonly url: string;
  /** Runs SQL as the owner: sees all plants. */
  query<Row = Record<string, unknown>>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

/** A database of a test's own. */
export interface TestDatabase extends OwnedDatabase {
  drop(): Promise<void>;
}

async function asOwner<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The database at an address. */
export function databaseOf(url: string): OwnedDatabase {
  return {
    url,
    query: (sql, parameters = []) =>
      asOwner(url, async (client) => {
        await client.query(`set takt.plant = '*'`);
        return (await client.query(sql, parameters as unknown[])).rows as never;
      }),
  };
}

/** Makes a database of the newest version. It has to be dropped by the test. */
export async function freshDatabase(template = TEMPLATE): Promise<TestDatabase> {
  const server = process.env['TAKT_TEST_DATABASE'];
  if (!server)
    throw new Error('There is no test database. Maybe the test ran outside of the tiers medium and e2e.');
  const name = `t_${randomBytes(8).toString('hex')}`;
  await asOwner(server, async (client) => {
    // Copies of one template wait for each other instead of failing.
    await client.query('select pg_advisory_lock(1)');
    await client.query(`create database ${name} template ${template}`);
  });
  const url = databaseAt(server, name);
  return {
    ...databaseOf(url),
    drop: () =>
      asOwner(
        server,
        async (client) => void (await client.query(`drop database if exists ${name} with (force)`)),
      ),
  };
}
