import { DataSource } from 'typeorm';
import { SnakeNaming } from './snake-naming';
import type { Entity } from './data-source';

/**
 * The SQL that would bring the database to what the entities describe; empty when migrations and entities agree.
 * Its output is the beginning of a new migration.
 */
export async function entityDiff(url: string, entities: readonly Entity[]): Promise<string[]> {
  const source = await new DataSource({
    type: 'postgres',
    url,
    entities: [...entities] as never,
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    installExtensions: false,
  }).initialize();
  try {
    const log = await source.driver.createSchemaBuilder().log();
    return log.upQueries.map(({ query }) => query);
  } finally {
    await source.destroy();
  }
}
