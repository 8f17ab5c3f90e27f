import type { EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';
import type { Revised } from './revised';
import { quoted, tableOf } from './table-of';
import type { Tx } from './tx';

/** Rows per statement. */
const CHUNK = 2000;

/** Rows as JSON under the names of the columns; what a row does not have is null. */
function jsonOf(meta: EntityMetadata, rows: readonly ObjectLiteral[]): string {
  return JSON.stringify(
    rows.map((row) =>
      Object.fromEntries(
        meta.columns.map(({ databaseName, propertyName }) => [databaseName, row[propertyName] ?? null]),
      ),
    ),
  );
}

async function insertChunks(
  tx: Tx,
  meta: EntityMetadata,
  rows: readonly ObjectLiteral[],
  onConflict: string,
): Promise<void> {
  const names = meta.columns.map(({ databaseName }) => quoted(databaseName)).join(', ');
  const table = tableOf(meta);
  for (let at = 0; at < rows.length; at += CHUNK)
    await tx.query(
      `insert into ${table} (${names}) select ${names} from jsonb_populate_recordset(null::${table}, $1::jsonb) ${onConflict}`,
      [jsonOf(meta, rows.slice(at, at + CHUNK))],
    );
}

/**
 * Adds many rows in few statements.
 * @param rows all their columns; what is missing is null
 */
export function insertMany<E extends ObjectLiteral>(
  tx: Tx,
  entity: EntityTarget<E>,
  rows: readonly E[],
): Promise<void> {
  return insertChunks(tx, tx.of(entity).metadata, rows, '');
}

/**
 * Creates or replaces many things in few statements, without asking for the revision that somebody read: new ones begin with
 * revision 1, those that are there count theirs up. No two rows may have the same key.
 * @param rows all their columns but the revision; what is missing is null
 */
export async function putMany<E extends Revised>(
  tx: Tx,
  entity: EntityTarget<E>,
  rows: readonly Omit<E, 'revision'>[],
): Promise<void> {
  tx.forgetMasters();
  const meta = tx.of(entity).metadata;
  const table = quoted(meta.tableName);
  const keys = meta.primaryColumns.map(({ databaseName }) => quoted(databaseName)).join(', ');
  const set = meta.columns
    .filter(({ isPrimary, propertyName }) => !isPrimary && propertyName !== 'revision')
    .map(({ databaseName }) => `${quoted(databaseName)} = excluded.${quoted(databaseName)}`);
  await insertChunks(
    tx,
    meta,
    rows.map((row) => ({ ...row, revision: 1 })),
    `on conflict (${keys}) do update set ${[...set, `revision = ${table}.revision + 1`].join(', ')}`,
  );
}

/**
 * Stores things that are there already in few statements; those that are not are passed over. No two rows may have the same key.
 * @param rows all their columns; what is missing is null
 */
export async function updateMany<E extends ObjectLiteral>(
  tx: Tx,
  entity: EntityTarget<E>,
  rows: readonly E[],
): Promise<void> {
  const meta = tx.of(entity).metadata;
  const table = tableOf(meta);
  const names = meta.columns.map(({ databaseName, isPrimary }) => ({
    name: quoted(databaseName),
    isPrimary,
  }));
  const set = names.filter(({ isPrimary }) => !isPrimary).map(({ name }) => `${name} = given.${name}`);
  const same = names.filter(({ isPrimary }) => isPrimary).map(({ name }) => `stored.${name} = given.${name}`);
  for (let at = 0; at < rows.length; at += CHUNK)
    await tx.query(
      `update ${table} stored set ${set.join(', ')} from jsonb_populate_recordset(null::${table}, $1::jsonb) given
       where ${same.join(' and ')}`,
      [jsonOf(meta, rows.slice(at, at + CHUNK))],
    );
}
