import { Client } from 'pg';

/** Lock that one core holds on an embedded installation. */
const CORE_LOCK = 0x434f5245;

/** A second core wanted to run on the same data. */
export class SecondCore extends Error {
  constructor(dataDir: string, holder: string) {
    super(
      `Another core already runs on ${dataDir} (${holder}). Maybe stop that one first, or set DATA_DIR to another folder.`,
    );
  }
}

/** The lock of a running core. */
export interface CoreLock {
  release(): Promise<void>;
}

/**
 * Makes sure that this is the only core on an embedded database. The lock lives in PostgreSQL and goes with the process,
 * however it ends; when the database is restarted beneath us it is taken again.
 * @throws {SecondCore} naming the other process
 */
export async function lockCore(
  url: string,
  dataDir: string,
  onLost: (error: Error) => void,
): Promise<CoreLock> {
  let client = await take(url, dataDir);
  let released = false;
  const watch = (current: Client): void => {
    current.once('end', () => void again());
    current.on('error', () => undefined);
  };
  const again = async (): Promise<void> => {
    while (!released) {
      try {
        client = await take(url, dataDir);
        return watch(client);
      } catch (error) {
        if (error instanceof SecondCore) return onLost(error);
        await new Promise((done) => setTimeout(done, 500));
      }
    }
  };
  watch(client);
  return {
    release: async () => {
      released = true;
      await client.end().catch(() => undefined);
    },
  };
}

async function take(url: string, dataDir: string): Promise<Client> {
  const name = `takt-core, process ${process.pid}`;
  const client = new Client({
    connectionString: url,
    application_name: name,
    connectionTimeoutMillis: 3000,
    keepAlive: true,
  });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [
    CORE_LOCK,
  ]);
  if (rows[0]?.mine) return client;
  const holder = await client.query<{ name: string }>(
    `select application_name as name from pg_stat_activity a join pg_locks l on l.pid = a.pid where l.locktype = 'advisory' and l.objid = $1 and l.granted`,
    [CORE_LOCK],
  );
  await client.end().catch(() => undefined);
  throw new SecondCore(dataDir, holder.rows[0]?.name ?? 'unknown process');
}
