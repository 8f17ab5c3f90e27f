import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import type { Tx } from './tx';

/**
 * Adds a row unless one of the same key, or of the same unique columns, is there.
 * @returns false when one was there: nothing is changed then
 */
export async function insertNew<E extends ObjectLiteral>(
  tx: Tx,
  entity: EntityTarget<E>,
  row: QueryDeepPartialEntity<E>,
): Promise<boolean> {
  const rows = tx.of(entity);
  const key = rows.metadata.primaryColumns.map(({ propertyName }) => propertyName);
  const { raw } = await rows.createQueryBuilder().insert().values(row).orIgnore().returning(key).execute();
  return (raw as unknown[]).length > 0;
}
