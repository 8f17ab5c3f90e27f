import { z } from 'zod';

/** Largest page of a list. */
export const LIMIT_MAX = 500;

const PAIR = /^([a-zA-Z]+):(.{1,200})$/;

/** Reads `status:open|late,customer:acme` into `{status: ['open','late'], customer: ['acme']}`. */
function parseFilter(
  text: string,
  fields: readonly string[],
  context: z.RefinementCtx,
): Record<string, readonly string[]> {
  const result: Record<string, readonly string[]> = {};
  for (const part of text === '' ? [] : text.split(',')) {
    const match = PAIR.exec(part);
    const field = match?.[1];
    if (!match || field === undefined || !fields.includes(field)) {
      context.addIssue({
        code: 'custom',
        message: `filter is field:value|value,… with fields ${fields.join(', ')}`,
        input: part,
      });
      return z.NEVER;
    }
    result[field] = (match[2] ?? '').split('|');
  }
  return result;
}

/** One column to sort by. */
export interface SortKey<F extends string = string> {
  readonly field: F;
  readonly descending: boolean;
}

function parseSort<F extends string>(
  text: string,
  fields: readonly F[],
  context: z.RefinementCtx,
): readonly SortKey<F>[] {
  const keys: SortKey<F>[] = [];
  for (const part of text === '' ? [] : text.split(',')) {
    const descending = part.startsWith('-');
    const field = (descending ? part.slice(1) : part) as F;
    if (!fields.includes(field)) {
      context.addIssue({
        code: 'custom',
        message: `sort is field,-field,… with fields ${fields.join(', ')}`,
        input: part,
      });
      return z.NEVER;
    }
    keys.push({ field, descending });
  }
  return keys;
}

/**
 * Query of a list route: `limit` (1 to 500, 50 unless told), `cursor` (from the reply before), `filter`
 * (`field:value|value,field:value`), `sort` (`field,-field`), `q` (text search).
 * @param filter fields that may be filtered
 * @param sort fields that may be sorted by; the first is the default
 */
export function listQuery<const F extends string, const S extends string>(
  filter: readonly F[],
  sort: readonly S[],
) {
  return z.strictObject({
    limit: z.coerce.number().int().min(1).max(LIMIT_MAX).default(50),
    cursor: z.string().max(500).optional(),
    q: z.string().max(100).optional().describe('text to search for in ids and names'),
    filter: z
      .string()
      .max(1000)
      .default('')
      .transform(
        (text, context) => parseFilter(text, filter, context) as Partial<Record<F, readonly string[]>>,
      )
      .describe(`field:value|value,… with fields ${filter.join(', ')}`),
    sort: z
      .string()
      .max(200)
      .default(sort[0] ?? '')
      .transform((text, context) => parseSort(text, sort, context))
      .describe(`field,-field,… with fields ${sort.join(', ')}`),
  });
}

/** A page of a list: the items and where the next page begins (null: this was the last). */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    nextCursor: z.string().nullable(),
    total: z.number().int().optional(),
  });
}
