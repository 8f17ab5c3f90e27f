import type { SortKey } from '@takt/contracts';
import type { Tx } from '../database';
import { misfitProblem, type ProblemException } from '../errors';

/** A page that is asked for, as `listQuery` of the contract delivers it. */
export interface PageRequest {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly sort: readonly SortKey[];
}

/** How a list is read. Everything here is written by us; values of callers go into `parameters`. */
export interface ListSource {
  /** `select … from … ` without where, order and limit */
  readonly select: string;
  /** conditions, each with `$n` for the parameters in order */
  readonly where: readonly string[];
  readonly parameters: readonly unknown[];
  /** SQL expression of each field that may be sorted by; text, number or instant, with its SQL type */
  readonly sortable: Readonly<
    Record<
      string,
      {
        readonly sql: string;
        readonly type: 'text' | 'numeric' | 'timestamptz' | 'bigint' | 'int' | 'date';
        /** it is never null: an index gives the order also backwards */
        readonly never?: 'null';
      }
    >
  >;
  /** unique column that breaks ties */
  readonly id: { readonly sql: string; readonly type: 'text' | 'uuid' | 'bigint' | 'int' };
}

/** Values that are no values of their columns: the data exceptions of PostgreSQL. */
const DATA_EXCEPTION = /^22/;

const noCursor = (cursor: string): ProblemException =>
  misfitProblem('query.cursor', 'not a cursor of this list', cursor);

function decode(cursor: string, length: number): (string | null)[] {
  try {
    const values = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown;
    if (
      Array.isArray(values) &&
      values.length === length &&
      values.every((value) => value === null || typeof value === 'string')
    )
      return values as (string | null)[];
  } catch {
    // falls through to the refusal
  }
  throw noCursor(cursor);
}

/**
 * Reads one page of a list by key, not by offset: pages stay correct while rows come and go. Rows whose sort value is
 * null come last.
 * @returns rows and the cursor of the next page
 */
export async function cursorPage<Row extends object>(
  tx: Tx,
  source: ListSource,
  page: PageRequest,
): Promise<{ rows: Row[]; nextCursor: string | null }> {
  const keys = page.sort
    .map((key) => ({ ...key, ...source.sortable[key.field]! }))
    .filter((key) => key.sql !== undefined);
  const order = [
    ...keys.map(({ sql, type, descending, never }) => ({ sql, type, descending, nulls: never !== 'null' })),
    { ...source.id, nulls: false, descending: keys[0]?.descending ?? false },
  ];
  const parameters = [...source.parameters];
  const where = [...source.where];
  if (page.cursor !== undefined) {
    const values = decode(page.cursor, order.length);
    where.push(after(order, values, parameters));
  }
  const keysSql = order.map(({ sql }, index) => `(${sql})::text as __key${index}`).join(', ');
  const orderSql = order
    .map(({ sql, descending, nulls }) => `${sql} ${descending ? 'desc' : 'asc'}${nulls ? ' nulls last' : ''}`)
    .join(', ');
  const conditions =
    where.length > 0 ? ` where ${where.map((condition) => `(${condition})`).join(' and ')}` : '';
  const [head = '', tail = ''] = splitSelect(source.select);
  const sql = `${head}, ${keysSql} ${tail}${conditions} order by ${orderSql} limit ${Math.trunc(page.limit) + 1}`;
  const rows = await tx
    .query<Row & Record<string, string | null>>(sql, parameters)
    .catch((error: Error & { code?: string }) => {
      const { cursor } = page;
      throw cursor !== undefined && DATA_EXCEPTION.test(error.code ?? '') ? noCursor(cursor) : error;
    });
  const more = rows.length > page.limit;
  const kept = more ? rows.slice(0, page.limit) : rows;
  const last = kept[kept.length - 1];
  const nextCursor =
    more && last
      ? Buffer.from(JSON.stringify(order.map((_, index) => last[`__key${index}`] ?? null))).toString(
          'base64url',
        )
      : null;
  return { rows: kept, nextCursor };
}

/** `select a, b from t` → the part before ` from ` at the outermost level, and the rest. */
function splitSelect(select: string): [string, string] {
  const marker = select.lastIndexOf('\nfrom ');
  const at = marker >= 0 ? marker : select.indexOf(' from ');
  return [select.slice(0, at), select.slice(at)];
}

interface OrderKey {
  readonly sql: string;
  readonly type: string;
  readonly descending: boolean;
}

/** Condition "comes after these values" in the order of the keys, nulls last. */
function after(
  order: readonly OrderKey[],
  values: readonly (string | null)[],
  parameters: unknown[],
): string {
  const place = values.map((value, index) => {
    if (value === null) return null;
    parameters.push(value);
    return `$${parameters.length}::${order[index]?.type}`;
  });
  const alternatives = order.map((key, index) => {
    const equal = order
      .slice(0, index)
      .map(({ sql }, before) => (place[before] === null ? `${sql} is null` : `${sql} = ${place[before]}`));
    const beyond =
      place[index] === null
        ? 'false'
        : `(${key.sql} ${key.descending ? '<' : '>'} ${place[index]} or ${key.sql} is null)`;
    return `(${[...equal, beyond].join(' and ')})`;
  });
  return alternatives.join(' or ');
}
