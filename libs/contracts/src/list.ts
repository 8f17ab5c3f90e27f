import { z } from 'zod';
import { form, formIssue } from './form-words';

/** Largest page of a list. */
export const LIMIT_MAX = 500;

const PAIR = /^([a-zA-Z]+):(.{1,200})$/;

/** Values that a filter may name; a field without them takes any text. */
type Choices<F extends string> = Readonly<Partial<Record<F, readonly string[]>>>;

/** Fields that mean yes or no wherever they stand. */
const YES_NO: Choices<string> = {
  ...Object.fromEntries(['open', 'explained', 'resolved', 'within'].map((field) => [field, ['yes', 'no']])),
  active: ['true', 'false'],
};

/** Reads `status:open|late,customer:acme` into `{status: ['open','late'], customer: ['acme']}`. */
function parseFilter<F extends string>(
  text: string,
  fields: readonly F[],
  choices: Choices<F> | undefined,
  context: z.RefinementCtx,
): Record<string, readonly string[]> {
  const result: Record<string, readonly string[]> = {};
  for (const part of text === '' ? [] : text.split(',')) {
    const [, name, given = ''] = PAIR.exec(part) ?? [];
    const field = fields.find((one) => one === name);
    if (field === undefined) {
      const facts = { fields: fields.join(', ') };
      context.addIssue(formIssue('field:value|value,… with the fields {fields}', { facts }));
      return z.NEVER;
    }
    const values = given.split('|');
    const known = choices?.[field] ?? YES_NO[field];
    if (known && !values.every((value) => known.includes(value))) {
      const facts = { field, choices: known.join(', ') };
      context.addIssue(formIssue('{field} is one of {choices}', { facts }));
      return z.NEVER;
    }
    if (result[field] !== undefined) {
      context.addIssue(
        formIssue('{field} stands there once, several values with | between them', { facts: { field } }),
      );
      return z.NEVER;
    }
    result[field] = values;
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
      const facts = { fields: fields.join(', ') };
      context.addIssue(formIssue('field,-field,… with the fields {fields}', { facts }));
      return z.NEVER;
    }
    keys.push({ field, descending });
  }
  return keys;
}

/** Is it the place behind a row, as lists give it? Base64 of the values by which the list is sorted, and the id. */
function isCursor(text: string): boolean {
  try {
    const values: unknown = JSON.parse(atob(text.replace(/-/g, '+').replace(/_/g, '/')));
    return Array.isArray(values) && values.every((value) => value === null || typeof value === 'string');
  } catch {
    return false;
  }
}

/** Where the next page of a list begins, from the reply before. */
export const Cursor = z.string().max(500).refine(isCursor, form('not a cursor of this list'));

/** How many entries a page holds, 1 to {@link LIMIT_MAX}, unless told so many. */
export function pageLimit(standard: number) {
  const range = { message: form('a whole number from 1 to 500'), abort: true };
  return z.coerce.number(range.message).int(range).min(1, range).max(LIMIT_MAX, range).default(standard);
}

/**
 * Query of a list route: `limit` (1 to 500, 50 unless told), `cursor` (from the reply before), `filter`
 * (`field:value|value,field:value`), `sort` (`field,-field`), `q` (text search).
 * @param filter fields that may be filtered
 * @param sort fields that may be sorted by
 * @param choices the values that a filter may name, where they are a few: an unknown status is a mistake, not an empty list
 * @param order how the list is sorted unless told: by the first field, upwards
 */
export function listQuery<const F extends string, const S extends string>(
  filter: readonly F[],
  sort: readonly S[],
  choices?: Choices<F>,
  order: S | `-${S}` | '' = sort[0] ?? '',
) {
  return z.strictObject({
    limit: pageLimit(50),
    cursor: Cursor.optional(),
    q: z.string().max(100).optional().describe('text to search for in ids and names'),
    filter: z
      .string()
      .max(1000)
      .default('')
      .transform(
        (text, context) =>
          parseFilter(text, filter, choices, context) as Partial<Record<F, readonly string[]>>,
      )
      .describe(`field:value|value,… with fields ${filter.join(', ')}`),
    sort: z
      .string()
      .max(200)
      .default(order)
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
