import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { quoted, tableOf } from './table-of';
import type { Tx } from './tx';

/**
 * Rows of an entity as they are stored, without TypeORM's objects in between: for thousands of rows those cost more than
 * the query itself.
 * @param tail what follows the table, by the names of columns: `where … order by …`
 */
export function rowsOf<E extends ObjectLiteral>(
  tx: Tx,
  entity: EntityTarget<E>,
  tail: string,
  parameters: readonly unknown[],
): Promise<E[]> {
  const meta = tx.of(entity).metadata;
  const columns = meta.columns.map(
    ({ databaseName, propertyName }) => `${quoted(databaseName)} as ${quoted(propertyName)}`,
  );
  return tx.query<E>(`select ${columns.join(', ')} from ${tableOf(meta)} ${tail}`, parameters);
}
