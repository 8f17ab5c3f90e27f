import type { EntityMetadata } from 'typeorm';

/** A name as it stands in SQL. */
export const quoted = (name: string): string => `"${name}"`;

/** The table of an entity, with its schema: PostgreSQL has types of its own that are called line, box or path. */
export const tableOf = (meta: EntityMetadata): string =>
  `${quoted(meta.schema ?? 'public')}.${quoted(meta.tableName)}`;
