import {
  DataSource,
  type DataSourceOptions,
  type EntityTarget,
  type MigrationInterface,
  type ObjectLiteral,
} from 'typeorm';
import { KEEP_ALIVE } from './keep-alive';
import { preparingDriver } from './prepared';
import { APP_ROLE_OPTION } from './roles';
import { SnakeNaming } from './snake-naming';

/** A class that describes a table. */
export type Entity = EntityTarget<ObjectLiteral>;
/** A class that changes the database by one step. */
export type Migration = new () => MigrationInterface;

/** Where the database is, and how many connections this process may use. */
export interface DatabaseAddress {
  readonly url: string;
  readonly pool: number;
}

const base = (url: string): DataSourceOptions & { type: 'postgres' } => ({
  type: 'postgres',
  url,
  synchronize: false,
  migrationsRun: false,
  migrationsTableName: 'migration',
  migrationsTransactionMode: 'all',
  installExtensions: false,
  namingStrategy: new SnakeNaming(),
});

/** Options of the connections that serve the application: role without ownership, row-level security in force. */
export function appOptions(address: DatabaseAddress, entities: readonly Entity[]): DataSourceOptions {
  return {
    ...base(address.url),
    entities: [...entities] as never,
    applicationName: 'takt',
    poolSize: address.pool,
    connectTimeoutMS: 5000,
    driver: preparingDriver,
    extra: { options: APP_ROLE_OPTION, ...KEEP_ALIVE, allowExitOnIdle: false },
  };
}

/** Lock that only one process holds while it migrates: the letters TAKT. */
const MIGRATION_LOCK = 0x54414b54;

/**
 * Brings the database to the newest version, in one transaction: an interrupted migration leaves the old version.
 * Runs as the owner of the database. Several processes that start together wait for one another.
 * @param migrations every migration, oldest first
 * @returns names of the migrations that were run
 * @throws Error when the database is of a newer version
 */
export async function migrate(url: string, migrations: readonly Migration[]): Promise<readonly string[]> {
  const source = await new DataSource({
    ...base(url),
    migrations: [...migrations] as never,
    applicationName: 'takt-migration',
    poolSize: 2,
  }).initialize();
  const lock = source.createQueryRunner();
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const newer = await unknownMigrations(source);
    if (newer.length > 0)
      throw new Error(
        `The database was migrated by a newer version of Takt (${newer.join(', ')}). Maybe start that version, or restore a backup.`,
      );
    const done = await source.runMigrations({ transaction: 'all' });
    return done.map((migration) => migration.name);
  } finally {
    await lock.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await lock.release();
    await source.destroy();
  }
}

async function unknownMigrations(source: DataSource): Promise<string[]> {
  const [exists] = (await source.query(`select to_regclass('public.migration') is not null as yes`)) as {
    yes: boolean;
  }[];
  if (!exists?.yes) return [];
  const rows = (await source.query('select name from migration')) as { name: string }[];
  const known = new Set(source.migrations.map((migration) => migration.name ?? migration.constructor.name));
  return rows.map((row) => row.name).filter((name) => !known.has(name));
}
