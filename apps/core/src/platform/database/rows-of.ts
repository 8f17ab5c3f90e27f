import type { EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';
import { quoted, tableOf } from './table-of';
import type { Tx } from './tx';

const heads = new WeakMap<EntityMetadata, string>();

/** The beginning of a query for all columns of an entity, by the names of its properties. */
function headOf(meta: EntityMetadata): string {
  const known = heads.get(meta);
  if (known !== undefined) return known;
  const columns = meta.columns.map(
    ({ databaseName, propertyName }) => `${quoted(databaseName)} as ${quoted(propertyName)}`,
  );
  const head = `select ${columns.join(', ')} from ${tableOf(meta)}`;
  heads.set(meta, head);
  return head;
}

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
  return tx.query<E>(`${headOf(tx.of(entity).metadata)} ${tail}`, parameters);
}

/** A row of master data, read once in a transaction; null: there is none. */
export function masterById<E extends { plant: string; id: string }>(
  tx: Tx,
  entity: EntityTarget<E>,
  id: string,
): Promise<E | null> {
  const { tableName } = tx.of(entity).metadata;
  return tx.master(`${tableName} ${id}`, () => rowById(tx, entity, id));
}

/**
 * The row of an entity in the plant of the transaction, as it is stored; null: there is none.
 * @param lock `for update` and the like
 */
export async function rowById<E extends { plant: string; id: string }>(
  tx: Tx,
  entity: EntityTarget<E>,
  id: string,
  lock = '',
): Promise<E | null> {
  const [row] = await rowsOf(tx, entity, `where plant = $1 and id = $2 ${lock}`, [tx.plant, id]);
  return row ?? null;
}
