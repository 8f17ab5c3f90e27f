/** How a field of a record is typed. */
export interface FieldSpec {
  /** name in the record */
  readonly key: string;
  readonly label: string;
  /** `tags`: ids with commas between them · `many`, `search`: chosen from `choices` */
  readonly kind: 'text' | 'long' | 'number' | 'decimal' | 'check' | 'choice' | 'search' | 'many' | 'tags';
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  /** empty means null */
  readonly nullable?: boolean;
  /** empty is left out */
  readonly optional?: boolean;
  /** an amount that is sent as text */
  readonly asText?: boolean;
  readonly unit?: string;
  readonly hint?: string;
}

/** A record while it is typed. */
export type RecordDraft = Readonly<Record<string, string | boolean | readonly string[]>>;

type Plain = Readonly<Record<string, unknown>>;

const isMany = ({ kind }: FieldSpec) => kind === 'many' || kind === 'tags';

/**
 * A record as its fields show it.
 * @param record the record, or what a new one begins with
 * @param fields its fields
 */
export function draftOf(record: Plain, fields: readonly FieldSpec[]): RecordDraft {
  return Object.fromEntries(
    fields.map((field) => {
      const value = record[field.key];
      if (field.kind === 'check') return [field.key, value === true];
      if (isMany(field)) return [field.key, Array.isArray(value) ? value.map(String) : []];
      return [field.key, value === null || value === undefined ? '' : String(value)];
    }),
  );
}

function valueOf(field: FieldSpec, typed: RecordDraft[string] | undefined): unknown {
  if (field.kind === 'check') return typed === true;
  if (isMany(field)) return Array.isArray(typed) ? typed.filter(Boolean) : [];
  const text = String(typed ?? '').trim();
  if (text === '') return field.nullable ? null : field.optional ? undefined : '';
  const numeric = field.kind === 'number' || field.kind === 'decimal';
  return numeric && !field.asText ? Number(text) : text;
}

/**
 * What is sent: the fields as typed, and what the record holds beside them.
 * @param draft the fields as typed
 * @param fields the fields
 * @param beside values that no field shows
 */
export function bodyOfDraft(draft: RecordDraft, fields: readonly FieldSpec[], beside: Plain = {}): Plain {
  const values = fields.flatMap((field) => {
    const value = valueOf(field, draft[field.key]);
    return value === undefined ? [] : [[field.key, value] as const];
  });
  return { ...beside, ...Object.fromEntries(values) };
}
